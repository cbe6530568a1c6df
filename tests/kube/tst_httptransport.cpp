// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/opencluster.h"
#include "tests/support/kube/certificates.h"
#include "tests/support/kube/httpserver.h"

#include <QFile>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::kube;

namespace {

Response ok(const QByteArray &body)
{
    return {.status = 200, .headers = {{"Content-Type", "application/json"}}, .body = body};
}

Access accessTo(const QString &url, const UserEntry &user = {.token = u"planted-secret-token"_s},
                ClusterEntry cluster = {})
{
    cluster.server = url;
    return {.contextName = u"x"_s, .address = *serverAddress(url), .cluster = cluster, .user = user};
}

std::unique_ptr<Transport> open(const Access &access, const QProcessEnvironment &environment = {})
{
    Result<std::unique_ptr<Transport>> transport =
        openCluster(access, {.environment = environment, .userAgent = "sallyport/test"});
    return transport ? std::move(*transport) : nullptr;
}

/// The answer to one request; nothing where none came within ten seconds.
std::optional<Answer> ask(Transport &transport, const Request &request)
{
    QObject context;
    std::optional<Answer> answer;
    transport.send(request, &context, [&](const Answer &got) { answer = got; });
    for (int i = 0; i < 1000 && !answer; ++i)
        QTest::qWait(10);
    return answer;
}

Response responseOf(const std::optional<Answer> &answer)
{
    if (!answer || !std::holds_alternative<Response>(*answer)) {
        qWarning("no response: %s", answer ? qPrintable(std::get<TransportFailure>(*answer).message) : "timeout");
        return {};
    }
    return std::get<Response>(*answer);
}

std::optional<TransportFailure> failureOf(const std::optional<Answer> &answer)
{
    if (!answer || !std::holds_alternative<TransportFailure>(*answer))
        return {};
    return std::get<TransportFailure>(*answer);
}

QByteArray headerOf(const Request &request, const QByteArray &name)
{
    return Response{.headers = request.headers}.header(name);
}

} // namespace

class HttpTransportTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void requestCarriesWhatItShould();
    void pathPrefixGoesBeforeThePath();
    void everyImpersonatedGroupHasAHeaderOfItsOwn();
    void basicCredentials();
    void redirectIsNotFollowed();
    void connectionIsUsedAgain();
    void sixConnectionsAtMostAndNothingIsLost();
    void streamsDoNotBlockRequests();
    void linesOfAStreamComeAsTheyArrive();
    void bodyOfARefusedStreamArrives();
    void deadIdleConnectionIsNoError();
    void deadIdleConnectionIsAnErrorForWhatMustNotBeRepeated();
    void resetBeforeAnAnswerIsRetriedForRepeatableRequestsOnly();
    void halfAnAnswerIsAnError();
    void hangEndsWithTheTimeout();
    void slowBodyArrivesWhole();
    void chunksAndTrailersAreRead();
    void interimResponsesAreSkipped();
    void bodyUntilTheConnectionEnds();
    void rubbishIsAnError_data();
    void rubbishIsAnError();
    void headersCannotBeSmuggledIn();
    void busyServerIsAskedAgain();
    void busyServerThatNamesNoTimeIsNotAskedAgain();
    void cancelledRequestIsSilent();
    void transportMayGoWithinACallback();
    void refusedConnectionSaysSo();
    void nothingHappensBeforeTheFirstRequest();

    void trustedServerOverTls();
    void untrustedServerGetsNothing();
    void insecureTrustsAny();
    void serverNameIsAskedForAndChecked();
    void clientCertificateIsShown_data();
    void clientCertificateIsShown();
    void rotatedCertificateOpensANewConnection();
    void rotatedAuthorityIsPickedUp();
    void usersOfOneServerDoNotShareConnections();

    void httpProxyTunnels_data();
    void httpProxyTunnels();
    void httpsProxyTunnels();
    void wrongProxyPasswordSaysSo();
    void socksProxyResolvesNames();
    void proxyOfTheKubeconfigReachesThisMachine();
    void plainServersGoThroughAnHttpProxyWithTheirWholeAddress();

private:
    ClusterEntry trusting() const { return {.certificateAuthorityData = m_authority.pem}; }

    TestCertificate m_authority;
    TestCertificate m_server;
};

