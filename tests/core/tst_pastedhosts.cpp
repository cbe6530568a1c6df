// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/pastejudge.h"
#include "core/policy/paste/pastereader.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

using State = PastedRow::State;

QString shown(const PastedRow &row)
{
    QString text = row.host;
    if (row.port)
        text += u':' + QString::number(*row.port);
    if (row.protocol)
        text += u' ' + info(*row.protocol).name;
    return text;
}

/// The hosts with what the text says of them, "!host" for rejects.
QStringList hostsIn(const QString &text)
{
    QStringList hosts;
    for (const PastedRow &row : readPaste(text)) {
        if (row.state == State::Host)
            hosts.append(shown(row));
        else if (row.state == State::Rejected)
            hosts.append(u'!' + (row.host.isEmpty() ? row.text : shown(row)));
    }
    return hosts;
}

PasteNote noteOf(const QString &text)
{
    for (const PastedRow &row : readPaste(text)) {
        if (row.state == State::Rejected)
            return row.note;
    }
    return PasteNote::None;
}

/// The words of the text that no row has, apart from lines with commands, whose options' values may be secret.
QStringList lostWords(const QString &text)
{
    QHash<int, QString> found;
    for (const PastedRow &row : readPaste(text))
        found[row.line] += row.text.toLower() + u' ' + row.detail.toLower() + u' ';
    QStringList lost;
    LineCutter lines(text);
    static const QRegularExpression word(u"[\\p{L}\\p{N}]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    while (!lines.atEnd()) {
        const QString line = cleanedLine(lines.next());
        auto match = word.globalMatch(line);
        while (match.hasNext()) {
            const QString each = match.next().captured();
            if (!found.value(lines.number()).contains(each.toLower()))
                lost.append(QString::number(lines.number()) + u':' + each);
        }
    }
    return lost;
}

/// Samples of everything that people paste, without secrets and commands.
const QStringList &samples()
{
    static const QStringList texts = {
        u"Host\tPort\tProtocol\nwww.example.com\t443\tHTTPS\napi.example.com\t80\tHTTP\n"_s,
        u"\"Name\";\"Domain\";\"Ports\"\r\n\"shop\";\"shop.example.com\";\"80, 443\"\r\n"_s,
        u"https://www.example.com:8443/path?a=1,2#frag\nhttp://a.example.com/x,http://b.example.com/y\n"_s,
        u"10.0.0.5 db.example.com db # the database\n127.0.0.1 localhost\n"_s,
        u"a.example.com, b.example.com;c.example.com d.example.com:8080 | e.example.com 443 TLS\n"_s,
        u"- 'one.example.com'\n- host: two.example.com\n  port: 443\n[\"three.example.com\", \"four.example.com\"],\n"_s,
        u"| Host | Port |\n|---|---|\n| md.example.com | 443 |\n* [docs](https://docs.example.com/x)\n"_s,
        u"bücher.example, *.example.org, .example.net, ops@example.com, 192.0.2.1, 2001:db8::1, *bad.example.com\n"_s,
        u"10.0.0.1 - - [10/Oct/2000:13:55:36 -0700] \"GET http://fwd.example.com/x HTTP/1.1\" 200 1 \"-\" \"curl/7\"\n"_s,
        u"1286536308.779 180 192.168.0.224 TCP_MISS/200 411 GET http://s.example.com/a - DIRECT/203.0.113.1 text/html\n"_s,
        u"please open www.example.com (and api.example.com) for us, port 8443; thanks\n"_s,
        u"apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nspec:\n  hosts: [a.example.com]\n  ports:\n  - {number: "
        "443, protocol: TLS}\n"_s};
    return texts;
}

QString mutated(QString text, QRandomGenerator &random)
{
    static const QString spice =
        u" \t\n\r,;:/|\"'[](){}<>@#=*.-_~%\\^`&?!0123456789aZ\u00A0\u200B\u3002\uFEFFüß中\u0000"_s;
    const int changes = random.bounded(1, 12);
    for (int i = 0; i < changes && !text.isEmpty(); ++i) {
        const int at = random.bounded(int(text.size()));
        switch (random.bounded(4)) {
        case 0:
            text.insert(at, spice[random.bounded(int(spice.size()))]);
            break;
        case 1:
            text.remove(at, random.bounded(1, 5));
            break;
        case 2:
            text[at] = spice[random.bounded(int(spice.size()))];
            break;
        default:
            text.insert(at, text.mid(random.bounded(int(text.size())), random.bounded(20)));
        }
    }
    return text;
}

} // namespace

