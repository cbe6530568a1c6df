// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/access.h"
#include "core/kube/kubeconfig.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::kube;

namespace {

/// A kubeconfig with one context; `cluster` and `user` are the fields of each, one to a line.
QByteArray config(const QByteArray &cluster, const QByteArray &user, const QByteArray &more = {})
{
    const auto indented = [](const QByteArray &lines) {
        return "    " + QByteArray(lines).replace('\n', "\n    ") + '\n';
    };
    return "apiVersion: v1\nkind: Config\ncurrent-context: x\ncontexts:\n- name: x\n  context: {cluster: c, user: u, namespace: foo}\n"
           "clusters:\n- name: c\n  cluster:\n"
        + indented(cluster) + "users:\n- name: u\n  user:\n" + indented(user) + more;
}

const QByteArray server = "server: https://127.0.0.1:26443";
const QByteArray token = "token: planted-secret-token";

} // namespace

/// kubectl's outcome for each of these was observed (1.32, some again with 1.37); the numbers are those of the observations.
class KubeconfigTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_folder.reset(); }

    // Which files, and how they become one
    void explicitFileThatIsMissingIsAnErrorThatNamesIt(); // V34
    void explicitFileBeatsTheVariable(); // V82
    void onlyMissingFilesAreAnEmptyConfigThatSaysSo(); // V35
    void emptyVariableMeansTheFileInTheHome(); // V37
    void emptyElementsAndRepetitionsAreSkipped(); // V38, V80
    void missingFileInTheMiddleIsSkipped(); // V83
    void oneBadFileSpoilsAllAndIsNamed(); // V81
    void folderIsAnError(); // V46
    void firstFileWinsAsAWholeEntry(); // V77
    void firstCurrentContextThatIsNotEmptyWins(); // V76, V78, V79
    void contextMayJoinPartsOfTwoFiles();
    void pathsBelongToTheFileThatNamesThem(); // V07, V09, X17
    void nothingIsEverWritten();

    // The text of one file
    void textIsReadAsKubectlReadsIt_data();
    void textIsReadAsKubectlReadsIt();
    void lastOfTwoEqualKeysWins(); // X03
    void onlyTheFirstDocumentCounts(); // X06
    void lineEndsInBase64DoNotCount(); // X07
    void fieldsThatMeanNothingAreNamed(); // V45
    void jsonWithTabsIsReadToo();

    // What a context stands for
    void accessIsRefusedWhereKubectlRefuses_data();
    void accessIsRefusedWhereKubectlRefuses();
    void accessIsGivenWhereKubectlGoesOn_data();
    void accessIsGivenWhereKubectlGoesOn();
    void namespaceComesFromTheChoiceThenTheContext(); // V02, V03
    void chosenServerClearsTheServerName(); // V23
    void chosenInsecureClearsTheAuthority(); // V20
    void overHttpNoCredentialsAreLeft(); // V57
    void addressWithoutASchemeIsHttpEvenWithAnAuthority(); // V58, V59
    void noClusterIsAnErrorBecauseLocalhost8080OnlyPuzzlesPeople(); // V35, V36, V39, V52, V54, V56
    void missingCredentialsAreAnErrorBecauseAWindowHasNoPasswordPrompt(); // V29, V55
    void serverForms_data();
    void serverForms();
    void noErrorShowsASecret();

private:
    QString write(const QString &name, const QByteArray &text);
    Result<Kubeconfig> load(const QString &variable) const;
    Result<Access> access(const QByteArray &text, const AccessChoice &choice = {});

    std::unique_ptr<QTemporaryDir> m_folder;
};

void KubeconfigTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString KubeconfigTest::write(const QString &name, const QByteArray &text)
{
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the test cannot write its files");
    return path;
}

Result<Kubeconfig> KubeconfigTest::load(const QString &variable) const
{
    QProcessEnvironment environment;
    environment.insert(u"HOME"_s, m_folder->path());
    environment.insert(u"KUBECONFIG"_s, variable);
    return loadKubeconfig({}, environment);
}

Result<Access> KubeconfigTest::access(const QByteArray &text, const AccessChoice &choice)
{
    const Result<Kubeconfig> loaded = loadKubeconfig(write(u"config"_s, text), {});
    if (!loaded)
        return loaded.error();
    return resolveAccess(*loaded, choice);
}

