// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/httptransport.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(HttpTransport)
};

using Kind = TransportFailure::Kind;

/// Servers close what idles longer than some minutes; a connection that may be dead already is not worth the attempt.
constexpr qint64 idleMilliseconds = 90'000;

TransportFailure failureOf(Kind kind, const Error &error)
{
    return {.kind = kind,
            .message = error.what + (error.where.isEmpty() ? QString() : u" ("_s + error.where + u')'),
            .details = error.details};
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), [](char c) {
        return uchar(c) <= 0x20 || c == ':' || uchar(c) >= 0x7f;
    });
}

bool isLineSafe(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

/// Later: it may be one of its own signals that leads here.
void close(Connection *connection)
{
    if (!connection)
        return;
    connection->abort();
    connection->deleteLater();
}

/// Nothing in it can start a second header or request.
bool isWellFormed(const Request &request)
{
    const bool pathIsFine = request.path.startsWith('/')
        && std::none_of(request.path.begin(), request.path.end(),
                        [](char c) { return uchar(c) <= 0x20 || uchar(c) >= 0x7f; });
    return isToken(request.verb) && pathIsFine
        && std::all_of(request.headers.begin(), request.headers.end(),
                       [](const Header &header) { return isToken(header.name) && isLineSafe(header.value); });
}

} // namespace

/// One request on its way.
struct HttpTransport::Exchange {
    int id = 0;
    Request request;
    QPointer<QObject> context;
    std::function<void(const QByteArray &)> line;
    std::function<void(const Answer &)> done;
    Credentials credentials;
    Call fetching;
    QPointer<Connection> connection;
    HttpReader reader;
    std::unique_ptr<QTimer, QScopedPointerDeleteLater> timer{new QTimer};
    QByteArray lineRest; ///< Of a stream: the line that has no end yet.
    bool isReused = false; ///< The connection had carried others before.
    bool isSent = false;
    bool wasRepeated = false, hadNewCredentials = false;
};

struct HttpTransport::Idle {
    Connection *connection = nullptr;
    std::shared_ptr<const Identity> identity;
    QElapsedTimer since;
};

HttpTransport::HttpTransport(Access access, const QProcessEnvironment &environment, QByteArray userAgent)
    : m_access(access)
    , m_environment(environment)
    , m_userAgent(std::move(userAgent))
    , m_credentials(std::move(access), environment)
{
}

HttpTransport::~HttpTransport()
{
    for (auto &[id, exchange] : m_exchanges)
        close(exchange->connection);
    for (const Idle &idle : m_idle)
        close(idle.connection);
}

Call HttpTransport::send(const Request &request, QObject *context, std::function<void(const Answer &)> done)
{
    return add(request, context, nullptr, std::move(done));
}

Call HttpTransport::stream(const Request &request, QObject *context, std::function<void(const QByteArray &line)> line,
                           std::function<void(const Answer &)> done)
{
    return add(request, context, std::move(line), std::move(done));
}

Call HttpTransport::add(const Request &request, QObject *context, std::function<void(const QByteArray &)> line,
                        std::function<void(const Answer &)> done)
{
    const int id = ++m_lastId;
    const auto exchange = std::make_shared<Exchange>();
    exchange->id = id;
    exchange->request = request;
    exchange->context = context;
    exchange->line = std::move(line);
    exchange->done = std::move(done);
    exchange->timer->setSingleShot(true);
    connect(exchange->timer.get(), &QTimer::timeout, this, [this, id] {
        finish(id,
               TransportFailure{
                   .kind = Kind::Timeout, .message = Texts::tr("The server did not answer in time."), .sent = true});
    });
    m_exchanges.emplace(id, exchange);
    QMetaObject::invokeMethod(
        this, [this, id] { begin(id); }, Qt::QueuedConnection);
    return Call([self = QPointer(this), id] {
        if (!self)
            return;
        const auto found = self->m_exchanges.find(id);
        if (found == self->m_exchanges.end())
            return;
        const std::shared_ptr<Exchange> cancelled = found->second;
        self->m_exchanges.erase(found);
        cancelled->fetching.cancel();
        self->release(*cancelled);
        self->dispatch();
    });
}

