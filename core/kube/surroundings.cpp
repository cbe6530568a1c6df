// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/surroundings.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Surroundings)
};

QStringList textsOf(const Value &list)
{
    QStringList texts;
    for (const Member &item : list.members())
        texts.append(item.value.text());
    return texts;
}

/// A host as it stands in Istio's lists, perhaps a wildcard: "*.example.com" has everything below.
bool overlap(const QString &a, const QString &b)
{
    const auto covers = [](const QString &pattern, const QString &host) {
        return pattern == "*"_L1 || pattern == host || (pattern.startsWith("*."_L1) && host.endsWith(pattern.mid(1)));
    };
    return covers(a, b) || covers(b, a);
}

bool isSeenFrom(const Value &object, const QString &namespaceName)
{
    const QString &own = object[u"metadata"][u"namespace"].text();
    const QStringList exported = textsOf(object[u"spec"][u"exportTo"]);
    return own == namespaceName || exported.isEmpty() || exported.contains(u"*"_s) || exported.contains(namespaceName);
}

QString nameOf(const Value &object)
{
    const Value &metadata = object[u"metadata"];
    return object[u"kind"].text() + u' ' + metadata[u"namespace"].text() + u'/' + metadata[u"name"].text();
}

/// What our objects depend on, by namespace.
struct Needs {
    QHash<QString, QStringList> hosts; ///< Of the ServiceEntries.
    QHash<QString, QStringList> services; ///< Of gateways, that clients send to.
    std::vector<std::pair<const Value *, int>> servers; ///< Selector and port of the Gateways' servers.
};

Needs needsOf(const ManifestSet &wanted, const GatewayNamespaces &gateways)
{
    Needs needs;
    for (const Manifest &manifest : wanted) {
        const QString &place = manifest.ref.namespaceName;
        if (manifest.ref.kind == "ServiceEntry"_L1)
            needs.hosts[place] += textsOf(manifest.spec()[u"hosts"]);
        else if (manifest.ref.kind == "DestinationRule"_L1 && sideOf(manifest.ref, gateways) == Side::Client)
            needs.services[place].append(manifest.spec()[u"host"].text());
        if (manifest.ref.kind != "Gateway"_L1)
            continue;
        for (const Member &server : manifest.spec()[u"servers"].members())
            needs.servers.emplace_back(&manifest.spec()[u"selector"], int(server.value[u"port"][u"number"].toInt()));
    }
    return needs;
}

/// Our hosts that the object is for, where it is seen: "a.example.com for mytest".
QStringList shared(const Value &object, const QStringList &hosts, const QHash<QString, QStringList> &ours)
{
    QStringList places = ours.keys();
    places.sort();
    QStringList found;
    for (const QString &place : places) {
        if (!isSeenFrom(object, place))
            continue;
        for (const QString &host : ours[place]) {
            if (std::any_of(hosts.begin(), hosts.end(), [&](const QString &other) { return overlap(other, host); }))
                found.append(Texts::tr("%1 for %2").arg(host, place));
        }
    }
    return found;
}

QString listed(const QStringList &words)
{
    return words.size() > 3
        ? Texts::tr("%1 and %n more", nullptr, int(words.size() - 3)).arg(words.mid(0, 3).join(u", "_s))
        : words.join(u", "_s);
}

QString aboutHosts(const Value &object, const Needs &needs)
{
    const Value &spec = object[u"spec"];
    const QString &kind = object[u"kind"].text();
    if (kind == "ServiceEntry"_L1) {
        const QStringList hosts = shared(object, textsOf(spec[u"hosts"]), needs.hosts);
        return hosts.isEmpty() ? QString()
                               : Texts::tr("%1 also defines %2: Istio may take its ports and addresses.")
                                     .arg(nameOf(object), listed(hosts));
    }
    if (kind == "VirtualService"_L1) {
        const QStringList bound = textsOf(spec[u"gateways"]);
        if (!bound.isEmpty() && !bound.contains(u"mesh"_s))
            return {};
        const QStringList hosts = shared(object, textsOf(spec[u"hosts"]), needs.hosts);
        return hosts.isEmpty() ? QString()
                               : Texts::tr("%1 also routes %2: Istio drops the routes of one of the two.")
                                     .arg(nameOf(object), listed(hosts));
    }
    const QStringList host = {spec[u"host"].text()};
    if (const QStringList hosts = shared(object, host, needs.hosts); !hosts.isEmpty())
        return Texts::tr("%1 also sets how to connect to %2: Istio may take its settings.")
            .arg(nameOf(object), listed(hosts));
    const QStringList services = shared(object, host, needs.services);
    return services.isEmpty() ? QString()
                              : Texts::tr("%1 is for the gateway's service, too: %2 does not see it any more.")
                                    .arg(nameOf(object), listed(services));
}

