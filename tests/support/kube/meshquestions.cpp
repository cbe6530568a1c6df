// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/meshquestions.h"

#include "tests/support/kube/randompolicies.h"

#include <set>

using namespace Qt::StringLiterals;

namespace sallyport::test {

const QHash<QString, std::pair<QString, Labels>> gateways = {
    {u"istio-egressgateway-a.istio-system.svc.cluster.local"_s,
     {u"istio-system"_s, {{u"istio"_s, u"egressgateway-a"_s}}}},
    {u"istio-egressgateway-b.egress.svc.cluster.local"_s, {u"egress"_s, {{u"istio"_s, u"egressgateway-b"_s}}}},
};

std::vector<MeshRequest> meshRequests()
{
    std::vector<MeshRequest> requests;
    for (const QString &ns : Universe::namespaces()) {
        for (const Labels &labels : Universe::workloads()) {
            for (const QString &name : Universe::names()) {
                for (int port : Universe::ports()) {
                    for (Speech speech : {Speech::Http, Speech::Tls, Speech::Tcp})
                        requests.push_back({ns, labels, name, port, speech});
                }
            }
        }
    }
    return requests;
}

std::vector<DirectRequest> directRequests(std::initializer_list<const MeshModel *> states)
{
    std::set<std::pair<int, QString>> servers;
    for (const MeshModel *state : states) {
        for (const auto &server : state->serverNames())
            servers.insert(server);
    }
    std::vector<DirectRequest> requests;
    for (const auto &[port, sni] : servers) {
        const QStringList hosts = sni.contains(".l4."_L1) ? QStringList{u"a.example.com"_s} : Universe::names();
        for (const QString &ns : Universe::namespaces() + QStringList{u"outside"_s}) {
            for (const auto &gateway : gateways) {
                for (const QString &host : hosts)
                    requests.push_back({ns, gateway.first, gateway.second, port, sni, host});
            }
        }
    }
    return requests;
}

QString complaint(const QString &before, const QString &after, const QString &between, const QSet<QString> &places)
{
    if (between.isEmpty())
        return before.isEmpty() || after.isEmpty() ? QString() : u"cut"_s;
    if (before.isEmpty() && after.isEmpty())
        return "leaks to "_L1 + between;
    return places.contains(between) ? QString() : "goes astray to "_L1 + between;
}

QString wrongBetween(const kube::ManifestSet &before, const kube::ManifestSet &after, const kube::ManifestSet &now)
{
    const MeshModel first(before);
    const MeshModel last(after);
    const MeshModel between(now);
    QHash<QString, QSet<QString>> places; // of all workloads, by what they ask for
    const auto place = [](const MeshRequest &r) { return u"%1 %2 %3"_s.arg(r.host).arg(r.port).arg(int(r.speech)); };
    const std::vector<MeshRequest> requests = meshRequests();
    for (const MeshRequest &r : requests)
        places[place(r)].unite({first.reach(r, first, gateways), last.reach(r, last, gateways)});
    for (const MeshRequest &r : requests) {
        const QString wrong = complaint(first.reach(r, first, gateways), last.reach(r, last, gateways),
                                        between.reach(r, between, gateways), places[place(r)]);
        if (!wrong.isEmpty())
            return r.toString() + u' ' + wrong;
    }
    for (const DirectRequest &r : directRequests({&first, &last, &between})) {
        if (!between.direct(r).isEmpty() && first.direct(r).isEmpty() && last.direct(r).isEmpty())
            return r.toString() + " leaks to "_L1 + between.direct(r);
    }
    return {};
}

} // namespace sallyport::test