void HttpTransportTest::initTestCase()
{
    m_authority = makeAuthority();
    m_server = makeServer(m_authority);
}

void HttpTransportTest::requestCarriesWhatItShould()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    const auto transport = open(accessTo(server.url()));
    const Response response = responseOf(
        ask(*transport,
            {.verb = "PATCH", .path = "/a?b=c%20d", .headers = {{"Accept", "application/json"}}, .body = "xyz"}));
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, "{}");
    const Request &got = server.requests.first();
    QCOMPARE(got.verb, "PATCH");
    QCOMPARE(got.path, "/a?b=c%20d");
    QCOMPARE(got.body, "xyz");
    QCOMPARE(headerOf(got, "Host"), "127.0.0.1:" + QByteArray::number(server.port()));
    QCOMPARE(headerOf(got, "User-Agent"), "sallyport/test");
    QCOMPARE(headerOf(got, "Accept"), "application/json");
    QCOMPARE(headerOf(got, "Authorization"), "Bearer planted-secret-token");
}

void HttpTransportTest::pathPrefixGoesBeforeThePath()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    const auto transport = open(accessTo(server.url() + u"/k8s/clusters/c/"_s));
    ask(*transport, {.path = "/version"});
    QCOMPARE(server.requests.first().path, "/k8s/clusters/c/version");
}

void HttpTransportTest::everyImpersonatedGroupHasAHeaderOfItsOwn()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    const UserEntry user{
        .impersonate = u"jane"_s,
        .impersonateUid = u"7"_s,
        .impersonateGroups = {u"a, b"_s, u"c"_s},
        .impersonateExtra = {{u"test.example.com/thing.thing"_s, {u"x"_s, u"y"_s}}, {u"100%ü"_s, {u"z"_s}}}};
    const auto transport = open(accessTo(server.url(), user));
    ask(*transport, {.path = "/"});
    const Response seen{.headers = server.requests.first().headers};
    QCOMPARE(seen.header("Impersonate-User"), "jane");
    QCOMPARE(seen.header("Impersonate-Uid"), "7");
    QCOMPARE(seen.allHeaders("Impersonate-Group"), QList<QByteArray>({"a, b", "c"}));
    QCOMPARE(seen.allHeaders("Impersonate-Extra-test.example.com%2Fthing.thing"), QList<QByteArray>({"x", "y"}));
    QCOMPARE(seen.header("Impersonate-Extra-100%25%C3%BC"), "z");
}

void HttpTransportTest::basicCredentials()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    ask(*open(accessTo(server.url(), {.username = u"me"_s, .password = u"a:b"_s})), {.path = "/"});
    QCOMPARE(headerOf(server.requests.first(), "Authorization"), "Basic " + QByteArray("me:a:b").toBase64());
}

void HttpTransportTest::redirectIsNotFollowed()
{
    HttpServer other;
    HttpServer server;
    server.onRequest = [&](const Request &, const Responder &responder) {
        responder.send({.status = 302, .headers = {{"Location", other.url().toLatin1() + '/'}}});
    };
    const auto transport = open(accessTo(server.url()));
    QCOMPARE(responseOf(ask(*transport, {.path = "/"})).status, 302);
    QCOMPARE(other.connections, 0);
}

void HttpTransportTest::connectionIsUsedAgain()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    const auto transport = open(accessTo(server.url()));
    for (int i = 0; i < 5; ++i)
        ask(*transport, {.path = "/"});
    QCOMPARE(server.connections, 1);
}

void HttpTransportTest::sixConnectionsAtMostAndNothingIsLost()
{
    HttpServer server;
    QList<Responder> waiting;
    server.onRequest = [&](const Request &, const Responder &responder) { waiting.append(responder); };
    const auto transport = open(accessTo(server.url()));
    int answered = 0;
    for (int i = 0; i < 100; ++i)
        transport->send({.path = "/" + QByteArray::number(i)}, this,
                        [&](const Answer &answer) { answered += std::get<Response>(answer).status == 200; });
    QTRY_COMPARE(waiting.size(), 6);
    QTest::qWait(20);
    QCOMPARE(waiting.size(), 6);
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    for (const Responder &responder : waiting)
        responder.send(ok("{}"));
    QTRY_COMPARE(answered, 100);
    QCOMPARE(server.connections, 6);
}

