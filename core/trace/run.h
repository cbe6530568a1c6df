// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/choices.h"
#include "core/trace/matching.h"
#include "core/trace/request.h"
#include "core/trace/result.h"
#include "core/trace/world.h"

#include <QSet>

#include <memory>

namespace sallyport {

/// How one pass over a request ends.
struct Outcome {
    enum class Kind : quint8 {
        Reached, ///< The host got it.
        Refused, ///< A proxy answers with `status`.
        Closed, ///< The connection ends without an answer.
    };
    Kind kind = Kind::Closed;
    int status = 0;
    QString answer; ///< What a proxy says beside its status.
    QString host; ///< That was reached.
    QString gateway; ///< That it left through.
    std::optional<int> grpcStatus; ///< Of a refusal, where it is not the one that follows from the status.
    bool operator==(const Outcome &) const = default;
};

/// A request as it is at the moment: proxies change it on its way.
struct RequestFlow {
    RequestTarget::Payload payload = RequestTarget::Payload::Http;
    QString serverName; ///< The application's SNI.
    QString authority; ///< Of Host.
    QString method;
    std::optional<QString> path; ///< Unknown after a rewrite that is not modelled.
    QString query;
    QList<std::pair<QString, QString>> headers; ///< Names in lower case.
    QSet<QString> unknownHeaders; ///< Set to what only a proxy could work out.
    int port = 0; ///< Where the application connects.
    QString address; ///< Empty: one that no object names.

    QString host() const; ///< Of Host, without a port, in lower case.
    bool isWebSocket = false;
    bool isGrpc = false;
};

/// A proxy that configuration is computed for.
struct Proxy {
    bool isGateway = false;
    QString namespaceName;
    Labels labels;
    bool labelsAreComplete = true;
    int workload = -1; ///< Of a gateway.
};

/// What is spoken between a proxy and the next one.
struct ProxyLeg {
    enum class Security : quint8 { Plain, Simple, IstioMutual };
    Security security = Security::Plain;
    QString serverName;
    bool isHttp = false; ///< The proxy speaks HTTP itself; otherwise it passes bytes on.
};

struct GatewayListener;

/// What passes of all requests to one world may share.
struct TraceCache {
    Expressions expressions;
    QHash<std::pair<int, int>, std::shared_ptr<const GatewayListener>> listeners; ///< By workload and port.
};

/// One pass over one request: a guess at every unknown fact, the steps taken, and what stopped it.
class Run
{
public:
    Run(const TraceWorld &w, TraceCache &c, const TraceRequest &r, const RequestTarget &t, Choices &choices);

    const TraceWorld &world;
    TraceCache &cache;
    const TraceRequest &request;
    const RequestTarget &target;
    RequestFlow flow;
    Proxy sidecar;

    /// `text` says it in a whole sentence, and is asked only where steps are kept.
    template<typename Text>
    void step(TraceStage stage, TraceField field, const Text &text, std::vector<TraceLoser> losers = {})
    {
        if (keepsSteps)
            steps.push_back({stage, std::move(field), text(), std::move(losers)});
    }
    /// Something that is not modelled decides: whatever the pass finds is worth nothing.
    void giveUp(TraceField field, const QString &why);
    bool hasGivenUp() const { return m_why.has_value(); }
    const QString &why() const { return *m_why; }
    TraceField unmodelled() const { return m_unmodelled; }

    int choose(const QString &fact, int count) { return m_choices.choose(fact, count); }
    /// The truth, or a guess; `fact`, asked where it is one, completes "It is not known …".
    template<typename Fact>
    bool decide(Maybe truth, const Fact &fact)
    {
        return truth ? *truth : choose(fact(), 2) == 0;
    }
    /// The order in which Istio takes rivals: the older first. Guessed where they do not say when they were created.
    std::vector<int> byAge(std::vector<int> objects);

    const ObjectRef &ref(int object) const { return world.objects[size_t(object)].ref; }
    QString name(int object) const { return object < 0 ? QString() : ref(object).toString(); }
    /// Whether a proxy has all labels of a selector.
    Maybe isSelected(const Labels &selector, const Proxy &proxy) const;

    bool keepsSteps = true;
    std::vector<TraceStep> steps;

private:
    Choices &m_choices;
    std::optional<QString> m_why;
    TraceField m_unmodelled;
};

/// A field by its path: field(object, "spec", "http", 2, "match", 0).
template<typename... Parts>
TraceField field(int object, Parts... parts)
{
    FieldPath path;
    const auto add = [&path](auto part) {
        if constexpr (std::is_integral_v<decltype(part)>)
            path = path.index(int(part));
        else
            path = path.child(QString::fromLatin1(part));
    };
    (add(parts), ...);
    return {object, path};
}

inline Outcome closed()
{
    return {};
}
inline Outcome refused(int status, QString answer = {})
{
    return {Outcome::Kind::Refused, status, std::move(answer), {}, {}, {}};
}

} // namespace sallyport
