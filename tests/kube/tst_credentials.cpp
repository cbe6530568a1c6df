// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/credentials.h"
#include "core/kube/opencluster.h"
#include "tests/support/kube/certificates.h"
#include "tests/support/kube/httpserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::kube;

namespace {

QByteArray credential(const QByteArray &status, const QByteArray &version = "v1")
{
    return R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/)" + version + R"(","status":)"
        + status + '}';
}

} // namespace

/// Plugins here are shell scripts in a folder of the test, which count their runs.
class CredentialsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_folder.reset(); }

    void pluginGetsWhatItNeeds();
    void clusterIsToldWhereWanted();
    void pluginIsFoundInPath();
    void pathComesFromTheLoginShellWhenADesktopStartedUs();
    void shellThatFailsChangesNothing();
    void outputIsChecked_data();
    void outputIsChecked();
    void failuresSayWhatToDo_data();
    void failuresSayWhatToDo();
    void credentialIsKeptUntilItExpires();
    void refusedCredentialIsFetchedAnew();
    void allWhoWaitShareOneRun();
    void expiredFromTheStartDoesNotRunForEveryRequest();
    void otherCredentialsComeBeforeThePlugin();
    void cancelledPluginEnds();
    void pluginThatHangsEnds();
    void requestIsRepeatedOnceAfterARefusal();
    void refusalThatStaysIsTold();

    void tokenFileIsReadAgainAfterFiftySeconds();
    void tokenFileBeatsTheToken();
    void goneTokenFileKeepsTheLastToken();
    void refusedTokenFileIsReadAgainAtOnce();
    void controlCharactersAreShownAsTheirNumber();
    void noSecretIsEverTold();

private:
    QString write(const QString &name, const QByteArray &text, bool isProgram = false);
    /// A plugin that prints `output`, after `before` was run.
    Access withPlugin(const QByteArray &output, const QByteArray &before = {});
    int runs() const;
    Result<Credentials> fetch(CredentialSource &source);
    Result<PluginCredential> run(const Access &access, std::chrono::milliseconds atMost = pluginTime);

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
    QDateTime m_now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
};

void CredentialsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = {};
    m_environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    m_environment.insert(u"RUNS"_s, m_folder->filePath(u"runs"_s));
}

QString CredentialsTest::write(const QString &name, const QByteArray &text, bool isProgram)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
        qFatal("the test cannot write its files");
    if (isProgram)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

Access CredentialsTest::withPlugin(const QByteArray &output, const QByteArray &before)
{
    const QString output_ = write(u"output"_s, output);
    const QString program =
        write(u"plugin"_s, "#!/bin/sh\necho >>\"$RUNS\"\n" + before + "\ncat '" + output_.toUtf8() + "'\n", true);
    return {.address = {.host = u"h"_s},
            .cluster = {.server = u"https://127.0.0.1:26443"_s},
            .user = {.exec = ExecPlugin{.command = program,
                                        .apiVersion = u"client.authentication.k8s.io/v1"_s,
                                        .interactiveMode = u"IfAvailable"_s}}};
}

int CredentialsTest::runs() const
{
    QFile file(m_folder->filePath(u"runs"_s));
    return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
}

Result<Credentials> CredentialsTest::fetch(CredentialSource &source)
{
    std::optional<Result<Credentials>> outcome;
    source.fetch(this, [&](const Result<Credentials> &credentials) { outcome = credentials; });
    for (int i = 0; i < 1000 && !outcome; ++i)
        QTest::qWait(10);
    return outcome ? *outcome : Result<Credentials>(Error{.what = u"nothing came"_s});
}

Result<PluginCredential> CredentialsTest::run(const Access &access, std::chrono::milliseconds atMost)
{
    std::optional<Result<PluginCredential>> outcome;
    runPlugin(
        access, m_environment, this, [&](const Result<PluginCredential> &credential) { outcome = credential; }, atMost);
    for (int i = 0; i < 1000 && !outcome; ++i)
        QTest::qWait(10);
    return outcome ? *outcome : Result<PluginCredential>(Error{.what = u"nothing came"_s});
}

void CredentialsTest::pluginGetsWhatItNeeds()
{
    const QString seen = m_folder->filePath(u"seen"_s);
    Access access =
        withPlugin(credential(R"({"token":"t"})"),
                   "{ printf '%s' \"$KUBERNETES_EXEC_INFO\"; echo \"|$A|$1|$2|\"; cat; } >'" + seen.toUtf8() + "'");
    access.user.exec->arguments = {u"x y"_s, u"$(id)"_s};
    access.user.exec->environment = {{u"A"_s, u"first"_s}, {u"A"_s, u"last"_s}};
    QVERIFY(run(access));
    QFile file(seen);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(
        text.startsWith(
            R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","spec":{"interactive":false}})"),
        text.constData());
    QVERIFY2(text.endsWith("|last|x y|$(id)|\n"), text.constData());
}