void HttpTransportTest::streamsDoNotBlockRequests()
{
    HttpServer server;
    server.onRequest = [](const Request &request, const Responder &responder) {
        if (request.path == "/watch")
            responder.sendRaw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        else
            responder.send(ok("{}"));
    };
    const auto transport = open(accessTo(server.url()));
    for (int i = 0; i < 12; ++i)
        transport->stream(
            {.path = "/watch", .timeout = {}}, this, [](const QByteArray &) {}, [](const Answer &) {});
    QTRY_COMPARE(server.requests.size(), 12);
    QCOMPARE(responseOf(ask(*transport, {.path = "/get"})).status, 200);
}

void HttpTransportTest::linesOfAStreamComeAsTheyArrive()
{
    HttpServer server;
    std::optional<Responder> watch;
    server.onRequest = [&](const Request &, const Responder &responder) {
        watch = responder;
        responder.sendRaw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n4\r\n1}\n{\r\n");
    };
    const auto transport = open(accessTo(server.url()));
    QList<QByteArray> lines;
    std::optional<Answer> end;
    transport->stream(
        {.path = "/"}, this, [&](const QByteArray &line) { lines.append(line); },
        [&](const Answer &answer) { end = answer; });
    QTRY_COMPARE(lines, QList<QByteArray>({"{\"a\":1}"}));
    QVERIFY(!end);
    watch->sendRaw("2\r\n}\n\r\n0\r\n\r\n");
    QTRY_VERIFY(end);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(std::get<Response>(*end).status, 200);
}

void HttpTransportTest::bodyOfARefusedStreamArrives()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) {
        responder.send({.status = 403, .body = "no\nreally"});
    };
    const auto transport = open(accessTo(server.url()));
    std::optional<Answer> end;
    transport->stream(
        {.path = "/"}, this, [](const QByteArray &) { QFAIL("a line"); }, [&](const Answer &answer) { end = answer; });
    QTRY_VERIFY(end);
    QCOMPARE(std::get<Response>(*end).body, "no\nreally");
}

void HttpTransportTest::deadIdleConnectionIsNoError()
{
    HttpServer server;
    int count = 0;
    server.onRequest = [&](const Request &, const Responder &responder) {
        if (++count == 2)
            return responder.reset(); // as if it had been idle for too long
        responder.send(ok("{}"));
    };
    const auto transport = open(accessTo(server.url()));
    QCOMPARE(responseOf(ask(*transport, {.path = "/"})).status, 200);
    QCOMPARE(responseOf(ask(*transport, {.path = "/"})).status, 200);
    QCOMPARE(server.connections, 2);
}

void HttpTransportTest::deadIdleConnectionIsAnErrorForWhatMustNotBeRepeated()
{
    HttpServer server;
    int count = 0;
    server.onRequest = [&](const Request &, const Responder &responder) {
        if (++count == 2)
            return responder.reset();
        responder.send(ok("{}"));
    };
    const auto transport = open(accessTo(server.url()));
    ask(*transport, {.path = "/"});
    const std::optional<TransportFailure> failure =
        failureOf(ask(*transport, {.verb = "POST", .path = "/", .repeatable = false}));
    QVERIFY(failure);
    QVERIFY(failure->sent);
    QCOMPARE(count, 2);
}

void HttpTransportTest::resetBeforeAnAnswerIsRetriedForRepeatableRequestsOnly()
{
    for (const bool repeatable : {true, false}) {
        HttpServer server;
        server.onRequest = [&](const Request &, const Responder &responder) {
            if (server.requests.size() == 1)
                return responder.reset();
            responder.send(ok("{}"));
        };
        const auto transport = open(accessTo(server.url()));
        const std::optional<Answer> answer = ask(*transport, {.verb = "PATCH", .path = "/", .repeatable = repeatable});
        QCOMPARE(bool(failureOf(answer)), !repeatable);
        QCOMPARE(server.requests.size(), repeatable ? 2 : 1);
    }
}