void HttpTransport::begin(int id)
{
    const auto found = m_exchanges.find(id);
    if (found == m_exchanges.end())
        return;
    if (!isWellFormed(found->second->request))
        return finish(
            id, TransportFailure{.kind = Kind::Protocol, .message = Texts::tr("The request cannot be sent as HTTP.")});
    const std::shared_ptr<Exchange> exchange = found->second;
    exchange->fetching = m_credentials.fetch(this, [this, id](const Result<Credentials> &credentials) {
        const auto waiting = m_exchanges.find(id);
        if (waiting == m_exchanges.end())
            return;
        if (!credentials)
            return finish(id, failureOf(Kind::Credentials, credentials.error()));
        waiting->second->credentials = *credentials;
        m_queue.push_back(id);
        dispatch();
    });
}

void HttpTransport::dispatch()
{
    bool isFull = false;
    std::deque<int> waiting;
    for (const int id : std::exchange(m_queue, {})) {
        const auto found = m_exchanges.find(id);
        if (found == m_exchanges.end())
            continue;
        const bool mayWait = !found->second->line;
        if ((isFull && mayWait) || !assign(*found->second)) {
            isFull = true;
            waiting.push_back(id);
        }
    }
    m_queue = std::move(waiting);
}

/// False where it has to wait for a connection.
bool HttpTransport::assign(Exchange &exchange)
{
    std::erase_if(m_idle, [](const Idle &idle) {
        const bool isOld = idle.since.elapsed() > idleMilliseconds;
        if (isOld)
            close(idle.connection);
        return isOld;
    });
    const auto usable = std::find_if(m_idle.rbegin(), m_idle.rend(),
                                     [&](const Idle &idle) { return idle.identity == exchange.credentials.identity; });
    if (usable != m_idle.rend() && !exchange.wasRepeated) {
        Connection *connection = usable->connection;
        m_idle.erase(std::next(usable).base());
        exchange.isReused = true;
        use(exchange, connection);
        write(exchange);
        return true;
    }
    if (!exchange.line && m_busy >= maxConnections)
        return false;
    const Result<Route> route = routeFor(exchange);
    if (!route) {
        QMetaObject::invokeMethod(
            this, [this, id = exchange.id, failure = failureOf(Kind::Tls, route.error())] { finish(id, failure); },
            Qt::QueuedConnection);
        return true;
    }
    auto *connection = new Connection(*route);
    exchange.isReused = false;
    use(exchange, connection);
    connection->open();
    return true;
}

Result<Route> HttpTransport::routeFor(const Exchange &exchange)
{
    const ServerAddress &address = m_access.address;
    const Result<Proxy> proxy = m_access.cluster.proxyUrl.isEmpty()
        ? proxyOfEnvironment(address.host, address.port, address.tls, m_environment)
        : proxyOfUrl(m_access.cluster.proxyUrl);
    if (!proxy)
        return proxy.error();
    Route route{.address = address, .proxy = *proxy, .userAgent = m_userAgent};
    if (!address.tls)
        return route;
    const ClusterEntry &cluster = m_access.cluster;
    route.tls = {.insecure = cluster.insecureSkipTlsVerify,
                 .serverName = cluster.tlsServerName.isEmpty() ? address.host : cluster.tlsServerName,
                 .identity = exchange.credentials.identity};
    if (route.tls.insecure)
        return route;
    const Result<std::shared_ptr<const Roots>> trusted = roots();
    if (!trusted)
        return trusted.error();
    route.tls.roots = *trusted;
    return route;
}