void CredentialsTest::clusterIsToldWhereWanted()
{
    Access access = withPlugin({});
    access.user.exec->provideClusterInfo = true;
    access.cluster.certificateAuthority = write(u"ca"_s, "abc");
    access.cluster.execConfig = Value::map({{u"audience"_s, u"aud1"_s}});
    const QByteArray info = execInfo(access);
    QVERIFY2(info.contains(R"("certificate-authority-data":"YWJj")"), info.constData());
    QVERIFY(info.contains(R"("config":{"audience":"aud1"})"));
    QVERIFY(info.contains(R"("server":"https://127.0.0.1:26443")"));
}

void CredentialsTest::pluginIsFoundInPath()
{
    Access access = withPlugin(credential(R"({"token":"t"})"));
    access.user.exec->command = u"plugin"_s;
    QVERIFY(!run(access));
    m_environment.insert(u"PATH"_s, m_folder->path() + u":/usr/bin:/bin"_s);
    QVERIFY(run(access));
}

void CredentialsTest::pathComesFromTheLoginShellWhenADesktopStartedUs()
{
    Access access = withPlugin(credential(R"({"token":"t"})"));
    access.user.exec->command = u"plugin"_s;
    const QByteArray folder = m_folder->path().toUtf8();
    m_environment.insert(
        u"SHELL"_s,
        write(u"shell"_s, "#!/bin/sh\necho welcome\nPATH=\"" + folder + ":$PATH\"\nexec /bin/sh -c \"$3\"\n", true));
    CredentialSource source(access, m_environment);
    const Result<Credentials> outcome = fetch(source);
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
    m_environment.insert(u"TERM"_s, u"xterm"_s);
    CredentialSource fromTerminal(access, m_environment);
    QVERIFY(!fetch(fromTerminal));
}

void CredentialsTest::shellThatFailsChangesNothing()
{
    m_environment.insert(u"SHELL"_s, m_folder->filePath(u"nope"_s));
    CredentialSource source(withPlugin(credential(R"({"token":"t"})")), m_environment);
    QVERIFY(fetch(source));
}

void CredentialsTest::outputIsChecked_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("said"); // empty = it is good
    const TestCertificate pair = makeCertificate({});
    const auto escaped = [](QByteArray pem) { return pem.replace('\n', "\\n"); };
    const QByteArray both =
        R"({"clientCertificateData":")" + escaped(pair.pem) + R"(","clientKeyData":")" + escaped(pair.keyPem) + R"("})";
    QTest::newRow("token") << credential(R"({"token":"t"})") << QString();
    QTest::newRow("YAML") << QByteArray(
        "kind: ExecCredential\napiVersion: client.authentication.k8s.io/v1\nstatus: {token: t}")
                          << QString();
    QTest::newRow("certificate") << credential(both) << QString();
    QTest::newRow("expires") << credential(R"({"token":"t","expirationTimestamp":"2026-01-01T00:00:00Z"})")
                             << QString();
    QTest::newRow("expires at no time") << credential(R"({"token":"t","expirationTimestamp":"soon"})")
                                        << u"expirationTimestamp"_s;
    QTest::newRow("other version") << credential(R"({"token":"t"})", "v1beta1") << u"v1beta1"_s;
    QTest::newRow("other kind") << QByteArray(R"({"kind":"Pod","apiVersion":"v1"})") << u"ExecCredential"_s;
    QTest::newRow("no status") << QByteArray(
        R"({"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1"})")
                               << u"no status"_s;
    QTest::newRow("nothing in it") << credential("{}") << u"neither a token"_s;
    QTest::newRow("certificate only") << credential(R"({"clientCertificateData":"x"})") << u"only one"_s;
    QTest::newRow("key only") << credential(R"({"token":"t","clientKeyData":"x"})") << u"only one"_s;
    QTest::newRow("rubbish as certificate")
        << credential(R"({"clientCertificateData":"x","clientKeyData":"y"})") << u"cannot be used"_s;
    QTest::newRow("number as token") << credential(R"({"token":5})") << u"token"_s;
    QTest::newRow("text") << QByteArray("hello") << u"neither JSON nor YAML"_s;
    QTest::newRow("nothing") << QByteArray() << u"neither JSON nor YAML"_s;
    QTest::newRow("cut") << credential(R"({"token":"t"})").left(40) << u"neither JSON nor YAML"_s;
}

void CredentialsTest::outputIsChecked()
{
    QFETCH(QByteArray, output);
    QFETCH(QString, said);
    const Result<PluginCredential> credential = readPluginOutput(output, u"client.authentication.k8s.io/v1"_s);
    QCOMPARE(bool(credential), said.isEmpty());
    if (!credential)
        QVERIFY2(credential.error().what.contains(said), qPrintable(credential.error().what));
}

void CredentialsTest::failuresSayWhatToDo_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("details");
    QTest::newRow("exit status") << QByteArray("echo please sign in >&2; exit 7") << u"exit status 7"_s
                                 << u"please sign in"_s;
    QTest::newRow("crash") << QByteArray("kill -SEGV $$") << u"crashed"_s << QString();
    QTest::newRow("good exit, bad output")
        << QByteArray("echo hint >&2; exit 0") << u"neither JSON nor YAML"_s << u"hint"_s;
}