void HttpTransportTest::halfAnAnswerIsAnError()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) {
        responder.sendRaw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
        responder.close();
    };
    const auto transport = open(accessTo(server.url()));
    const std::optional<TransportFailure> failure = failureOf(ask(*transport, {.path = "/", .repeatable = false}));
    QVERIFY(failure);
    QCOMPARE(failure->kind, TransportFailure::Kind::Network);
    QVERIFY(failure->message.contains("middle"_L1));
}

void HttpTransportTest::hangEndsWithTheTimeout()
{
    HttpServer server;
    const auto transport = open(accessTo(server.url()));
    const std::optional<TransportFailure> failure =
        failureOf(ask(*transport, {.path = "/", .timeout = std::chrono::milliseconds(50)}));
    QVERIFY(failure);
    QCOMPARE(failure->kind, TransportFailure::Kind::Timeout);
    QCOMPARE(server.requests.size(), 1);
}

void HttpTransportTest::slowBodyArrivesWhole()
{
    HttpServer server;
    QByteArray bytes = httpBytes(ok(R"({"a":"slow"})"));
    QTimer timer;
    server.onRequest = [&](const Request &, const Responder &responder) {
        connect(&timer, &QTimer::timeout, responder.socket(), [&bytes, responder] {
            responder.sendRaw(bytes.left(1));
            bytes.remove(0, 1);
        });
        timer.start(0);
    };
    const auto transport = open(accessTo(server.url()));
    QCOMPARE(responseOf(ask(*transport, {.path = "/"})).body, R"({"a":"slow"})");
}

void HttpTransportTest::chunksAndTrailersAreRead()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) {
        responder.sendRaw(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n");
    };
    const auto transport = open(accessTo(server.url()));
    QCOMPARE(responseOf(ask(*transport, {.path = "/"})).body, "abc0123456789");
    QCOMPARE(responseOf(ask(*transport, {.path = "/"})).body, "abc0123456789");
    QCOMPARE(server.connections, 1);
}

void HttpTransportTest::interimResponsesAreSkipped()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) {
        responder.sendRaw("HTTP/1.1 103 Early Hints\r\n\r\n" + httpBytes(ok("{}")));
    };
    QCOMPARE(responseOf(ask(*open(accessTo(server.url())), {.path = "/"})).status, 200);
}

void HttpTransportTest::bodyUntilTheConnectionEnds()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) {
        responder.sendRaw("HTTP/1.0 200 OK\r\n\r\nall of it");
        responder.close();
    };
    QCOMPARE(responseOf(ask(*open(accessTo(server.url())), {.path = "/"})).body, "all of it");
}

void HttpTransportTest::rubbishIsAnError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("other protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n");
    QTest::newRow("no status") << QByteArray("HTTP/1.1 abc\r\n\r\n");
    QTest::newRow("header without colon") << QByteArray("HTTP/1.1 200 OK\r\nrubbish\r\n\r\n");
    QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
    QTest::newRow("length beyond measure") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n");
    QTest::newRow("chunk without size") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
    QTest::newRow("head without end") << QByteArray("HTTP/1.1 200 OK\r\nA: ") + QByteArray(2 * 1024 * 1024, 'a');
}

void HttpTransportTest::rubbishIsAnError()
{
    QFETCH(QByteArray, bytes);
    HttpServer server;
    server.onRequest = [&](const Request &, const Responder &responder) { responder.sendRaw(bytes); };
    const std::optional<TransportFailure> failure = failureOf(ask(*open(accessTo(server.url())), {.path = "/"}));
    QVERIFY(failure);
    QCOMPARE(failure->kind, TransportFailure::Kind::Protocol);
}

void HttpTransportTest::headersCannotBeSmuggledIn()
{
    HttpServer server;
    const auto transport = open(accessTo(server.url()));
    QVERIFY(failureOf(ask(*transport, {.path = "/a\r\nX: y"})));
    QVERIFY(failureOf(ask(*transport, {.path = "/a b"})));
    QVERIFY(failureOf(ask(*transport, {.path = "/", .headers = {{"A", "b\r\nX: y"}}})));
    const auto withToken = open(accessTo(server.url(), {.token = u"planted-secret-token\nX: y"_s}));
    const std::optional<TransportFailure> failure = failureOf(ask(*withToken, {.path = "/"}));
    QVERIFY(failure);
    QCOMPARE(failure->kind, TransportFailure::Kind::Credentials);
    QVERIFY(!failure->message.contains("planted-secret"_L1));
    QCOMPARE(server.connections, 0);
}