/// Read again, at most once a second, when a connection is opened: authorities rotate. A file that is not good (any more) changes nothing.
Result<std::shared_ptr<const Roots>> HttpTransport::roots()
{
    const ClusterEntry &cluster = m_access.cluster;
    if (m_roots && (cluster.certificateAuthority.isEmpty() || m_rootsRead.elapsed() < 1000))
        return m_roots;
    m_rootsRead.start();
    if (cluster.certificateAuthority.isEmpty() && cluster.certificateAuthorityData.isEmpty())
        return m_roots = std::make_shared<const Roots>(systemRoots());
    QByteArray text = cluster.certificateAuthorityData;
    if (!cluster.certificateAuthority.isEmpty()) {
        QFile file(cluster.certificateAuthority);
        const bool isReadable = file.open(QIODevice::ReadOnly);
        text = isReadable ? file.readAll() : QByteArray();
        if (m_roots && (text.isEmpty() || text == m_rootsText))
            return m_roots;
        if (!isReadable)
            return Error{.what = Texts::tr("The certificate authority cannot be read."),
                         .where = cluster.certificateAuthority};
    }
    const Result<Roots> read = rootsOfPem(text);
    if (!read)
        return m_roots ? Result<std::shared_ptr<const Roots>>(m_roots) : read.error();
    m_rootsText = text;
    return m_roots = std::make_shared<const Roots>(*read);
}

void HttpTransport::use(Exchange &exchange, Connection *connection)
{
    connection->disconnect(this);
    exchange.connection = connection;
    m_busy += exchange.line ? 0 : 1;
    exchange.reader = {};
    exchange.isSent = false;
    const int id = exchange.id;
    connect(connection, &Connection::ready, this, [this, id] {
        if (const auto found = m_exchanges.find(id); found != m_exchanges.end())
            write(*found->second);
    });
    connect(connection, &Connection::received, this, [this, id](const QByteArray &bytes) { received(id, bytes); });
    connect(connection, &Connection::ended, this,
            [this, id](const TransportFailure &failure) { connectionEnded(id, failure); });
    if (exchange.request.timeout.count() > 0 && !exchange.timer->isActive())
        exchange.timer->start(exchange.request.timeout);
}

void HttpTransport::write(Exchange &exchange)
{
    const Request &request = exchange.request;
    const Connection &connection = *exchange.connection;
    const QByteArray prefix = connection.absolutePrefix();
    QByteArray text = request.verb + ' ' + prefix + m_access.address.pathPrefix + request.path + " HTTP/1.1\r\nHost: "
        + m_access.address.hostHeader() + "\r\nUser-Agent: " + m_userAgent + "\r\nAccept-Encoding: identity\r\n";
    if (const QByteArray authorization = connection.proxyAuthorization(); !prefix.isEmpty() && !authorization.isEmpty())
        text += "Proxy-Authorization: " + authorization + "\r\n";
    for (const QList<Header> &headers : {exchange.credentials.headers, request.headers}) {
        for (const Header &header : headers)
            text += header.name + ": " + header.value + "\r\n";
    }
    if (!request.body.isEmpty() || request.verb != "GET")
        text += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    exchange.isSent = true;
    exchange.connection->write(text + "\r\n" + request.body);
}

void HttpTransport::received(int id, const QByteArray &bytes)
{
    const auto found = m_exchanges.find(id);
    if (found == m_exchanges.end())
        return;
    const std::shared_ptr<Exchange> exchange = found->second;
    QByteArray rest = bytes;
    exchange->reader.receive(rest);
    if (exchange->line && exchange->reader.hasHead()) {
        deliverLines(exchange, exchange->reader.state() == HttpReader::State::Done);
        if (!m_exchanges.contains(id))
            return;
    }
    switch (exchange->reader.state()) {
    case HttpReader::State::Done:
        if (!rest.isEmpty()) // nobody asked for more
            exchange->connection->abort();
        completed(id);
        break;
    case HttpReader::State::Failed:
        finish(id,
               TransportFailure{
                   .kind = Kind::Protocol, .message = Texts::tr("What the server answers is not HTTP."), .sent = true});
        break;
    default:
        break;
    }
}

