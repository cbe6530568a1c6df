// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/run.h"

#include "core/trace/grpc.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Trace)
};

QString valueOf(const RequestFlow &flow, QLatin1StringView header)
{
    for (const auto &[name, value] : flow.headers) {
        if (name == header)
            return value;
    }
    return {};
}

RequestFlow flowOf(const TraceRequest &request, const RequestTarget &target)
{
    RequestFlow flow;
    flow.payload = target.payload;
    flow.serverName = target.payload == RequestTarget::Payload::Tls && !target.isAddress ? target.host : QString();
    flow.authority = target.authority;
    flow.method = request.request.method;
    flow.path = target.path;
    flow.query = target.query;
    flow.port = target.port;
    for (const auto &[name, value] : request.request.headers) {
        if (name.compare("host"_L1, Qt::CaseInsensitive) == 0)
            flow.authority = value;
        else
            flow.headers.append({name.toLower(), value});
    }
    flow.isWebSocket = target.payload == RequestTarget::Payload::Http
        && valueOf(flow, "upgrade"_L1).compare("websocket"_L1, Qt::CaseInsensitive) == 0
        && valueOf(flow, "connection"_L1).contains("upgrade"_L1, Qt::CaseInsensitive);
    flow.isGrpc = target.payload == RequestTarget::Payload::Http && isGrpcType(valueOf(flow, "content-type"_L1));
    return flow;
}

} // namespace

QString RequestFlow::host() const
{
    QString host = authority.toLower();
    const qsizetype colon = host.lastIndexOf(u':');
    if (colon > 0 && !host.endsWith(u']')
        && std::all_of(host.begin() + colon + 1, host.end(), [](QChar c) { return c.isDigit(); }))
        host.truncate(colon);
    return host;
}

Run::Run(const TraceWorld &w, TraceCache &c, const TraceRequest &r, const RequestTarget &t, Choices &choices)
    : world(w)
    , cache(c)
    , request(r)
    , target(t)
    , flow(flowOf(r, t))
    , sidecar{false, r.namespaceName, r.labels, true, -1}
    , m_choices(choices)
{
    std::sort(sidecar.labels.begin(), sidecar.labels.end());
}

void Run::giveUp(TraceField field, const QString &why)
{
    if (m_why)
        return;
    m_why = why;
    m_unmodelled = std::move(field);
}

std::vector<int> Run::byAge(std::vector<int> objects)
{
    std::vector<int> ordered;
    while (!objects.empty()) {
        // Of each pair that says when it was created the older wins, and at the same second the name decides.
        const auto isOlder = [&](int a, int b) {
            const TraceObject &one = world.objects[size_t(a)];
            const TraceObject &other = world.objects[size_t(b)];
            return one.created && other.created
                && std::tie(*one.created, one.ref.name, one.ref.namespaceName)
                < std::tie(*other.created, other.ref.name, other.ref.namespaceName);
        };
        std::vector<int> first;
        QStringList names;
        for (int candidate : objects) {
            if (std::none_of(objects.begin(), objects.end(), [&](int other) { return isOlder(other, candidate); })) {
                first.push_back(candidate);
                names.append(name(candidate));
            }
        }
        const int taken = first.size() < 2
            ? 0
            : choose(Texts::tr("which was created first: %1").arg(names.join(", "_L1)), int(first.size()));
        ordered.push_back(first[size_t(taken)]);
        std::erase(objects, first[size_t(taken)]);
    }
    return ordered;
}

Maybe Run::isSelected(const Labels &selector, const Proxy &proxy) const
{
    bool isSure = true;
    for (const auto &label : selector) {
        const auto known = std::find_if(proxy.labels.begin(), proxy.labels.end(),
                                        [&](const auto &other) { return other.first == label.first; });
        if (known != proxy.labels.end() ? known->second != label.second : proxy.labelsAreComplete)
            return false;
        isSure = isSure && known != proxy.labels.end();
    }
    return isSure ? Maybe(true) : std::nullopt;
}

} // namespace sallyport
