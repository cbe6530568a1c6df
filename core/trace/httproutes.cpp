// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/httproutes.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Trace)
};

const istio::HttpRoute &routeOf(const TraceWorld &world, const HttpCandidate &candidate)
{
    return world.virtualServices[size_t(candidate.rule)].http[size_t(candidate.route)];
}

const istio::HttpMatch *matchOf(const TraceWorld &world, const HttpCandidate &candidate)
{
    return candidate.match < 0 ? nullptr : &routeOf(world, candidate).matches[size_t(candidate.match)];
}

bool isCatchAll(const TraceWorld &world, const HttpCandidate &candidate)
{
    const istio::HttpMatch *match = matchOf(world, candidate);
    return !match || match->isCatchAll();
}

TraceField fieldOf(const Run &run, const HttpCandidate &candidate)
{
    const int object = run.world.virtualServices[size_t(candidate.rule)].object;
    return candidate.match < 0 ? field(object, "spec", "http", candidate.route)
                               : field(object, "spec", "http", candidate.route, "match", candidate.match);
}

TraceField actionField(const Run &run, const HttpCandidate &candidate, const char *action)
{
    return field(run.world.virtualServices[size_t(candidate.rule)].object, "spec", "http", candidate.route, action);
}

/// Headers that clients and proxies add by themselves: a request that does not name them may have them all the same.
bool isAddedBySomebody(const QString &name)
{
    static const QSet<QString> usual = {u"user-agent"_s,
                                        u"accept"_s,
                                        u"accept-encoding"_s,
                                        u"accept-language"_s,
                                        u"connection"_s,
                                        u"content-length"_s,
                                        u"content-type"_s,
                                        u"transfer-encoding"_s,
                                        u"te"_s,
                                        u"upgrade"_s,
                                        u"x-request-id"_s,
                                        u"traceparent"_s,
                                        u"tracestate"_s,
                                        u"b3"_s,
                                        u"via"_s,
                                        u"forwarded"_s,
                                        u"x-client-trace-id"_s,
                                        u"grpc-timeout"_s,
                                        u"keep-alive"_s,
                                        u"cache-control"_s,
                                        u"x-ot-span-context"_s,
                                        u"x-cloud-trace-context"_s};
    return usual.contains(name) || name.startsWith("x-forwarded-"_L1) || name.startsWith("x-envoy-"_L1)
        || name.startsWith("x-b3-"_L1) || name.startsWith("x-istio-"_L1) || name.startsWith("sec-"_L1);
}

/// Proxies tidy up paths before they match: which way, is a setting of the mesh.
bool isTidy(const QString &path)
{
    return !path.contains("//"_L1) && !path.contains("/."_L1) && !path.contains(u'%') && !path.contains(u'\\');
}

Part pathOf(const Run &run)
{
    if (!run.flow.path || !isTidy(*run.flow.path))
        return {false, true, {}};
    return {true, true, *run.flow.path};
}

Part queryOf(const Run &run, const QString &name)
{
    if (!run.flow.path)
        return {false, false, {}};
    for (const QString &pair : run.flow.query.split(u'&', Qt::SkipEmptyParts)) {
        if (pair.section(u'=', 0, 0) == name)
            return {true, true, pair.section(u'=', 1)};
    }
    return {true, false, {}};
}

/// Of an unknown path every prefix that is no more than "/" still matches.
Maybe matchesPath(Run &run, const istio::HttpMatch &match)
{
    if (!match.uri || match.uri->how == istio::StringMatch::How::Present
        || (match.uri->how == istio::StringMatch::How::Prefix && match.uri->text == "/"_L1))
        return true;
    return matches(*match.uri, pathOf(run), run.cache.expressions, match.ignoresUriCase);
}

/// Of the header that a gateway writes about a client's certificate only the client's name is known beforehand.
bool asksForMore(const istio::NamedMatch &header)
{
    if (header.match.how == istio::StringMatch::How::Present)
        return false;
    const QString &text = header.match.text;
    return header.match.how != istio::StringMatch::How::Regex || !text.startsWith(".*"_L1) || text.contains("By="_L1)
        || text.contains("Hash"_L1) || text.contains("Cert"_L1) || text.contains("Subject"_L1);
}

Maybe matchesHeader(Run &run, const istio::NamedMatch &header, Part part, const HttpView &view)
{
    if (header.name == "x-forwarded-client-cert"_L1 && view.hop.proxy.isGateway && part.isPresent
        && asksForMore(header))
        part.isKnown = false;
    return matches(header.match, part, run.cache.expressions);
}