void HttpTransport::deliverLines(const std::shared_ptr<Exchange> &exchange, bool isLast)
{
    if (exchange->reader.response().status >= 300)
        return;
    exchange->lineRest += exchange->reader.takeBody();
    const QPointer<HttpTransport> self(this);
    qsizetype begin = 0;
    for (qsizetype end = 0; (end = exchange->lineRest.indexOf('\n', begin)) >= 0; begin = end + 1) {
        const QByteArray line = exchange->lineRest.mid(begin, end - begin);
        if (exchange->context && !line.trimmed().isEmpty())
            exchange->line(line);
        if (!self || !m_exchanges.contains(exchange->id))
            return;
    }
    exchange->lineRest.remove(0, begin);
    if (isLast && exchange->context && !exchange->lineRest.trimmed().isEmpty())
        exchange->line(std::exchange(exchange->lineRest, {}));
}

void HttpTransport::completed(int id)
{
    const std::shared_ptr<Exchange> exchange = m_exchanges.at(id);
    Response response = std::move(exchange->reader.response());
    response.body = exchange->reader.takeBody();
    if (response.status == 401 && !exchange->hadNewCredentials && exchange->request.repeatable
        && m_credentials.refuse(exchange->credentials)) {
        exchange->hadNewCredentials = true;
        release(*exchange);
        return begin(id);
    }
    finish(id, std::move(response));
}

void HttpTransport::connectionEnded(int id, const TransportFailure &failure)
{
    const auto found = m_exchanges.find(id);
    if (found == m_exchanges.end())
        return;
    const std::shared_ptr<Exchange> exchange = found->second;
    if (exchange->isSent) {
        exchange->reader.end();
        if (exchange->reader.state() == HttpReader::State::Done)
            return completed(id);
    }
    if (exchange->isReused && !exchange->reader.hasStarted() && exchange->request.repeatable
        && !exchange->wasRepeated) {
        exchange->wasRepeated = true;
        release(*exchange);
        m_queue.push_front(id);
        return dispatch();
    }
    TransportFailure told = failure;
    told.sent = exchange->isSent;
    if (exchange->reader.hasStarted())
        told.message = Texts::tr("The connection broke in the middle of the answer.");
    finish(id, told);
}

void HttpTransport::finish(int id, const Answer &answer)
{
    const auto found = m_exchanges.find(id);
    if (found == m_exchanges.end())
        return;
    const std::shared_ptr<Exchange> exchange = found->second;
    m_exchanges.erase(found);
    release(*exchange);
    const QPointer<HttpTransport> self(this);
    dispatch();
    if (self && exchange->context)
        exchange->done(answer);
}

/// Takes the connection from a request: to be used again where the answer was read to its end, else closed.
void HttpTransport::release(Exchange &exchange)
{
    exchange.timer->stop();
    Connection *connection = exchange.connection;
    exchange.connection = nullptr;
    if (!connection)
        return;
    connection->disconnect(this);
    m_busy -= exchange.line ? 0 : 1;
    const bool isClean =
        exchange.reader.state() == HttpReader::State::Done && exchange.reader.keepsAlive() && connection->isReady();
    if (isClean) {
        keepIdle(connection, exchange.credentials.identity);
    } else {
        close(connection);
    }
}

void HttpTransport::keepIdle(Connection *connection, std::shared_ptr<const Identity> identity)
{
    Idle idle{.connection = connection, .identity = std::move(identity)};
    idle.since.start();
    m_idle.push_back(std::move(idle));
    const auto drop = [this, connection] {
        std::erase_if(m_idle, [connection](const Idle &one) { return one.connection == connection; });
        close(connection);
    };
    connect(connection, &Connection::ended, this, drop);
    connect(connection, &Connection::received, this, drop); // nobody asked
}

} // namespace sallyport::kube