class TestPastedHosts : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatPeoplePaste_data();
    void readsWhatPeoplePaste();
    void saysWhyAWordIsNoHost_data();
    void saysWhyAWordIsNoHost();
    void rowsKnowTheirLine();
    void secretsAreNotShown();
    void internationalNamesAreShownInBothForms();
    void everyWordIsAccountedFor();
    void everyWordOfMutatedTextIsAccountedFor();
    void anyCharactersAreRead();
    void effortGrowsWithTheLengthOnly();
    void piecesAreTheWhole();
    void duplicatesAreFoundInTheTextAndInTheRule();
    void whatTheTextDoesNotSayComesFromTheDestination();
    void editedRowsAreJudgedAnew();
};

void TestPastedHosts::readsWhatPeoplePaste_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("hosts");
    const auto row = [](const char *name, const QString &text, const QStringList &hosts) {
        QTest::newRow(name) << text << hosts;
    };
    // Tables
    row("spreadsheet column with a title", u"Hosts\nwww.example.com\napi.example.com\n"_s,
        {u"www.example.com"_s, u"api.example.com"_s});
    row("spreadsheet with columns", u"Host\tPort\tProtocol\tOwner\r\nWWW.Example.com\t443\tHTTPS\tteam-web\r\n"_s,
        {u"www.example.com:443 HTTPS"_s});
    row("CSV with quotes and semicolons", u"\"Team\";\"FQDN\";\"Port\"\n\"a;b\";\"x.example.com\";\"80, 8080\"\n"_s,
        {u"x.example.com:80"_s, u"x.example.com:8080"_s});
    row("CSV without titles", u"a.example.com,443,HTTPS\nb.example.com,80,HTTP\n"_s,
        {u"a.example.com:443 HTTPS"_s, u"b.example.com:80 HTTP"_s});
    row("columns in another order", u"port,protocol,host\n5432,TCP,db.example.com\n"_s, {u"db.example.com:5432"_s});
    row("titles in Chinese", u"域名\t端口\n\u4E2D\u6587.example\t443\n"_s, {u"xn--fiq228c.example:443"_s});
    row("a column of addresses beside", u"host,ip,contact\na.example.com,192.0.2.1,x@example.org\n"_s,
        {u"a.example.com"_s, u"!192.0.2.1"_s, u"!example.org"_s});
    row("Markdown table", u"| Host | Port |\n|:--|--:|\n| `a.example.com` | 443 |\n"_s, {u"a.example.com:443"_s});
    row("ranked list", u"1,a.example.com\n2,b.example.com\n"_s, {u"a.example.com"_s, u"b.example.com"_s});
    // URLs
    row("URLs", u"https://a.example.com/x?y=1,2&z=http://n.example/\nhttp://b.example.com:8080\n"_s,
        {u"a.example.com:443 HTTPS"_s, u"b.example.com:8080 HTTP"_s});
    row("URL with a user", u"http://user:pass@a.example.com/x"_s, {u"a.example.com:80 HTTP"_s});
    row("URLs without blanks between", u"https://a.example.com/x,https://b.example.com/y;c.example.com"_s,
        {u"a.example.com:443 HTTPS"_s, u"b.example.com:443 HTTPS"_s, u"c.example.com"_s});
    row("URL without a scheme", u"//cdn.example.com/lib.js a.example.com/path"_s,
        {u"cdn.example.com"_s, u"a.example.com"_s});
    row("URLs of databases",
        u"postgres://u:p@db.example.com/x\nmongodb://u:p@m1.example.com:27017,m2.example.com:27017/d\n"_s,
        {u"db.example.com:5432 TCP"_s, u"m1.example.com:27017 MONGO"_s, u"m2.example.com:27017"_s});
    row("JDBC", u"jdbc:mysql://db.example.com:3307/app"_s, {u"db.example.com:3307 MYSQL"_s});
    row("defused URL", u"hxxps://evil[.]example[.]com/a"_s, {u"evil.example.com:443 HTTPS"_s});
    row("git remote", u"git@github.com:org/repo.git"_s, {u"github.com:22 TCP"_s});
    row("URL with an IPv6 address", u"https://[2001:db8::1]:8443/x"_s, {u"!https://[2001:db8::1]:8443/x"_s});
    // Commands
    row("curl", u"$ curl -sSL -X POST -d '{\"u\":\"https://no.example\"}' \"https://a.example.com/x\" -o out.json"_s,
        {u"a.example.com:443 HTTPS"_s});
    row("curl over several lines", u"curl \\\n  -H 'Accept: text/html' \\\n  https://a.example.com\nb.example.com"_s,
        {u"a.example.com:443 HTTPS"_s, u"b.example.com"_s});
    row("curl with several URLs", u"curl https://a.example.com b.example.com:8080/x"_s,
        {u"a.example.com:443 HTTPS"_s, u"b.example.com:8080 HTTP"_s});
    row("curl with a Host header", u"curl -H 'Host: www.example.com' http://203.0.113.7/x"_s,
        {u"www.example.com:80 HTTP"_s});
    row("curl with a Host header inside TLS", u"curl -H 'Host: in.example.com' https://out.example.com"_s,
        {u"out.example.com:443 HTTPS"_s});
    row("curl through a proxy", u"curl -x http://proxy.example:3128 --proxy-user a:b https://a.example.com"_s,
        {u"a.example.com:443 HTTPS"_s});
    row("curl through a proxy of the environment",
        u"https_proxy=http://proxy.example:3128 curl https://a.example.com"_s, {u"a.example.com:443 HTTPS"_s});
    row("curl with pinned names",
        u"curl --resolve a.example.com:443:203.0.113.9 --connect-to ::b.example.com:8443 https://a.example.com"_s,
        {u"a.example.com:8443 HTTPS"_s});
    row("curl with --url", u"curl --url https://a.example.com -kvo/dev/null"_s, {u"a.example.com:443 HTTPS"_s});
    row("curl in a pipe", u"curl -s https://a.example.com | jq .x && curl https://b.example.com > c.json"_s,
        {u"a.example.com:443 HTTPS"_s, u"b.example.com:443 HTTPS"_s});
    row("wget", u"wget -q -O - http://a.example.com/x.tar.gz"_s, {u"a.example.com:80 HTTP"_s});
    // Logs
    row("Squid",
        u"1286536308.779 180 192.168.0.224 TCP_MISS/200 411 GET http://a.example.com/x - DIRECT/203.0.113.1 text/html\n"
        "1286536309.450 920 192.168.0.227 TCP_TUNNEL/200 411 CONNECT b.example.com:443 - HIER_DIRECT/203.0.113.2 -\n"_s,
        {u"a.example.com:80 HTTP"_s, u"b.example.com:443 HTTPS"_s});
    row("Apache combined without a host",
        u"192.0.2.1 - f [10/Oct/2000:13:55:36 -0700] \"GET /a.gif HTTP/1.0\" 200 2 \"http://ref.example/\" \"Mozilla/4.08\"\n"_s,
        {u"!GET /a.gif HTTP/1.0"_s});
    row("forward proxy in the combined format",
        u"192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] \"CONNECT a.example.com:443 HTTP/1.1\" 200 1 \"-\" \"-\"\n"
        "192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] \"GET http://b.example.com/x HTTP/1.1\" 200 1 \"-\" \"-\"\n"_s,
        {u"a.example.com:443 HTTPS"_s, u"b.example.com:80 HTTP"_s});
    row("combined with virtual hosts",
        u"a.example.com:80 192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"\n"_s,
        {u"a.example.com:80"_s});
    row("nginx error log",
        u"2024/01/02 10:00:00 [error] 7#7: *1 connect() failed, client: 192.0.2.1, server: _, request: \"GET / HTTP/1.1\", "
        "upstream: \"http://10.1.1.1:80/\", host: \"a.example.com\"\n"_s,
        {u"a.example.com"_s});
    row("Envoy's default format",
        u"[2016-04-15T20:17:00.310Z] \"POST /api HTTP/2\" 204 - 154 0 226 100 \"10.0.35.28\" \"nsq2http\" \"cc21d9b0\" "
        "\"a.example.com\" \"tcp://10.0.2.1:80\"\n"_s,
        {u"a.example.com:80 HTTP2"_s});
    row("Istio's sidecar, HTTP blocked",
        u"[2024-01-02T03:04:05.678Z] \"GET /get HTTP/1.1\" 502 - direct_response - \"-\" 0 0 0 - \"-\" \"curl/8.0\" \"abc\" "
        "\"a.example.com\" \"-\" - - 203.0.113.5:8080 10.244.0.5:51000 - block_all\n"_s,
        {u"a.example.com:8080 HTTP"_s});
    row("Istio's sidecar, TLS blocked",
        u"[2024-01-02T03:04:05.678Z] \"- - -\" 0 UH - - \"-\" 0 0 0 - \"-\" \"-\" \"-\" \"-\" \"-\" BlackHoleCluster - "
        "203.0.113.5:443 10.244.0.5:51000 a.example.com -\n"_s,
        {u"a.example.com:443 HTTPS"_s});
    row("Envoy in JSON",
        u"{\"authority\":\"a.example.com\",\"protocol\":\"HTTP/1.1\",\"downstream_local_address\":\"203.0.113.5:80\"}\n"
        "{\"authority\":null,\"requested_server_name\":\"b.example.com\",\"downstream_local_address\":\"203.0.113.5:443\"}\n"_s,
        {u"a.example.com:80 HTTP"_s, u"b.example.com:443 HTTPS"_s});
    row("a request", u"GET http://a.example.com/x\nCONNECT b.example.com:443 HTTP/1.1\nHost: b.example.com\n"_s,
        {u"a.example.com:80 HTTP"_s, u"b.example.com:443 HTTPS"_s, u"b.example.com"_s});
    // Hosts files and zones
    row("hosts file", u"# site\n127.0.0.1 localhost\n10.0.0.5\tdb.example.com db  # old\nfe80::1%lo0 x.example.com\n"_s,
        {u"!localhost"_s, u"db.example.com"_s, u"!db"_s, u"x.example.com"_s});
    row("zone", u"www.example.com. 300 IN CNAME alias.example.net.\n"_s, {u"www.example.com"_s});
    // Lists
    row("commas, blanks, semicolons", u"a.example.com, b.example.com;c.example.com d.example.com"_s,
        {u"a.example.com"_s, u"b.example.com"_s, u"c.example.com"_s, u"d.example.com"_s});
    row("Chinese punctuation", u"a.example.com，b.example.com、c.example.com；d．example．com"_s,
        {u"a.example.com"_s, u"b.example.com"_s, u"c.example.com"_s, u"d.example.com"_s});
    row("host:port and host port",
        u"a.example.com:443\nb.example.com 8080\nc.example.com 443/tcp\nd.example.com - port 22\n"_s,
        {u"a.example.com:443"_s, u"b.example.com:8080"_s, u"c.example.com:443"_s, u"d.example.com:22"_s});
    row("several ports", u"a.example.com 80/443\nb.example.com: 80, 443 (TCP)\n"_s,
        {u"a.example.com:80"_s, u"a.example.com:443"_s, u"b.example.com:80"_s, u"b.example.com:443"_s});
    row("protocol in front", u"tcp db.example.com 5433"_s, {u"db.example.com:5433 TCP"_s});
    row("YAML list", u"hosts:\n- a.example.com\n- 'b.example.com' # c\n"_s, {u"a.example.com"_s, u"b.example.com"_s});
    row("part of a YAML list", u"    - a.example.com\n    - \"b.example.com\"\n"_s,
        {u"a.example.com"_s, u"b.example.com"_s});
    row("JSON list", u"[\"a.example.com\",\n \"b.example.com\"]"_s, {u"a.example.com"_s, u"b.example.com"_s});
    row("bullets and boxes", u"• a.example.com\n* b.example.com\n1. c.example.com\n- [x] d.example.com\n"_s,
        {u"a.example.com"_s, u"b.example.com"_s, u"c.example.com"_s, u"d.example.com"_s});
    row("links", u"[our docs](https://a.example.com/x), <https://b.example.com>, **c.example.com**"_s,
        {u"a.example.com:443 HTTPS"_s, u"b.example.com:443 HTTPS"_s, u"c.example.com"_s});
    row("key=value", u"dst=a.example.com dport=8443 proto=tcp"_s, {u"a.example.com:8443"_s});
    row("prose", u"Please open www.example.com and (api.example.com) for version 1.2.3, e.g. today."_s,
        {u"www.example.com"_s, u"api.example.com"_s});
    // Documents
    row("ServiceEntry",
        u"apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: x.example}\nspec:\n  hosts:\n"
        "  - a.example.com\n  - '*.example.org'\n  ports:\n  - {number: 443, name: tls, protocol: TLS}\n"_s,
        {u"a.example.com:443 TLS"_s, u"*.example.org:443 TLS"_s});
    row("destinations of a policy",
        u"- name: a\n  hosts: [a.example.com]\n  port: {number: 3306, protocol: MYSQL}\n- hosts:\n  - b.example.com\n"
        "  port:\n    number: 80\n    protocol: HTTP\n"_s,
        {u"a.example.com:3306 MYSQL"_s, u"b.example.com:80 HTTP"_s});
    row("objects in JSON", u"[{\"host\": \"a.example.com\", \"port\": 443}, {\"url\": \"http://b.example.com/x\"}]"_s,
        {u"a.example.com:443"_s, u"b.example.com:80 HTTP"_s});
    // Spellings
    row("capitals and a dot at the end", u"WWW.Example.COM."_s, {u"www.example.com"_s});
    row("international", u"bücher.example\nB\u00DCCHER.example\n日本語.example\n"_s,
        {u"xn--bcher-kva.example"_s, u"xn--bcher-kva.example"_s, u"xn--wgv71a119e.example"_s});
    row("wildcards", u"*.example.com\n.example.org\nhttps://*.example.net/\n"_s,
        {u"*.example.com"_s, u"*.example.org"_s, u"*.example.net:443 HTTPS"_s});
    row("byte order mark, no-break and zero-width blanks",
        u"\uFEFFa.example.com\u00A0443\r\n\u200Bb.exa\u200Bmple.com\u2028c.example.com"_s,
        {u"a.example.com:443"_s, u"b.example.com"_s, u"c.example.com"_s});
    row("quotes of word processors", u"\u201Ca.example.com\u201D \u2018b.example.com\u2019"_s,
        {u"a.example.com"_s, u"b.example.com"_s});
    row("nothing", u" \n\t\r\n"_s, {});
}