void CredentialsTest::failuresSayWhatToDo()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, what);
    QFETCH(QString, details);
    const Result<PluginCredential> outcome = run(withPlugin({}, script));
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().what.contains(what), qPrintable(outcome.error().what));
    QVERIFY2(outcome.error().details.contains(details), qPrintable(outcome.error().details));

    Access access = withPlugin({});
    access.user.exec->command = m_folder->filePath(u"nope"_s);
    access.user.exec->installHint = u"run \x1b[1mapt install nope"_s;
    const Result<PluginCredential> missing = run(access);
    QVERIFY(!missing && missing.error().what.contains("not found"_L1));
    QCOMPARE(missing.error().next, u"run U+001B[1mapt install nope"_s);
    access = withPlugin({});
    access.user.exec->interactiveMode = u"Always"_s;
    QVERIFY(run(access).error().what.contains("terminal"_L1));
    QCOMPARE(runs(), 1);
}

void CredentialsTest::credentialIsKeptUntilItExpires()
{
    CredentialSource source(withPlugin(credential(R"({"token":"t","expirationTimestamp":")"
                                                  + m_now.addSecs(3600).toString(Qt::ISODate).toLatin1() + "\"}")),
                            m_environment, [this] { return m_now; });
    for (int i = 0; i < 3; ++i)
        QCOMPARE(fetch(source)->headers.first().value, "Bearer t");
    QCOMPARE(runs(), 1);
    m_now = m_now.addSecs(7200);
    fetch(source);
    QCOMPARE(runs(), 2);
}

void CredentialsTest::refusedCredentialIsFetchedAnew()
{
    CredentialSource source(withPlugin(credential(R"({"token":"t"})")), m_environment, [this] { return m_now; });
    const Result<Credentials> first = fetch(source);
    QVERIFY(source.refuse(*first));
    fetch(source);
    QCOMPARE(runs(), 2);
    fetch(source);
    QCOMPARE(runs(), 2);
}

void CredentialsTest::allWhoWaitShareOneRun()
{
    CredentialSource source(withPlugin(credential(R"({"token":"t"})")), m_environment);
    int told = 0;
    for (int i = 0; i < 50; ++i)
        source.fetch(this, [&](const Result<Credentials> &) { ++told; });
    QTRY_COMPARE(told, 50);
    QCOMPARE(runs(), 1);
}

void CredentialsTest::expiredFromTheStartDoesNotRunForEveryRequest()
{
    CredentialSource source(withPlugin(credential(R"({"token":"t","expirationTimestamp":"2020-01-01T00:00:00Z"})")),
                            m_environment, [this] { return m_now; });
    for (int i = 0; i < 5; ++i)
        QVERIFY(fetch(source));
    QCOMPARE(runs(), 1);
    m_now = m_now.addSecs(60);
    fetch(source);
    QCOMPARE(runs(), 2);
}

void CredentialsTest::otherCredentialsComeBeforeThePlugin()
{
    Access access = withPlugin(credential(R"({"token":"t"})"));
    access.user.token = u"own"_s;
    CredentialSource source(access, m_environment);
    QCOMPARE(fetch(source)->headers.first().value, "Bearer own");
    QCOMPARE(runs(), 0);
}

void CredentialsTest::cancelledPluginEnds()
{
    const QString alive = m_folder->filePath(u"alive"_s);
    CredentialSource source(withPlugin({}, "echo $$ >'" + alive.toUtf8() + "'; sleep 600"), m_environment);
    bool told = false;
    Call call = source.fetch(this, [&](const Result<Credentials> &) { told = true; });
    QTRY_VERIFY(QFile(alive).size() > 1);
    QFile file(alive);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString process = u"/proc/"_s + QString::fromLatin1(file.readAll().trimmed());
    QVERIFY(QFile::exists(process));
    call.cancel();
    QTRY_VERIFY(!QFile::exists(process));
    QVERIFY(!told);
}

void CredentialsTest::pluginThatHangsEnds()
{
    const Result<PluginCredential> outcome = run(withPlugin({}, "sleep 600"), std::chrono::milliseconds(100));
    QVERIFY(!outcome && outcome.error().what.contains("in time"_L1));
}