void KubeconfigTest::explicitFileThatIsMissingIsAnErrorThatNamesIt()
{
    const Result<Kubeconfig> loaded = loadKubeconfig(m_folder->filePath(u"nofile"_s), {});
    QVERIFY(!loaded);
    QVERIFY(loaded.error().toString().contains("nofile"_L1));
}

void KubeconfigTest::explicitFileBeatsTheVariable()
{
    QProcessEnvironment environment;
    environment.insert(u"KUBECONFIG"_s, write(u"a"_s, "current-context: a"));
    QCOMPARE(loadKubeconfig(write(u"b"_s, "current-context: b"), environment)->currentContext, u"b"_s);
}

void KubeconfigTest::onlyMissingFilesAreAnEmptyConfigThatSaysSo()
{
    const Result<Kubeconfig> loaded = load(u"bogus1:bogus2"_s);
    QVERIFY(loaded);
    QCOMPARE(loaded->missing, QStringList({u"bogus1"_s, u"bogus2"_s}));
    QVERIFY(loaded->contexts.empty());
}

void KubeconfigTest::emptyVariableMeansTheFileInTheHome()
{
    write(u".kube/config"_s, "current-context: home");
    QCOMPARE(load({})->currentContext, u"home"_s);
}

void KubeconfigTest::emptyElementsAndRepetitionsAreSkipped()
{
    const QString a = write(u"a"_s, "current-context: a");
    QCOMPARE(load(u"::"_s + a + u":"_s + a)->files, QStringList(a));
}

void KubeconfigTest::missingFileInTheMiddleIsSkipped()
{
    const QString a = write(u"a"_s, config(server, token));
    const QString b = write(u"b"_s, "current-context: b");
    const Result<Kubeconfig> loaded = load(a + u":nope:"_s + b);
    QCOMPARE(loaded->files, QStringList({a, b}));
    QCOMPARE(loaded->missing, QStringList(u"nope"_s));
}

void KubeconfigTest::oneBadFileSpoilsAllAndIsNamed()
{
    const Result<Kubeconfig> loaded = load(write(u"a"_s, config(server, token)) + u':' + write(u"bad"_s, "a: [b"));
    QVERIFY(!loaded);
    QVERIFY(loaded.error().where.endsWith("bad"_L1));
}

void KubeconfigTest::folderIsAnError()
{
    QVERIFY(!load(m_folder->path()));
}

void KubeconfigTest::firstFileWinsAsAWholeEntry()
{
    const QString a = write(u"a"_s, "users: [{name: red, user: {token: one}}]");
    const QString b =
        write(u"b"_s, "users: [{name: red, user: {username: late, token: two}}, {name: blue, user: {token: three}}]");
    const Result<Kubeconfig> loaded = load(a + u':' + b);
    QCOMPARE(loaded->users.at(u"red"_s).token, u"one"_s);
    QCOMPARE(loaded->users.at(u"red"_s).username, QString());
    QCOMPARE(loaded->users.at(u"blue"_s).token, u"three"_s);
}

void KubeconfigTest::firstCurrentContextThatIsNotEmptyWins()
{
    const QString none = write(u"none"_s, "kind: Config");
    const QString a = write(u"a"_s, "current-context: a");
    const QString b = write(u"b"_s, "current-context: b");
    QCOMPARE(load(none + u':' + a + u':' + b)->currentContext, u"a"_s);
    QCOMPARE(load(b + u':' + a)->currentContext, u"b"_s);
}

void KubeconfigTest::contextMayJoinPartsOfTwoFiles()
{
    const QString a = write(u"a"_s, "current-context: x\ncontexts: [{name: x, context: {cluster: c, user: u}}]");
    const QString b =
        write(u"b"_s, "clusters: [{name: c, cluster: {server: 'https://h'}}]\nusers: [{name: u, user: {token: t}}]");
    const Result<Access> found = resolveAccess(*load(a + u':' + b));
    QVERIFY(found);
    QCOMPARE(found->address.host, u"h"_s);
}

