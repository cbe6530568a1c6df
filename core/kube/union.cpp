// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/union.h"

#include "core/istio/gate.h"
#include "core/yaml/write.h"

#include <algorithm>
#include <optional>
#include <set>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

/// Items of both lists, the wanted ones first. Items with equal keys are one thing; `merge` makes one item of the live and the wanted one.
template<typename Key, typename Merge>
Value unitedList(const Value &live, const Value &wanted, Key key, Merge merge)
{
    Value list = wanted;
    QHash<QString, size_t> known;
    for (size_t i = wanted.size(); i-- > 0;) // of equal keys the first counts
        known.insert(key(wanted[i]), i);
    for (const Member &candidate : live.members()) {
        const auto match = known.constFind(key(candidate.value));
        if (match == known.constEnd()) {
            list.append(candidate.value);
        } else {
            Value &item = list.members()[*match].value;
            item = merge(candidate.value, item);
        }
    }
    return list;
}

QString asText(const Value &value)
{
    return QString::fromUtf8(yaml::toJson(value));
}

Value wantedOne(const Value &, const Value &wanted)
{
    return wanted;
}

/// Replaces a member of the spec by the union of it, where both have one.
template<typename Unite>
void uniteMember(Value &spec, const Value &live, const QString &key, Unite unite)
{
    const Value *there = live.find(key);
    if (!there || !there->isList())
        return;
    if (Value *wanted = spec.find(key))
        *wanted = unite(*there, *wanted);
    else if (!there->isEmpty())
        spec.set(key, *there);
}

Value sortedUnion(const Value &live, const Value &wanted)
{
    std::set<QString> texts;
    for (const Member &item : wanted.members())
        texts.insert(item.value.text());
    const size_t wantedCount = texts.size();
    for (const Member &item : live.members())
        texts.insert(item.value.text());
    if (texts.size() == wantedCount)
        return wanted;
    return Value::list(QStringList(texts.begin(), texts.end()));
}

void uniteGuard(Value &spec, const Value &live)
{
    const auto denies = [](const Value &policy) { return policy[u"action"].text() == "DENY"_L1; };
    if (!denies(spec) || !denies(live) || !(spec[u"selector"] == live[u"selector"]))
        return;
    uniteMember(spec, live, u"rules"_s,
                [](const Value &there, const Value &wanted) { return unitedList(there, wanted, asText, wantedOne); });
}

qint64 portNumber(const Value &item)
{
    return item[u"port"][u"number"].toInt();
}

Value unitedServer(const Value &live, const Value &wanted)
{
    Value server = wanted;
    Value hosts = Value::list();
    hosts.append(wanted[u"hosts"][0]);
    std::set<QString> others;
    for (const Value *side : {&live[u"hosts"], &wanted[u"hosts"]}) {
        for (size_t i = 1; i < side->size(); ++i)
            others.insert((*side)[i].text());
    }
    for (const QString &host : others)
        hosts.append(host);
    server.set(u"hosts"_s, std::move(hosts));
    return server;
}

void uniteServers(Value &spec, const Value &live)
{
    uniteMember(spec, live, u"servers"_s, [](const Value &there, const Value &wanted) {
        return unitedList(
            there, wanted,
            [](const Value &server) { return QString::number(portNumber(server)) + u' ' + server[u"hosts"][0].text(); },
            unitedServer);
    });
}

/// The gate of a route of ours, taken off: the namespaces that it lets through, and the route's matches without it.
struct GatedRoute {
    std::set<QString> namespaces;
    Value bare; ///< The route; equal matches that are left are one.
};

/// Nothing where a match has no gate of ours: the route is then a thing of its own.
std::optional<GatedRoute> withoutGate(const Value &route)
{
    const Value *matches = route.find(u"match");
    if (!matches || matches->isEmpty())
        return std::nullopt;
    GatedRoute result{{}, route};
    Value bare = Value::list();
    for (const Member &item : matches->members()) {
        const std::optional<QStringList> names = namespacesOf(item.value[u"headers"][gateHeader][u"regex"].text());
        if (!names)
            return std::nullopt;
        result.namespaces.insert(names->begin(), names->end());
        Value match = item.value;
        match.find(u"headers")->remove(gateHeader);
        if (match[u"headers"].isEmpty())
            match.remove(u"headers");
        const bool known = std::any_of(bare.members().begin(), bare.members().end(),
                                       [&](const Member &other) { return other.value == match; });
        if (!known)
            bare.append(std::move(match));
    }
    result.bare.set(u"match"_s, std::move(bare));
    return result;
}

/// What makes two gated routes one: the match without the gate, and the destination.
QString gatedRouteKey(const Value &route)
{
    const std::optional<GatedRoute> gated = withoutGate(route);
    return gated ? asText(gated->bare[u"match"]) + asText(gated->bare[u"route"]) : asText(route);
}