void HttpTransportTest::busyServerIsAskedAgain()
{
    HttpServer server;
    server.onRequest = [&](const Request &, const Responder &responder) {
        if (server.requests.size() < 3)
            responder.send(
                {.status = server.requests.size() == 1 ? 429 : 503, .headers = {{"Retry-After", "0"}}, .body = "busy"});
        else
            responder.send(ok("{}"));
    };
    const auto transport = open(accessTo(server.url()));
    QCOMPARE(responseOf(ask(*transport, {.verb = "POST", .path = "/", .repeatable = false})).status, 200);
    QCOMPARE(server.requests.size(), 3);
}

void HttpTransportTest::busyServerThatNamesNoTimeIsNotAskedAgain()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) {
        responder.send({.status = 429, .body = "busy"});
    };
    QCOMPARE(responseOf(ask(*open(accessTo(server.url())), {.path = "/"})).status, 429);
    QCOMPARE(server.requests.size(), 1);
}

void HttpTransportTest::cancelledRequestIsSilent()
{
    HttpServer server;
    std::optional<Responder> waiting;
    server.onRequest = [&](const Request &, const Responder &responder) { waiting = responder; };
    const auto transport = open(accessTo(server.url()));
    bool told = false;
    Call call = transport->send({.path = "/"}, this, [&](const Answer &) { told = true; });
    QTRY_VERIFY(waiting);
    call.cancel();
    waiting->send(ok("{}"));
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("next")); };
    QCOMPARE(responseOf(ask(*transport, {.path = "/"})).body, "next");
    QVERIFY(!told);
    call.cancel(); // once more does nothing
}

void HttpTransportTest::transportMayGoWithinACallback()
{
    HttpServer server;
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    std::unique_ptr<Transport> transport = open(accessTo(server.url()));
    int told = 0;
    for (int i = 0; i < 20; ++i) {
        transport->send({.path = "/"}, this, [&](const Answer &) {
            ++told;
            transport.reset();
        });
    }
    QTRY_COMPARE(told, 1);
    QTest::qWait(20);
    QCOMPARE(told, 1);
}

void HttpTransportTest::refusedConnectionSaysSo()
{
    QString url;
    {
        HttpServer server;
        url = server.url();
    }
    const std::optional<TransportFailure> failure = failureOf(ask(*open(accessTo(url)), {.path = "/"}));
    QVERIFY(failure);
    QCOMPARE(failure->kind, TransportFailure::Kind::Network);
    QVERIFY(!failure->sent);
    QVERIFY(failure->message.contains("refused"_L1));
}

void HttpTransportTest::nothingHappensBeforeTheFirstRequest()
{
    HttpServer server;
    const auto transport = open(accessTo(server.url()));
    QTest::qWait(20);
    QCOMPARE(server.connections, 0);
}