void KubeconfigTest::pathsBelongToTheFileThatNamesThem()
{
    const QString path = write(
        u"d1/config"_s,
        config(
            server + "\ncertificate-authority: ca.pem",
            "client-certificate: /abs/a.crt\nclient-key: ../keys/a.key\nexec: {command: ./bin/plugin, apiVersion: x}"));
    const QString other =
        write(u"d2/config"_s, "users: [{name: v, user: {tokenFile: t, exec: {command: plugin, apiVersion: x}}}]");
    const Result<Kubeconfig> loaded = load(path + u':' + other);
    QVERIFY(loaded);
    const UserEntry &user = loaded->users.at(u"u"_s);
    QCOMPARE(loaded->clusters.at(u"c"_s).certificateAuthority, m_folder->filePath(u"d1/ca.pem"_s));
    QCOMPARE(user.clientCertificate, u"/abs/a.crt"_s);
    QCOMPARE(user.clientKey, m_folder->filePath(u"keys/a.key"_s));
    QCOMPARE(user.exec->command, m_folder->filePath(u"d1/bin/plugin"_s));
    QCOMPARE(loaded->users.at(u"v"_s).tokenFile, m_folder->filePath(u"d2/t"_s));
    QCOMPARE(loaded->users.at(u"v"_s).exec->command, u"plugin"_s);
}

void KubeconfigTest::nothingIsEverWritten()
{
    write(u".kube/.kubeconfig"_s, "current-context: old"); // which kubectl would copy to ~/.kube/config
    QVERIFY(load({}));
    QVERIFY(!QFile::exists(m_folder->filePath(u".kube/config"_s)));
}

void KubeconfigTest::textIsReadAsKubectlReadsIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("V39 empty file") << QByteArray() << true;
    QTest::newRow("comments only") << QByteArray("# nothing\n") << true;
    QTest::newRow("V40 no YAML") << QByteArray("{a: [b") << false;
    QTest::newRow("V41 a text") << QByteArray("bogus value") << false;
    QTest::newRow("a list") << QByteArray("- a") << false;
    QTest::newRow("V42 other kind") << QByteArray("apiVersion: v1\nkind: Pod") << false;
    QTest::newRow("V43 other version") << QByteArray("apiVersion: v2\nkind: Config") << false;
    QTest::newRow("other group without kind") << QByteArray("apiVersion: foo/v1") << false;
    QTest::newRow("V44 neither kind nor version") << QByteArray("clusters: []") << true;
    QTest::newRow("V47 binary") << QByteArray("\x7f"
                                              "ELF\x02\x01\xff\xfe\xe2")
                                << false;
    QTest::newRow("V48 JSON") << QByteArray(R"({"kind":"Config","apiVersion":"v1","current-context":"a"})") << true;
    QTest::newRow("byte order mark and CRLF") << QByteArray("\xef\xbb\xbfkind: Config\r\napiVersion: v1\r\n") << true;
    QTest::newRow("V49 two users of a name")
        << QByteArray("users: [{name: u, user: {}}, {name: u, user: {}}]") << false;
    QTest::newRow("two clusters of a name") << QByteArray("clusters: [{name: u}, {name: u}]") << false;
    QTest::newRow("two contexts of a name") << QByteArray("contexts: [{name: u}, {name: u}]") << false;
    QTest::newRow("two extensions of a name")
        << QByteArray("extensions: [{name: u, extension: {}}, {name: u, extension: {}}]") << false;
    QTest::newRow("X01 y is no name") << QByteArray("users: [{name: y, user: {}}]") << false;
    QTest::newRow("X02 a number is no name") << QByteArray("users: [{name: 123, user: {}}]") << false;
    QTest::newRow("quoted number is a name") << QByteArray("users: [{name: '123', user: {}}]") << true;
    QTest::newRow("a number is no token") << QByteArray("users: [{name: u, user: {token: 123}}]") << false;
    QTest::newRow("a text is no flag") << QByteArray(
        "clusters: [{name: c, cluster: {insecure-skip-tls-verify: 'true'}}]")
                                       << false;
    QTest::newRow("null is nothing") << QByteArray("clusters: null\nusers:\ncontexts: ~") << true;
    QTest::newRow("V14 no base64") << QByteArray("clusters: [{name: c, cluster: {certificate-authority-data: '!!!'}}]")
                                   << false;
    QTest::newRow("base64 cut short") << QByteArray(
        "clusters: [{name: c, cluster: {certificate-authority-data: 'YWJ'}}]")
                                      << false;
    QTest::newRow("directive") << QByteArray("%YAML 1.1\n---\nkind: Config") << true;
}