/// The wanted route, let through for the namespaces of both.
Value unitedRoute(const Value &live, const Value &wanted)
{
    const std::optional<GatedRoute> there = withoutGate(live);
    std::optional<GatedRoute> both = withoutGate(wanted);
    if (!there || !both || both->bare[u"match"].size() != 1)
        return wanted;
    if (std::includes(both->namespaces.begin(), both->namespaces.end(), there->namespaces.begin(),
                      there->namespaces.end()))
        return wanted;
    both->namespaces.insert(there->namespaces.begin(), there->namespaces.end());
    Value matches = Value::list();
    for (const QString &gate : gates(both->namespaces)) {
        Value match = Value::map();
        Value headers = both->bare[u"match"][0][u"headers"];
        if (!headers.isMap())
            headers = Value::map();
        headers.set(gateHeader, Value::map({{u"regex"_s, gate}}));
        match.add(u"headers"_s, std::move(headers));
        for (const Member &rest : both->bare[u"match"][0].members()) {
            if (rest.key != "headers"_L1)
                match.add(rest.key, rest.value);
        }
        matches.append(std::move(match));
    }
    both->bare.set(u"match"_s, std::move(matches));
    return both->bare;
}

bool isCatchAll(const Value &route)
{
    return route[u"match"].isEmpty();
}

/// The routes of one state that take part, without its catch-all, which goes to `catchAll` where there is none yet.
Value takingPart(const Value &routes, const QSet<int> &without, Value &catchAll)
{
    const auto isLeftOut = [&](const Value &route) {
        const auto &matches = route[u"match"].members();
        return std::any_of(matches.begin(), matches.end(),
                           [&](const Member &match) { return without.contains(int(match.value[u"port"].toInt())); });
    };
    Value list = Value::list();
    for (const Member &route : routes.members()) {
        if (isCatchAll(route.value))
            catchAll = catchAll.isNull() ? route.value : catchAll;
        else if (!isLeftOut(route.value))
            list.append(route.value);
    }
    return list;
}

Value unitedHttp(const Value &live, const Value &wanted, const ContestedPorts &contested)
{
    Value catchAll;
    const Value mine = takingPart(wanted, contested.stayLive ? contested.ports : QSet<int>(), catchAll);
    const Value theirs = takingPart(live, contested.stayLive ? QSet<int>() : contested.ports, catchAll);
    Value all = unitedList(theirs, mine, gatedRouteKey, unitedRoute);
    if (!catchAll.isNull())
        all.append(std::move(catchAll));
    return all;
}

void uniteGatewayLeg(Value &spec, const Value &live, const ContestedPorts &contested)
{
    uniteMember(spec, live, u"http"_s,
                [&](const Value &there, const Value &wanted) { return unitedHttp(there, wanted, contested); });
    uniteMember(spec, live, u"tcp"_s, [](const Value &there, const Value &wanted) {
        return unitedList(
            there, wanted, [](const Value &route) { return asText(route[u"match"]) + asText(route[u"route"]); },
            wantedOne);
    });
}

Value unitedSubset(const Value &live, const Value &wanted)
{
    Value subset = wanted;
    const Value &there = live[u"trafficPolicy"][u"portLevelSettings"];
    if (!there.isList() || there.isEmpty())
        return subset;
    Value *policy = subset.find(u"trafficPolicy");
    if (!policy)
        policy = &subset.set(u"trafficPolicy"_s, Value::map());
    uniteMember(*policy, live[u"trafficPolicy"], u"portLevelSettings"_s, [](const Value &a, const Value &b) {
        return unitedList(
            a, b, [](const Value &setting) { return QString::number(portNumber(setting)); }, wantedOne);
    });
    return subset;
}

void uniteSubsets(Value &spec, const Value &live)
{
    uniteMember(spec, live, u"subsets"_s, [](const Value &there, const Value &wanted) {
        return unitedList(
            there, wanted, [](const Value &subset) { return subset[u"name"].text(); }, unitedSubset);
    });
}

bool isHttp(const Value &port)
{
    const QString protocol = port[u"protocol"].text().toUpper();
    return protocol == "HTTP"_L1 || protocol == "HTTP2"_L1 || protocol == "GRPC"_L1;
}

void uniteServiceEntry(Value &spec, const Value &live)
{
    uniteMember(spec, live, u"ports"_s, [](const Value &there, const Value &wanted) {
        return unitedList(
            there, wanted, [](const Value &port) { return QString::number(port[u"number"].toInt()); },
            [](const Value &a, const Value &b) { return isHttp(a) && !isHttp(b) ? a : b; });
    });
    uniteMember(spec, live, u"addresses"_s, sortedUnion);
}

} // namespace

Value united(const Value &live, const Value &wanted, Side side, const ContestedPorts &contested)
{
    Value result = wanted;
    Value *spec = result.find(u"spec");
    const Value &there = live[u"spec"];
    if (!spec || !spec->isMap() || !there.isMap())
        return result;
    const QString &kind = wanted[u"kind"].text();
    if (kind == "AuthorizationPolicy"_L1)
        uniteGuard(*spec, there);
    else if (kind == "Gateway"_L1)
        uniteServers(*spec, there);
    else if (kind == "VirtualService"_L1 && side == Side::Gateway)
        uniteGatewayLeg(*spec, there, contested);
    else if (kind == "DestinationRule"_L1)
        uniteSubsets(*spec, there);
    else if (kind == "ServiceEntry"_L1)
        uniteServiceEntry(*spec, there);
    return result;
}

} // namespace sallyport::kube