void TestPastedHosts::readsWhatPeoplePaste()
{
    QFETCH(QString, text);
    QFETCH(QStringList, hosts);
    QCOMPARE(hostsIn(text), hosts);
}

void TestPastedHosts::saysWhyAWordIsNoHost_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<PasteNote>("note");
    QTest::newRow("IPv4") << u"192.0.2.1"_s << PasteNote::Address;
    QTest::newRow("IPv6") << u"2001:db8::1"_s << PasteNote::Address;
    QTest::newRow("block") << u"192.0.2.0/24"_s << PasteNote::Address;
    QTest::newRow("address and port") << u"192.0.2.1:443"_s << PasteNote::Address;
    QTest::newRow("mail") << u"ops@example.com"_s << PasteNote::Mail;
    QTest::newRow("mail link") << u"mailto:ops@example.com"_s << PasteNote::Mail;
    QTest::newRow("no dot") << u"localhost"_s << PasteNote::Short;
    QTest::newRow("no dot, with a port") << u"redis:6379 is used"_s << PasteNote::Short;
    QTest::newRow("no dot, in a list") << u"a.example.com, localhost"_s << PasteNote::Short;
    QTest::newRow("no dot, in a URL") << u"http://grafana/x"_s << PasteNote::Short;
    QTest::newRow("reserved") << u"egress.internal"_s << PasteNote::Reserved;
    QTest::newRow("service") << u"web.shop.svc.cluster.local"_s << PasteNote::InCluster;
    QTest::newRow("star within") << u"www.*.example.com"_s << PasteNote::BadWildcard;
    QTest::newRow("star without a dot") << u"*example.com"_s << PasteNote::BadWildcard;
    QTest::newRow("star alone") << u"*"_s << PasteNote::BadWildcard;
    QTest::newRow("underscore") << u"my_host.example.com"_s << PasteNote::Invalid;
    QTest::newRow("label too long") << QString(64, u'a') + u".example.com"_s << PasteNote::Invalid;
    QTest::newRow("empty label") << u"a..example.com"_s << PasteNote::Invalid;
    QTest::newRow("port too large") << u"a.example.com:99999"_s << PasteNote::BadPort;
    QTest::newRow("range of ports") << u"a.example.com:8000-8010"_s << PasteNote::BadPort;
    QTest::newRow("UDP") << u"ntp.example.com 123/udp"_s << PasteNote::Udp;
    QTest::newRow("file") << u"file:///etc/passwd"_s << PasteNote::NoName;
    QTest::newRow("pattern of curl") << u"curl https://{a,b}.example.com/"_s << PasteNote::Pattern;
}