void KubeconfigTest::textIsReadAsKubectlReadsIt()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isRead);
    QCOMPARE(bool(readKubeconfig(text, u"/f"_s)), isRead);
}

void KubeconfigTest::lastOfTwoEqualKeysWins()
{
    QCOMPARE(readKubeconfig("current-context: a\ncurrent-context: b", u"/f"_s)->currentContext, u"b"_s);
}

void KubeconfigTest::onlyTheFirstDocumentCounts()
{
    QCOMPARE(readKubeconfig("current-context: a\n---\ncurrent-context: [b", u"/f"_s)->currentContext, u"a"_s);
}

void KubeconfigTest::lineEndsInBase64DoNotCount()
{
    const QByteArray text = "clusters: [{name: c, cluster: {certificate-authority-data: \"YW\\nJj\\r\\nZA==\"}}]";
    QCOMPARE(readKubeconfig(text, u"/f"_s)->clusters.at(u"c"_s).certificateAuthorityData, "abcd");
}

void KubeconfigTest::fieldsThatMeanNothingAreNamed()
{
    const Result<Kubeconfig> read =
        readKubeconfig("clusters: [{name: c, cluster: {server: 'https://h', Proxy-Url: 'http://p'}}]", u"/f"_s);
    QVERIFY(read);
    QCOMPARE(read->clusters.at(u"c"_s).proxyUrl, QString());
    QCOMPARE(read->notes.size(), 1);
    QVERIFY(read->notes.first().contains("clusters[0].cluster.Proxy-Url"_L1));
}

void KubeconfigTest::jsonWithTabsIsReadToo()
{
    QCOMPARE(readKubeconfig("{\n\t\"current-context\": \"a\"\n}\n", u"/f"_s)->currentContext, u"a"_s);
}

void KubeconfigTest::accessIsRefusedWhereKubectlRefuses_data()
{
    QTest::addColumn<QByteArray>("cluster");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("said"); // that the error says
    const QByteArray plugin = "exec: {apiVersion: client.authentication.k8s.io/v1, command: p, interactiveMode: ";
    QTest::newRow("V05 two authorities, bad file")
        << server + "\ncertificate-authority: nope\ncertificate-authority-data: YWJj" << token << QByteArray("both");
    QTest::newRow("V08 authority missing")
        << server + "\ncertificate-authority: nope.pem" << token << QByteArray("nope.pem");
    QTest::newRow("V10 certificate without key")
        << server << QByteArray("client-certificate-data: YWJj") << QByteArray("client-key");
    QTest::newRow("two certificates")
        << server << QByteArray("client-certificate: /dev/null\nclient-certificate-data: YWJj\nclient-key-data: YWJj")
        << QByteArray("client-certificate-data");
    QTest::newRow("two keys") << server
                              << QByteArray(
                                     "client-certificate-data: YWJj\nclient-key: /dev/null\nclient-key-data: YWJj")
                              << QByteArray("client-key-data");
    QTest::newRow("certificate file missing")
        << server << QByteArray("client-certificate: nope.crt\nclient-key-data: YWJj") << QByteArray("nope.crt");
    QTest::newRow("V19 insecure and authority")
        << server + "\ninsecure-skip-tls-verify: true\ncertificate-authority-data: YWJj" << token
        << QByteArray("exclude");
    QTest::newRow("V24 token and password") << server << token + "\nusername: a\npassword: b" << QByteArray("keep one");
    QTest::newRow("V28 token file missing")
        << server << QByteArray("tokenFile: nope.token") << QByteArray("nope.token");
    QTest::newRow("V33 groups without user") << server << token + "\nas-groups: [a]" << QByteArray("as-groups");
    QTest::newRow("uid without user") << server << token + "\nas-uid: a" << QByteArray("as-uid");
    QTest::newRow("extra without user") << server << token + "\nas-user-extra: {a: [b]}" << QByteArray("as-user-extra");
    QTest::newRow("V69 proxy scheme") << server + "\nproxy-url: socks6://x" << token << QByteArray("socks6");
    QTest::newRow("V70 proxy without scheme") << server + "\nproxy-url: example.com" << token << QByteArray("proxy");
    QTest::newRow("V88 gcp") << server << QByteArray("auth-provider: {name: gcp}")
                             << QByteArray("gke-gcloud-auth-plugin");
    QTest::newRow("exec without command")
        << server << QByteArray("exec: {apiVersion: client.authentication.k8s.io/v1beta1}") << QByteArray("command");
    QTest::newRow("exec without version")
        << server << QByteArray("exec: {command: p, interactiveMode: Never}") << QByteArray("apiVersion");
    QTest::newRow("exec v1alpha1") << server
                                   << QByteArray(
                                          "exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: p}")
                                   << QByteArray("v1beta1");
    QTest::newRow("exec v1 without interactiveMode")
        << server << QByteArray("exec: {apiVersion: client.authentication.k8s.io/v1, command: p}")
        << QByteArray("interactiveMode");
    QTest::newRow("exec other interactiveMode") << server << plugin + "Sometimes}" << QByteArray("interactiveMode");
    QTest::newRow("exec variable without name")
        << server << plugin + "Never, env: [{value: x}]}" << QByteArray("exec.env");
    QTest::newRow("exec and auth-provider")
        << server << plugin + "Never}\nauth-provider: {name: oidc}" << QByteArray("keep one");
    QTest::newRow("other scheme") << QByteArray("server: ftp://h") << token << QByteArray("address");
    QTest::newRow("path without scheme") << QByteArray("server: h/a") << token << QByteArray("address");
}