Maybe matchesHeaders(Run &run, const istio::HttpMatch &match, const HttpView &view)
{
    Maybe result = true;
    for (const istio::NamedMatch &header : match.headers)
        result = both(result, matchesHeader(run, header, headerOf(run, header.name, view), view));
    for (const istio::NamedMatch &header : match.withoutHeaders) {
        Part part = headerOf(run, header.name, view);
        if (header.match.how != istio::StringMatch::How::Present)
            part.isPresent = part.isPresent || part.isKnown; // an absent header counts as an empty one
        result = both(result, inverted(matchesHeader(run, header, part, view)));
    }
    return result;
}

Maybe meets(Run &run, const istio::HttpMatch &match, const HttpView &view)
{
    Expressions &expressions = run.cache.expressions;
    Maybe result = both(matchesPath(run, match), matchesHeaders(run, match, view));
    if (match.method)
        result = both(result, matches(*match.method, {true, true, run.flow.method}, expressions));
    if (match.authority)
        result = both(result, matches(*match.authority, {true, true, run.flow.authority}, expressions));
    if (match.scheme) // a gateway cannot be sure what was spoken before the mesh
        result = both(result, matches(*match.scheme, {!view.hop.proxy.isGateway, true, u"http"_s}, expressions));
    for (const istio::NamedMatch &parameter : match.queryParams)
        result = both(result, matches(parameter.match, queryOf(run, parameter.name), expressions));
    return result;
}

void setHeader(RequestFlow &flow, const QString &name, const QString &value, bool replaces)
{
    if (name == "host"_L1 || name == ":authority"_L1) {
        flow.authority = value;
        return;
    }
    if (replaces)
        flow.headers.removeIf([&](const auto &header) { return header.first == name; });
    flow.headers.append({name, value});
    if (value.contains(u'%'))
        flow.unknownHeaders.insert(name);
    else if (replaces)
        flow.unknownHeaders.remove(name);
}

void apply(RequestFlow &flow, const istio::HeaderChanges &changes)
{
    for (const QString &name : changes.remove)
        flow.headers.removeIf([&](const auto &header) { return header.first == name; });
    for (const auto &[name, value] : changes.add)
        setHeader(flow, name, value, false);
    for (const auto &[name, value] : changes.set)
        setHeader(flow, name, value, true);
}

void rewrite(Run &run, const istio::HttpRoute &route, const istio::HttpMatch *match)
{
    RequestFlow &flow = run.flow;
    if (!route.rewriteAuthority.isEmpty())
        flow.authority = route.rewriteAuthority;
    if (route.rewritesByRegex) {
        flow.path.reset();
    } else if (!route.rewriteUri.isEmpty() && flow.path) {
        const bool isPrefix = !match || !match->uri || match->uri->how == istio::StringMatch::How::Prefix;
        const qsizetype length = !match || !match->uri ? 1 : match->uri->text.size();
        flow.path = isPrefix ? route.rewriteUri + flow.path->mid(length) : route.rewriteUri;
    }
}

/// A fault of the route, or nothing.
std::optional<Outcome> faultOf(Run &run, const HttpCandidate &candidate, TraceStage stage)
{
    const istio::HttpRoute &route = routeOf(run.world, candidate);
    if (!route.abortStatus || route.abortPercent <= 0)
        return std::nullopt;
    const TraceField where = actionField(run, candidate, "fault");
    if (route.abortPercent < 100
        && run.choose(Texts::tr("whether %1 of %2 hits the request").arg(where.path.toString(), run.name(where.object)),
                      2)
            == 1)
        return std::nullopt;
    run.step(stage, where, [&] { return Texts::tr("The route answers with a fault: %1.").arg(*route.abortStatus); });
    Outcome outcome = refused(*route.abortStatus, u"fault filter abort"_s);
    outcome.grpcStatus = route.abortGrpcStatus;
    return outcome;
}