void TestPastedHosts::saysWhyAWordIsNoHost()
{
    QFETCH(QString, text);
    QFETCH(PasteNote, note);
    QCOMPARE(noteOf(text), note);
    for (const PastedRow &row : readPaste(text))
        QVERIFY(row.state == State::Host || textOf(row).endsWith(u'.'));
}

void TestPastedHosts::rowsKnowTheirLine()
{
    QList<int> lines;
    for (const PastedRow &row : readPaste(u"\r\na.example.com\r\n\r\nhttps://b.example.com\rc.example.com"_s))
        lines.append(row.line);
    QCOMPARE(lines, QList<int>({2, 4, 5}));
}

void TestPastedHosts::secretsAreNotShown()
{
    const QString text =
        u"curl -u bob:hunter2 -H 'Authorization: Bearer hunter2' -b sid=hunter2 --proxy http://p:hunter2@proxy.example:1 "
        "https://bob:hunter2@a.example.com/x\n"
        "postgres://bob:hunter2@b.example.com/x\nHTTP_PROXY=http://bob:hunter2@proxy.example:3128\n"
        "Cookie: sid=hunter2\nAuthorization: Basic hunter2\n"_s;
    for (const PastedRow &row : readPaste(text))
        QVERIFY2(!row.text.contains(u"hunter2"_s) && !row.detail.contains(u"hunter2"_s), qPrintable(row.text));
    QCOMPARE(hostsIn(text), QStringList({u"a.example.com:443 HTTPS"_s, u"b.example.com:5432 TCP"_s}));
}