void KubeconfigTest::accessIsRefusedWhereKubectlRefuses()
{
    QFETCH(QByteArray, cluster);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, said);
    const Result<Access> found = access(config(cluster, user));
    QVERIFY(!found);
    QVERIFY2(found.error().toString().contains(QString::fromUtf8(said)), qPrintable(found.error().toString()));
}

void KubeconfigTest::accessIsGivenWhereKubectlGoesOn_data()
{
    QTest::addColumn<QByteArray>("cluster");
    QTest::addColumn<QByteArray>("user");
    QTest::newRow("V01 token") << server << token;
    QTest::newRow("V11 token and certificate")
        << server << token + "\nclient-certificate-data: YWJj\nclient-key-data: YWJj";
    QTest::newRow("V25 password") << server << QByteArray("username: a\npassword: b");
    QTest::newRow("V27 token and token file that is missing") << server << token + "\ntokenFile: nope";
    QTest::newRow("V30 impersonation") << server << token + "\nas: jane\nas-groups: [a, b]\nas-user-extra: {k: [v]}";
    QTest::newRow("proxy http") << server + "\nproxy-url: http://p" << token;
    QTest::newRow("proxy https") << server + "\nproxy-url: https://p:1" << token;
    QTest::newRow("proxy socks5") << server + "\nproxy-url: socks5://u:p@p:1" << token;
    QTest::newRow("plugin v1beta1 without interactiveMode")
        << server << QByteArray("exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: p}");
    QTest::newRow("plugin that is not there: not looked for yet")
        << server
        << QByteArray("exec: {apiVersion: client.authentication.k8s.io/v1, command: nope, interactiveMode: Never}");
    QTest::newRow("V21 server name") << server + "\ntls-server-name: a.b" << token;
}

void KubeconfigTest::accessIsGivenWhereKubectlGoesOn()
{
    QFETCH(QByteArray, cluster);
    QFETCH(QByteArray, user);
    const Result<Access> found = access(config(cluster, user));
    QVERIFY2(found, qPrintable(found ? QString() : found.error().toString()));
}

void KubeconfigTest::namespaceComesFromTheChoiceThenTheContext()
{
    QCOMPARE(access(config(server, token))->namespaceName, u"foo"_s);
    QCOMPARE(access(config(server, token), {.namespaceName = u"bar"_s})->namespaceName, u"bar"_s);
    QCOMPARE(access(config(server, token).replace(", namespace: foo", ""))->namespaceName, u"default"_s);
}

void KubeconfigTest::chosenServerClearsTheServerName()
{
    const QByteArray text = config(server + "\ntls-server-name: a.b", token);
    QCOMPARE(access(text)->cluster.tlsServerName, u"a.b"_s);
    QCOMPARE(access(text, {.server = u"https://h"_s})->cluster.tlsServerName, QString());
}

void KubeconfigTest::chosenInsecureClearsTheAuthority()
{
    const Result<Access> found =
        access(config(server + "\ncertificate-authority-data: YWJj", token), {.insecureSkipTlsVerify = true});
    QVERIFY(found);
    QVERIFY(found->cluster.certificateAuthorityData.isEmpty());
}