Outcome act(Run &run, const HttpCandidate &candidate, const HttpView &view)
{
    const istio::HttpRoute &route = routeOf(run.world, candidate);
    const TraceStage stage = view.hop.stage;
    if (route.isDelegated)
        run.giveUp(actionField(run, candidate, "delegate"), Texts::tr("where the delegate of this route leads"));
    if (const std::optional<Outcome> fault = faultOf(run, candidate, stage))
        return *fault;
    if (route.hasCors && run.flow.method == "OPTIONS"_L1 && headerOf(run, u"origin"_s, view).isPresent)
        run.giveUp(actionField(run, candidate, "corsPolicy"),
                   Texts::tr("how the proxy answers this preflight request"));
    if (route.redirectStatus) {
        run.step(stage, actionField(run, candidate, "redirect"),
                 [&] { return Texts::tr("The route answers with a redirect."); });
        return refused(*route.redirectStatus, u"redirect"_s);
    }
    if (route.directStatus) {
        run.step(stage, actionField(run, candidate, "directResponse"),
                 [&] { return Texts::tr("The route answers itself: %1.").arg(*route.directStatus); });
        return refused(*route.directStatus, route.directBody.trimmed());
    }
    apply(run.flow, route.headers);
    rewrite(run, route, matchOf(run.world, candidate));
    for (const istio::HeaderChanges &changes : route.destinationHeaders) {
        if (!changes.set.isEmpty() || !changes.add.isEmpty() || !changes.remove.isEmpty()) {
            if (route.destinations.size() > 1)
                run.giveUp(actionField(run, candidate, "route"), Texts::tr("which headers each destination adds"));
            apply(run.flow, changes);
        }
    }
    return sendToOneOf(run, view.hop, route.destinations, actionField(run, candidate, "route"), view.port);
}

} // namespace

Part headerOf(const Run &run, const QString &name, const HttpView &view)
{
    if (name == "x-forwarded-client-cert"_L1 && view.hop.proxy.isGateway)
        return view.certificate;
    if (name.startsWith(u'@') || run.flow.unknownHeaders.contains(name)) // @request.auth.claims
        return {false, false, {}};
    if (name == ":authority"_L1 || name == "host"_L1)
        return {true, true, run.flow.authority};
    if (name == ":method"_L1)
        return {true, true, run.flow.method};
    if (name == ":path"_L1 || name == ":scheme"_L1)
        return {false, true, {}};
    Part part;
    for (const auto &[key, value] : run.flow.headers) {
        if (key != name)
            continue;
        part.text = part.isPresent ? part.text + u',' + value : value;
        part.isPresent = true;
    }
    part.isKnown = part.isPresent ? !name.startsWith("x-forwarded-"_L1) && !name.startsWith("x-envoy-"_L1)
                                  : !isAddedBySomebody(name);
    return part;
}

bool isForProxy(Run &run, const istio::HttpMatch &match, const HttpView &view, int object)
{
    if (match.port != 0 && match.port != view.port)
        return false;
    // Where a match names gateways, Istio does not look at labels and namespace at all.
    if (!match.gateways.isEmpty())
        return match.gateways.contains(view.gateway);
    if (!match.sourceNamespace.isEmpty() && match.sourceNamespace != view.hop.proxy.namespaceName)
        return false;
    return run.decide(run.isSelected(match.sourceLabels, view.hop.proxy), [&] {
        return Texts::tr("whether the gateway's pods carry the sourceLabels of %1").arg(run.name(object));
    });
}

std::vector<HttpCandidate> candidatesOf(Run &run, int rule, const HttpView &view)
{
    const istio::VirtualService &service = run.world.virtualServices[size_t(rule)];
    std::vector<HttpCandidate> candidates;
    for (size_t i = 0; i < service.http.size(); ++i) {
        const istio::HttpRoute &route = service.http[i];
        if (route.matches.empty())
            candidates.push_back({rule, int(i), -1});
        for (size_t j = 0; j < route.matches.size(); ++j) {
            if (!isForProxy(run, route.matches[j], view, service.object))
                continue;
            candidates.push_back({rule, int(i), int(j)});
            if (route.matches[j].isCatchAll())
                break;
        }
        if (!candidates.empty() && candidates.back().route == int(i) && isCatchAll(run.world, candidates.back()))
            break;
    }
    return candidates;
}

void putCatchAllsLast(const TraceWorld &world, std::vector<HttpCandidate> &candidates)
{
    std::stable_partition(candidates.begin(), candidates.end(),
                          [&](const HttpCandidate &candidate) { return !isCatchAll(world, candidate); });
}

Outcome follow(Run &run, const std::vector<HttpCandidate> &candidates, const HttpView &view,
               std::vector<TraceLoser> losers)
{
    for (const HttpCandidate &candidate : candidates) {
        const istio::HttpMatch *match = matchOf(run.world, candidate);
        const TraceField where = fieldOf(run, candidate);
        if (match && !run.decide(meets(run, *match, view), [&] {
                return Texts::tr("whether the request meets %1 of %2")
                    .arg(where.path.toString(), run.name(where.object));
            })) {
            losers.push_back({where, Texts::tr("The request does not meet this match.")});
            continue;
        }
        run.step(
            view.hop.stage, where, [&] { return Texts::tr("This route takes the request."); }, std::move(losers));
        return act(run, candidate, view);
    }
    run.step(
        view.hop.stage, {}, [&] { return Texts::tr("No route takes the request: 404."); }, std::move(losers));
    return refused(404);
}

} // namespace sallyport