void TestPastedHosts::internationalNamesAreShownInBothForms()
{
    QCOMPARE(readableHost(u"xn--bcher-kva.example"_s), u"bücher.example"_s);
    QCOMPARE(readableHost(u"*.xn--bcher-kva.example"_s), u"*.bücher.example"_s);
    QCOMPARE(readableHost(u"www.example.com"_s), u"www.example.com"_s);
}

void TestPastedHosts::everyWordIsAccountedFor()
{
    for (const QString &text : samples())
        QVERIFY2(lostWords(text).isEmpty(), qPrintable(text + lostWords(text).join(u' ')));
}

void TestPastedHosts::everyWordOfMutatedTextIsAccountedFor()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 6000; ++i) {
        const QString text = mutated(samples()[random.bounded(int(samples().size()))], random);
        // The user's part of a URL is left out on purpose, and what stands behind a key that holds secrets.
        if (text.contains(u'@') || text.contains("wget"_L1) || text.contains("curl"_L1))
            continue;
        const QStringList lost = lostWords(text);
        QVERIFY2(lost.isEmpty(), qPrintable(text + u"\n=> "_s + lost.join(u' ')));
    }
}

void TestPastedHosts::anyCharactersAreRead()
{
    QRandomGenerator random(8);
    for (int i = 0; i < 2000; ++i) {
        QString text;
        const int length = random.bounded(200);
        for (int k = 0; k < length; ++k)
            text += QChar(char16_t(random.bounded(3) ? random.bounded(128) : random.bounded(0x10000)));
        for (const PastedRow &row : readPaste(text)) {
            QVERIFY(row.line >= 1);
            QVERIFY(row.state != State::Host || !row.host.isEmpty());
        }
    }
}