void KubeconfigTest::overHttpNoCredentialsAreLeft()
{
    const Result<Access> found = access(config("server: http://127.0.0.1:1", token + "\nas: jane"));
    QVERIFY(found);
    QCOMPARE(found->user.token, QString());
    QCOMPARE(found->user.impersonate, u"jane"_s);
}

void KubeconfigTest::addressWithoutASchemeIsHttpEvenWithAnAuthority()
{
    const Result<Access> found = access(config("server: 127.0.0.1:26443\ncertificate-authority-data: YWJj", token));
    QVERIFY(found);
    QVERIFY(!found->address.tls);
    QCOMPARE(found->address.port, 26443);
}

void KubeconfigTest::noClusterIsAnErrorBecauseLocalhost8080OnlyPuzzlesPeople()
{
    QVERIFY(!access({}));
    QVERIFY(!access(config(server, token).replace("current-context: x\n", "")));
    QVERIFY(!access(config(server, token).replace("cluster: c,", "cluster: d,")));
    QVERIFY(!access(config("tls-server-name: a", token)));
    QVERIFY(access({}).error().what.contains("No cluster is configured"_L1));
}

void KubeconfigTest::missingCredentialsAreAnErrorBecauseAWindowHasNoPasswordPrompt()
{
    write(u"empty"_s, {});
    QVERIFY(!access(config(server, "tokenFile: empty")));
    QVERIFY(!access(config(server, token).replace("user: u,", "user: v,")));
    QVERIFY(!access(config(server, "as: jane")));
}

void KubeconfigTest::serverForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // tls host port prefix
    QTest::newRow("port and path") << u"https://anything.com:8080/foo/bar"_s << u"1 anything.com 8080 /foo/bar"_s;
    QTest::newRow("slash") << u"https://anything.com/"_s << u"1 anything.com 443 "_s;
    QTest::newRow("slashes") << u"https://anything.com//"_s << u"1 anything.com 443 "_s;
    QTest::newRow("path with slash") << u"https://a.com/foo/"_s << u"1 a.com 443 /foo"_s;
    QTest::newRow("query and fragment") << u"https://a.com/foo?x=1#y"_s << u"1 a.com 443 /foo"_s;
    QTest::newRow("http") << u"http://a.com"_s << u"0 a.com 80 "_s;
    QTest::newRow("no scheme") << u"a.com:81"_s << u"0 a.com 81 "_s;
    QTest::newRow("no scheme, no port") << u"a"_s << u"0 a 80 "_s;
    QTest::newRow("IPv6") << u"https://[::1]:6443"_s << u"1 ::1 6443 "_s;
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("scheme only") << u"https://"_s << QString();
    QTest::newRow("port too large") << u"https://a:99999"_s << QString();
}

void KubeconfigTest::serverForms()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const Result<ServerAddress> address = serverAddress(text);
    QCOMPARE(bool(address), !shown.isEmpty());
    if (address)
        QCOMPARE(u"%1 %2 %3 %4"_s.arg(int(address->tls))
                     .arg(address->host)
                     .arg(address->port)
                     .arg(QString::fromLatin1(address->pathPrefix)),
                 shown);
}

void KubeconfigTest::noErrorShowsASecret()
{
    const QList<QByteArray> texts = {
        config(server, token).replace("users:", "users:\n- {name: u, user: {token: planted-secret-token}}"),
        config(server, "token: [planted-secret-token]"),
        config(server, token + "\nusername: planted-secret-token\npassword: planted-secret-token"),
        config(server, token).replace("kind: Config", "kind: planted-secret-token"),
        config(server, "client-key-data: planted-secret-token"),
        config("server: ftp://me:planted-secret-token@h", token),
        config(server + "\nproxy-url: foo://me:planted-secret-token@h", token),
        config(server, "token: \"planted-secret-token\": x"),
    };
    for (const QByteArray &text : texts) {
        const Result<Access> found = access(text);
        QVERIFY2(!found, text.constData());
        QVERIFY2(!(found.error().toString() + found.error().details).contains("planted-secret"_L1),
                 qPrintable(found.error().toString()));
    }
}

QTEST_GUILESS_MAIN(KubeconfigTest)
#include "tst_kubeconfig.moc"