void HttpTransportTest::trustedServerOverTls()
{
    const QSslConfiguration tls = serverTls(m_server);
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) {
        responder.send(ok(QByteArray(300'000, 'x')));
    };
    const auto transport = open(accessTo(server.url(), {.token = u"t"_s}, trusting()));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(
            responseOf(ask(*transport, {.verb = "PATCH", .path = "/", .body = QByteArray(200'000, 'y')})).body.size(),
            300'000);
    QCOMPARE(server.connections, 1);
}

void HttpTransportTest::untrustedServerGetsNothing()
{
    const QSslConfiguration tls = serverTls(m_server);
    HttpServer server(&tls);
    const auto transport = open(accessTo(server.url(), {.token = u"planted-secret-token"_s},
                                         {.certificateAuthorityData = makeAuthority().pem}));
    const std::optional<TransportFailure> failure = failureOf(ask(*transport, {.path = "/"}));
    QVERIFY(failure);
    QCOMPARE(failure->kind, TransportFailure::Kind::Tls);
    QVERIFY2(failure->message.contains("unknown authority"_L1), qPrintable(failure->message));
    QVERIFY(!failure->sent);
    QCOMPARE(server.requests.size(), 0);
}

void HttpTransportTest::insecureTrustsAny()
{
    const QSslConfiguration tls = serverTls(m_server);
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    QCOMPARE(responseOf(
                 ask(*open(accessTo(server.url(), {.token = u"t"_s}, {.insecureSkipTlsVerify = true})), {.path = "/"}))
                 .status,
             200);
}

void HttpTransportTest::serverNameIsAskedForAndChecked()
{
    const TestCertificate named = makeCertificate({.alternativeNames = u"DNS:api.h4.test"_s}, &m_authority);
    const QSslConfiguration tls = serverTls(named);
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    ClusterEntry cluster = trusting();
    cluster.tlsServerName = u"api.h4.test"_s;
    QCOMPARE(responseOf(ask(*open(accessTo(server.url(), {.token = u"t"_s}, cluster)), {.path = "/"})).status, 200);
    cluster.tlsServerName = u"wrong.h4.test"_s;
    const std::optional<TransportFailure> failure =
        failureOf(ask(*open(accessTo(server.url(), {.token = u"t"_s}, cluster)), {.path = "/"}));
    QVERIFY(failure && failure->message.contains("api.h4.test, not wrong.h4.test"_L1));
}

void HttpTransportTest::clientCertificateIsShown_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("RSA") << int(KeyKind::Rsa);
    QTest::newRow("EC") << int(KeyKind::Ec);
    QTest::newRow("Ed25519") << int(KeyKind::Ed25519);
}

void HttpTransportTest::clientCertificateIsShown()
{
    QFETCH(int, kind);
    const TestCertificate user = makeCertificate(
        {.commonName = u"alice"_s, .extendedKeyUsage = u"clientAuth"_s, .key = KeyKind(kind)}, &m_authority);
    const QSslConfiguration tls = serverTls(m_server, {}, &m_authority);
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) {
        const QSslCertificate peer = qobject_cast<QSslSocket *>(responder.socket())->peerCertificate();
        responder.send(ok(peer.subjectInfo(QSslCertificate::CommonName).value(0).toUtf8()));
    };
    const auto transport =
        open(accessTo(server.url(), {.clientCertificateData = user.pem, .clientKeyData = user.keyPem}, trusting()));
    QCOMPARE(responseOf(ask(*transport, {.path = "/"})).body, "alice");
}

void HttpTransportTest::rotatedCertificateOpensANewConnection()
{
    const QSslConfiguration tls = serverTls(m_server, {}, &m_authority);
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) {
        const QSslCertificate peer = qobject_cast<QSslSocket *>(responder.socket())->peerCertificate();
        responder.send(ok(peer.subjectInfo(QSslCertificate::CommonName).value(0).toUtf8()));
    };
    QTemporaryDir folder;
    const auto put = [&](const QString &name) {
        const TestCertificate user = makeCertificate({.commonName = name}, &m_authority);
        for (const auto &[file, text] : {std::pair(u"crt"_s, user.pem), std::pair(u"key"_s, user.keyPem)}) {
            QFile out(folder.filePath(file));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(text);
        }
    };
    put(u"before"_s);
    const auto transport = open(
        accessTo(server.url(), {.clientCertificate = folder.filePath(u"crt"_s), .clientKey = folder.filePath(u"key"_s)},
                 trusting()));
    QCOMPARE(responseOf(ask(*transport, {.path = "/"})).body, "before");
    put(u"after"_s);
    QTRY_COMPARE(responseOf(ask(*transport, {.path = "/"})).body, "after"); // files are looked at once a second
}

void HttpTransportTest::rotatedAuthorityIsPickedUp()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"ca"_s);
    const auto put = [&](const QByteArray &text) {
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    };
    const QSslConfiguration tls = serverTls(m_server);
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    put(makeAuthority(u"old"_s).pem);
    const auto transport = open(accessTo(server.url(), {.token = u"t"_s}, {.certificateAuthority = path}));
    QVERIFY(failureOf(ask(*transport, {.path = "/"})));
    put(m_authority.pem);
    QTRY_VERIFY(!failureOf(ask(*transport, {.path = "/"})));
}

void HttpTransportTest::usersOfOneServerDoNotShareConnections()
{
    const QSslConfiguration tls = serverTls(m_server, {}, &m_authority);
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) {
        const QSslCertificate peer = qobject_cast<QSslSocket *>(responder.socket())->peerCertificate();
        responder.send(ok(peer.subjectInfo(QSslCertificate::CommonName).value(0).toUtf8()));
    };
    for (const QString &name : {u"admin"_s, u"alice"_s}) {
        const TestCertificate user = makeCertificate({.commonName = name}, &m_authority);
        const auto transport =
            open(accessTo(server.url(), {.clientCertificateData = user.pem, .clientKeyData = user.keyPem}, trusting()));
        QCOMPARE(responseOf(ask(*transport, {.path = "/"})).body, name.toUtf8());
    }
    QCOMPARE(server.connections, 2);
}

namespace {

/// A proxy that knows CONNECT; `authorization` is what it asks for, empty = nothing.
class ConnectProxy : public HttpServer
{
public:
    explicit ConnectProxy(const QByteArray &authorization = {}, const QSslConfiguration *tls = nullptr)
        : HttpServer(tls)
    {
        onRequest = [this, authorization](const Request &request, const Responder &responder) {
            if (!authorization.isEmpty() && headerOf(request, "Proxy-Authorization") != authorization)
                return responder.send({.status = 407});
            const QList<QByteArray> target = request.path.split(':');
            auto *onward = new QTcpSocket(responder.socket());
            QTcpSocket *inward = responder.socket();
            inward->disconnect(this); // from here on the bytes are not HTTP
            connect(onward, &QTcpSocket::connected, inward,
                    [responder] { responder.sendRaw("HTTP/1.1 200 Connection established\r\n\r\n"); });
            connect(inward, &QTcpSocket::readyRead, onward, [inward, onward] { onward->write(inward->readAll()); });
            connect(onward, &QTcpSocket::readyRead, inward, [inward, onward] { inward->write(onward->readAll()); });
            connect(inward, &QTcpSocket::disconnected, onward, &QTcpSocket::disconnectFromHost);
            onward->connectToHost(QHostAddress::LocalHost, target.value(1).toUShort());
        };
    }
};

} // namespace

void HttpTransportTest::httpProxyTunnels_data()
{
    QTest::addColumn<QString>("userInfo");
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("open") << QString() << QByteArray();
    QTest::newRow("with password") << u"me:s%40cret@"_s << "Basic " + QByteArray("me:s@cret").toBase64();
}

void HttpTransportTest::httpProxyTunnels()
{
    QFETCH(QString, userInfo);
    QFETCH(QByteArray, authorization);
    const QSslConfiguration tls = serverTls(m_server);
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    ConnectProxy proxy(authorization);
    ClusterEntry cluster = trusting();
    cluster.proxyUrl = u"http://"_s + userInfo + u"127.0.0.1:"_s + QString::number(proxy.port());
    QCOMPARE(
        responseOf(ask(*open(accessTo(server.url(), {.token = u"planted-secret-token"_s}, cluster)), {.path = "/"}))
            .status,
        200);
    QCOMPARE(proxy.requests.size(), 1);
    QCOMPARE(proxy.requests.first().verb, "CONNECT");
    QCOMPARE(headerOf(proxy.requests.first(), "User-Agent"), "sallyport/test");
    QVERIFY(headerOf(proxy.requests.first(), "Authorization").isEmpty());
}

void HttpTransportTest::httpsProxyTunnels()
{
    const QSslConfiguration tls = serverTls(m_server);
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    ConnectProxy proxy({}, &tls);
    QTemporaryDir folder;
    QFile bundle(folder.filePath(u"bundle.pem"_s));
    QVERIFY(bundle.open(QIODevice::WriteOnly));
    bundle.write(m_authority.pem);
    bundle.close();
    qputenv("SSL_CERT_FILE", bundle.fileName().toLocal8Bit()); // the proxy is judged by what the system trusts
    ClusterEntry cluster = trusting();
    cluster.proxyUrl = u"https://127.0.0.1:%1"_s.arg(proxy.port());
    const Response response = responseOf(ask(*open(accessTo(server.url(), {.token = u"t"_s}, cluster)), {.path = "/"}));
    qunsetenv("SSL_CERT_FILE");
    QCOMPARE(response.status, 200);
    QCOMPARE(proxy.requests.first().verb, "CONNECT");
}

void HttpTransportTest::wrongProxyPasswordSaysSo()
{
    ConnectProxy proxy("Basic right");
    ClusterEntry cluster = trusting();
    cluster.proxyUrl = u"http://me:planted-secret@127.0.0.1:%1"_s.arg(proxy.port());
    const std::optional<TransportFailure> failure =
        failureOf(ask(*open(accessTo(u"https://127.0.0.1:1"_s, {.token = u"t"_s}, cluster)), {.path = "/"}));
    QVERIFY(failure);
    QVERIFY(failure->message.contains("password"_L1));
    QVERIFY(!failure->message.contains("planted-secret"_L1));
}

void HttpTransportTest::socksProxyResolvesNames()
{
    const QSslConfiguration tls =
        serverTls(makeCertificate({.alternativeNames = u"DNS:api.nowhere.test"_s}, &m_authority));
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    QByteArray name;
    connect(&proxy, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *inward = proxy.nextPendingConnection();
        auto *onward = new QTcpSocket(inward);
        auto step = std::make_shared<int>(0);
        connect(inward, &QTcpSocket::readyRead, onward, [&, inward, onward, step] {
            const QByteArray bytes = inward->readAll();
            if (*step == 0) { // greeting
                inward->write(QByteArray("\x05\x00", 2));
            } else if (*step == 1) { // connect: 05 01 00 03 length name port
                if (bytes.size() > 5 && bytes[3] == 3)
                    name = bytes.mid(5, bytes[4]);
                onward->connectToHost(QHostAddress::LocalHost, server.port());
                inward->write(QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50", 10));
            } else {
                onward->write(bytes);
            }
            ++*step;
        });
        connect(onward, &QTcpSocket::readyRead, inward, [inward, onward] { inward->write(onward->readAll()); });
    });
    ClusterEntry cluster = trusting();
    cluster.proxyUrl = u"socks5://127.0.0.1:%1"_s.arg(proxy.serverPort());
    QCOMPARE(
        responseOf(ask(*open(accessTo(u"https://api.nowhere.test:6443"_s, {.token = u"t"_s}, cluster)), {.path = "/"}))
            .status,
        200);
    QCOMPARE(name, "api.nowhere.test");
}

void HttpTransportTest::proxyOfTheKubeconfigReachesThisMachine()
{
    const QSslConfiguration tls = serverTls(m_server);
    HttpServer server(&tls);
    server.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    ConnectProxy proxy;
    QProcessEnvironment environment;
    environment.insert(u"HTTPS_PROXY"_s, u"http://127.0.0.1:%1"_s.arg(proxy.port()));
    ask(*open(accessTo(server.url(), {.token = u"t"_s}, trusting()), environment), {.path = "/"});
    QCOMPARE(proxy.connections, 0); // V74
    environment.insert(u"NO_PROXY"_s, u"*"_s);
    ClusterEntry cluster = trusting();
    cluster.proxyUrl = environment.value(u"HTTPS_PROXY"_s);
    ask(*open(accessTo(server.url(), {.token = u"t"_s}, cluster), environment), {.path = "/"});
    QCOMPARE(proxy.connections, 1); // V75
}

void HttpTransportTest::plainServersGoThroughAnHttpProxyWithTheirWholeAddress()
{
    HttpServer proxy;
    proxy.onRequest = [](const Request &, const Responder &responder) { responder.send(ok("{}")); };
    ClusterEntry cluster;
    cluster.proxyUrl = u"http://a:b@127.0.0.1:%1"_s.arg(proxy.port());
    QCOMPARE(responseOf(ask(*open(accessTo(u"http://api.nowhere.test"_s, {}, cluster)), {.path = "/version"})).status,
             200);
    QCOMPARE(proxy.requests.first().path, "http://api.nowhere.test/version");
    QCOMPARE(headerOf(proxy.requests.first(), "Proxy-Authorization"), "Basic " + QByteArray("a:b").toBase64());
}

QTEST_GUILESS_MAIN(HttpTransportTest)
#include "tst_httptransport.moc"