/// What one word costs must not depend on how many there are: a quadratic step would not finish here.
void TestPastedHosts::effortGrowsWithTheLengthOnly()
{
    constexpr int many = 300'000;
    for (const QString &piece :
         {u"a,"_s, u"a.b "_s, u"a.example.com:80,443 "_s, u"]("_s, u"["_s, u"a=b="_s, u"\""_s, u"https://a/,"_s, u"#"_s,
          u"*"_s, u"//"_s, u"@"_s, u"curl "_s, u"\\\n"_s, u"{"_s, u"a:"_s, u"1 "_s, u"a.b\t80\t"_s})
        QVERIFY(!readPaste(piece.repeated(many / piece.size())).isEmpty() || true);
    QCOMPARE(hostsIn(u"a.example.com,"_s.repeated(many / 10)).size(), many / 10);
}

void TestPastedHosts::piecesAreTheWhole()
{
    const QString text = samples().join(u'\n');
    QList<PastedRow> rows;
    PasteReader reader(text);
    double before = 0;
    for (int i = 0; i < 1000 && !reader.atEnd(); ++i) {
        rows += reader.read(1);
        QVERIFY(reader.progress() >= before);
        before = reader.progress();
    }
    QVERIFY(reader.atEnd());
    QCOMPARE(before, 1.0);
    QCOMPARE(rows, readPaste(text));
}