bool admits(const QStringList &entries, const QString &place, const QString &host)
{
    return std::any_of(entries.begin(), entries.end(), [&](const QString &entry) {
        const QString from = entry.section(u'/', 0, 0);
        const QString pattern = entry.section(u'/', 1);
        return (from == "*"_L1 || from == "."_L1 || from == place) && overlap(pattern, host);
    });
}

/// A service's host says its namespace: NAME.NAMESPACE.svc…
bool admitsService(const QStringList &entries, const QString &place, const QString &service)
{
    const QString home = service.section(u'.', 1, 1);
    return std::any_of(entries.begin(), entries.end(), [&](const QString &entry) {
        const QString from = entry.section(u'/', 0, 0);
        return (from == "*"_L1 || from == home || (from == "."_L1 && place == home))
            && overlap(entry.section(u'/', 1), service);
    });
}

/// A Sidecar of a client's namespace.
QStringList aboutSidecar(const Value &sidecar, const Needs &needs)
{
    const QString &place = sidecar[u"metadata"][u"namespace"].text();
    QStringList told;
    if (!needs.hosts.contains(place) || !needs.services.contains(place))
        return told;
    if (sidecar[u"spec"][u"outboundTrafficPolicy"][u"mode"].text() == "ALLOW_ANY"_L1)
        told.append(Texts::tr("%1 lets its workloads reach everything (ALLOW_ANY).").arg(nameOf(sidecar)));
    QStringList entries;
    for (const Member &egress : sidecar[u"spec"][u"egress"].members())
        entries += textsOf(egress.value[u"hosts"]);
    if (entries.isEmpty())
        return told;
    QStringList hidden;
    for (const QString &host : needs.hosts[place]) {
        if (!admits(entries, place, host))
            hidden.append(host);
    }
    for (const QString &service : needs.services[place]) {
        if (!admitsService(entries, place, service))
            hidden.append(service);
    }
    if (!hidden.isEmpty())
        told.append(Texts::tr("%1 hides %2 from its workloads.").arg(nameOf(sidecar), listed(hidden)));
    return told;
}

/// Two selectors can select one pod unless they differ in a label.
bool canMeet(const Value &a, const Value &b)
{
    bool meets = a.isEmpty() || b.isEmpty();
    for (const Member &label : a.members()) {
        const Value *other = b.find(label.key);
        if (other && other->text() != label.value.text())
            return false;
        meets = meets || other;
    }
    return meets;
}

QStringList aboutServers(const Value &gateway, const Needs &needs)
{
    QStringList told;
    for (const Member &server : gateway[u"spec"][u"servers"].members()) {
        const QString protocol = server.value[u"port"][u"protocol"].text().toUpper();
        const bool isPlain = server.value[u"tls"].isNull() && protocol != "HTTPS"_L1 && protocol != "TLS"_L1;
        const int port = int(server.value[u"port"][u"number"].toInt());
        const bool isOurs = std::any_of(needs.servers.begin(), needs.servers.end(), [&](const auto &ours) {
            return ours.second == port && canMeet(gateway[u"spec"][u"selector"], *ours.first);
        });
        if (isPlain && isOurs)
            told.append(Texts::tr("%1 opens port %2 of the same gateway without TLS: Istio serves one of the two.")
                            .arg(nameOf(gateway))
                            .arg(port));
    }
    return told;
}

} // namespace

QStringList influences(const std::vector<Value> &others, const ManifestSet &wanted, const GatewayNamespaces &gateways)
{
    const Needs needs = needsOf(wanted, gateways);
    QStringList told;
    for (const Value &object : others) {
        const QString &kind = object[u"kind"].text();
        if (kind == "Sidecar"_L1)
            told += aboutSidecar(object, needs);
        else if (kind == "Gateway"_L1)
            told += aboutServers(object, needs);
        else if (const QString sentence = aboutHosts(object, needs); !sentence.isEmpty())
            told.append(sentence);
    }
    told.removeDuplicates();
    return told;
}

QString gitOpsOwner(const Value &object)
{
    const Value &labels = object[u"metadata"][u"labels"];
    const Value &annotations = object[u"metadata"][u"annotations"];
    const auto named = [](const QString &tool, const QString &name) {
        return name.isEmpty() ? QString() : tool.arg(name);
    };
    const QString tracking = annotations[u"argocd.argoproj.io/tracking-id"].text().section(u':', 0, 0);
    for (const QString &owner : {named(u"Argo CD application %1"_s, tracking),
                                 named(u"Argo CD application %1"_s, labels[u"argocd.argoproj.io/instance"].text()),
                                 named(u"Flux Kustomization %1"_s, labels[u"kustomize.toolkit.fluxcd.io/name"].text()),
                                 named(u"Flux HelmRelease %1"_s, labels[u"helm.toolkit.fluxcd.io/name"].text()),
                                 named(u"Helm release %1"_s, annotations[u"meta.helm.sh/release-name"].text())}) {
        if (!owner.isEmpty())
            return owner;
    }
    return {};
}

} // namespace sallyport::kube