void CredentialsTest::requestIsRepeatedOnceAfterARefusal()
{
    HttpServer server;
    QFile::remove(m_folder->filePath(u"runs"_s));
    server.onRequest = [&](const Request &, const Responder &responder) {
        responder.send({.status = runs() < 2 ? 401 : 200, .body = "{}"});
    };
    Access access = withPlugin(credential(R"({"token":"t"})"));
    access.address = *serverAddress(server.url()); // plain, so that the server needs no certificate
    const auto transport = openCluster(access, {.environment = m_environment});
    std::optional<Answer> answer;
    (*transport)->send({.path = "/"}, this, [&](const Answer &got) { answer = got; });
    QTRY_VERIFY(answer);
    QCOMPARE(std::get<Response>(*answer).status, 200);
    QCOMPARE(runs(), 2);
}

void CredentialsTest::refusalThatStaysIsTold()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) {
        responder.send({.status = 401, .body = "{}"});
    };
    Access access = withPlugin(credential(R"({"token":"t"})"));
    access.address = *serverAddress(server.url());
    const auto transport = openCluster(access, {.environment = m_environment});
    std::optional<Answer> answer;
    (*transport)->send({.path = "/"}, this, [&](const Answer &got) { answer = got; });
    QTRY_VERIFY(answer);
    QCOMPARE(std::get<Response>(*answer).status, 401);
    QCOMPARE(runs(), 2);
}

void CredentialsTest::tokenFileIsReadAgainAfterFiftySeconds()
{
    CredentialSource source({.user = {.tokenFile = write(u"t"_s, "one\n")}}, {}, [this] { return m_now; });
    QCOMPARE(fetch(source)->headers.first().value, "Bearer one");
    write(u"t"_s, "two");
    m_now = m_now.addSecs(49);
    QCOMPARE(fetch(source)->headers.first().value, "Bearer one");
    m_now = m_now.addSecs(2);
    QCOMPARE(fetch(source)->headers.first().value, "Bearer two");
}

void CredentialsTest::tokenFileBeatsTheToken()
{
    CredentialSource source({.user = {.token = u"own"_s, .tokenFile = write(u"t"_s, "file")}}, {});
    QCOMPARE(fetch(source)->headers.first().value, "Bearer file");
    CredentialSource missing({.user = {.token = u"own"_s, .tokenFile = u"/nope"_s}}, {});
    QCOMPARE(fetch(missing)->headers.first().value, "Bearer own");
}

void CredentialsTest::goneTokenFileKeepsTheLastToken()
{
    CredentialSource source({.user = {.tokenFile = write(u"t"_s, "one")}}, {}, [this] { return m_now; });
    fetch(source);
    QFile::remove(m_folder->filePath(u"t"_s));
    m_now = m_now.addSecs(100);
    QCOMPARE(fetch(source)->headers.first().value, "Bearer one");
    write(u"t"_s, " \n");
    QCOMPARE(fetch(source)->headers.first().value, "Bearer one");
}

void CredentialsTest::refusedTokenFileIsReadAgainAtOnce()
{
    CredentialSource source({.user = {.tokenFile = write(u"t"_s, "one")}}, {}, [this] { return m_now; });
    const Result<Credentials> first = fetch(source);
    QVERIFY(!source.refuse(*first));
    write(u"t"_s, "two");
    QVERIFY(source.refuse(*first));
    QCOMPARE(fetch(source)->headers.first().value, "Bearer two");
}

void CredentialsTest::controlCharactersAreShownAsTheirNumber()
{
    QCOMPARE(shownText(u"a\x1b[1mb\nc\u202e"_s), u"aU+001B[1mb\ncU+202E"_s);
}

void CredentialsTest::noSecretIsEverTold()
{
    const QByteArray secret = "planted-secret";
    const QList<QByteArray> outputs = {
        credential(R"({"token":")" + secret + R"(\nX: y"})"),
        credential(R"({"clientCertificateData":")" + secret + R"(","clientKeyData":")" + secret + R"("})"),
        R"({"kind":"Pod","status":{"token":")" + secret + R"("}})",
        secret,
        credential(R"({"token":")" + secret + R"(","expirationTimestamp":"x"})"),
    };
    for (const QByteArray &output : outputs) {
        CredentialSource source(withPlugin(output), m_environment);
        const Result<Credentials> outcome = fetch(source);
        QVERIFY(!outcome);
        QVERIFY2(!(outcome.error().toString() + outcome.error().details).contains(QString::fromUtf8(secret)),
                 qPrintable(outcome.error().toString()));
    }
}

QTEST_GUILESS_MAIN(CredentialsTest)
#include "tst_credentials.moc"