void TestPastedHosts::duplicatesAreFoundInTheTextAndInTheRule()
{
    Policy policy;
    const Destination there{
        .name = {}, .hosts = {u"There.example.com."_s}, .port = {.number = 443, .protocol = Protocol::Https}};
    const Destination elsewhere{
        .name = {}, .hosts = {u"elsewhere.example.com"_s}, .port = {.number = 443, .protocol = Protocol::Https}};
    policy.rules = {{.name = u"web"_s, .from = {}, .to = {there}}, {.name = u"data"_s, .from = {}, .to = {elsewhere}}};
    PasteJudge judge(policy, 0, there.port);
    QStringList answers;
    for (PastedRow row :
         readPaste(u"a.example.com\nthere.example.com\nhttp://there.example.com\nelsewhere.example.com\n"
                   "https://A.example.com/x\n"_s)) {
        judge.judge(row);
        answers.append(QString::number(int(row.state)) + u' ' + shown(row) + u' ' + textOf(row));
    }
    QCOMPARE(answers,
             QStringList({u"0 a.example.com:443 HTTPS "_s, u"1 there.example.com:443 HTTPS The rule has it already."_s,
                          u"0 there.example.com:80 HTTP "_s, u"0 elsewhere.example.com:443 HTTPS data has it, too."_s,
                          u"1 a.example.com:443 HTTPS Line 1 has it already."_s}));
}

void TestPastedHosts::whatTheTextDoesNotSayComesFromTheDestination()
{
    const auto completed = [](const QString &text, const Port &port) {
        PasteJudge judge({}, 0, port);
        QStringList rows;
        for (PastedRow row : readPaste(text)) {
            judge.judge(row);
            rows.append(row.state == State::Rejected ? u'!' + textOf(row) : shown(row));
        }
        return rows.join(u", "_s);
    };
    const Port grpc{.number = 9000, .protocol = Protocol::Grpc};
    QCOMPARE(completed(u"a.example.com"_s, grpc), u"a.example.com:9000 GRPC"_s);
    QCOMPARE(completed(u"a.example.com:9000"_s, grpc), u"a.example.com:9000 GRPC"_s);
    QCOMPARE(completed(u"a.example.com:443"_s, grpc), u"a.example.com:443 HTTPS"_s);
    QCOMPARE(completed(u"a.example.com:3306"_s, grpc), u"a.example.com:3306 MYSQL"_s);
    QCOMPARE(completed(u"a.example.com:12345"_s, grpc), u"a.example.com:12345 GRPC"_s);
    QCOMPARE(completed(u"a.example.com HTTP"_s, grpc), u"a.example.com:80 HTTP"_s);
    QCOMPARE(completed(u"a.example.com GRPC"_s, grpc), u"a.example.com:9000 GRPC"_s);
    QCOMPARE(completed(u"a.example.com TCP"_s, grpc), u"!TCP needs a port."_s);
    QCOMPARE(completed(u"a.example.com"_s, {}), u"a.example.com:443 HTTPS"_s);
}

void TestPastedHosts::editedRowsAreJudgedAnew()
{
    const PastedRow mail = readPaste(u"ops@example.com"_s).front();
    const PastedRow row = edited(mail, u"www.example.com"_s, 80, Protocol::Http);
    QCOMPARE(row.state, State::Host);
    QCOMPARE(shown(row), u"www.example.com:80 HTTP"_s);
    QCOMPARE(row.line, 1);
    QCOMPARE(row.text, u"ops@example.com"_s);
    QCOMPARE(edited(row, u"10.0.0.1"_s, 80, Protocol::Http).note, PasteNote::Address);
    QCOMPARE(shown(edited(row, u"https://x.example.com:8443/"_s, {}, {})), u"x.example.com:8443 HTTPS"_s);
}

QTEST_GUILESS_MAIN(TestPastedHosts)
#include "tst_pastedhosts.moc"
