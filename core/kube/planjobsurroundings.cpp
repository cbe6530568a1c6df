// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
//
// The part of PlanJob that looks at what is not ours: objects that change the outcome, and the policy in its other form.
#include "core/kube/planjob.h"

#include "core/kube/surroundings.h"

namespace sallyport::kube {

using namespace Qt::StringLiterals;

void PlanJob::lookAround()
{
    if (m_request.wanted.empty())
        return compareLive();
    const QString ours = meshLabel + u'=' + m_request.mesh;
    const QString notOurs = meshLabel + "!="_L1 + m_request.mesh;
    const auto find = [&](const QString &group, const QString &kind) {
        const Resource *known = m_discovery.find(group, kind);
        return known ? *known : Resource();
    };
    std::vector<CallQueue::Start> calls;
    const Resource policies = find(u"istio.alibabacloud.com"_s, u"ASMEgressTrafficPolicy"_s);
    if (m_request.target == Target::Istio) {
        if (!policies.kind.isEmpty())
            calls.push_back(lookingAt(policies, {}, {}, m_otherForm));
        for (const QString &kind :
             {u"ServiceEntry"_s, u"VirtualService"_s, u"DestinationRule"_s, u"Gateway"_s, u"Sidecar"_s}) {
            if (const Resource resource = find(u"networking.istio.io"_s, kind); !resource.kind.isEmpty())
                calls.push_back(lookingAt(resource, {}, notOurs, m_others));
        }
    } else if (const Resource doors = find(u"networking.istio.io"_s, u"Gateway"_s); !doors.kind.isEmpty()) {
        calls.push_back(lookingAt(doors, {}, ours, m_otherForm));
    }
    m_queue.run(std::move(calls), [this] { lookAroundByNamespace(); });
}

/// Who may not look everywhere sees the namespaces that matter most.
void PlanJob::lookAroundByNamespace()
{
    QSet<QString> places = m_request.gateways;
    for (const Manifest &manifest : m_request.wanted)
        places.insert(manifest.ref.namespaceName);
    std::vector<CallQueue::Start> calls;
    for (const Look &look : std::exchange(m_looksRefused, {})) {
        for (const QString &place : places)
            calls.push_back(lookingAt(look.resource, place, look.selector, *look.into));
    }
    m_queue.run(std::move(calls), [this] {
        QStringList unseen;
        for (const Look &look : m_looksRefused) {
            if (!unseen.contains(look.resource.plural))
                unseen.append(look.resource.plural);
        }
        if (!unseen.isEmpty())
            m_plan.notices.append(tr("What others have changes the outcome, and you may not look at all of it: %1.")
                                      .arg(unseen.join(u", "_s)));
        takeSurroundings();
    });
}

CallQueue::Start PlanJob::lookingAt(const Resource &resource, const QString &namespaceName, const QString &selector,
                                    std::vector<Value> &into)
{
    return [=, this, &into](auto finished) {
        ListQuery query;
        query.resource = resource;
        query.namespaceName = namespaceName;
        query.labelSelector = selector;
        return m_client.list(query, this, [=, this, &into](Outcome<ObjectList> list) {
            if (list && namespaceName.isEmpty())
                m_wholeKinds.insert(resource.kind);
            if (list)
                std::move(list->items.begin(), list->items.end(), std::back_inserter(into));
            else if (list.error().kind == KubeError::Kind::Forbidden)
                m_looksRefused.push_back({resource, selector, &into});
            else
                m_plan.notices.append(tr("The %1 of others could not be looked at.").arg(resource.plural));
            finished();
        });
    };
}

void PlanJob::takeSurroundings()
{
    for (const Value &object : m_otherForm) {
        const bool isPolicy = m_request.target == Target::Istio;
        const Value &labels = object[u"metadata"][u"labels"];
        const bool isSameMesh = labels[meshLabel].text() == m_request.mesh;
        if (!isSameMesh && !m_request.gatewayNames.contains(object[u"spec"][u"byEgressGateway"][u"name"].text()))
            continue;
        emit failed({.what = isPolicy ? tr("An ASMEgressTrafficPolicy for the same gateway is on the cluster")
                                      : tr("The Istio objects of this policy are on the cluster"),
                     .where = manifestOf(object).ref.toString(),
                     .unaffected = tr("Nothing on the cluster was changed."),
                     .next = isPolicy
                         ? tr("Two forms of one policy contradict each other: delete that one first (target ASM).")
                         : tr("Two forms of one policy contradict each other: delete those first (target Istio)."),
                     .details = {}});
        return;
    }
    QSet<ObjectKey> wanted; // of the same name: a conflict of its own
    for (const Manifest &manifest : m_request.wanted)
        wanted.insert(manifest.key());
    std::erase_if(m_others, [&](const Value &object) {
        const bool isNamedAlike = wanted.contains(manifestOf(object).key());
        if (isNamedAlike)
            m_wholeKinds.remove(object[u"kind"].text());
        return isNamedAlike;
    });
    m_plan.notices += influences(m_others, m_request.wanted, m_plan.gateways);
    compareLive();
}

} // namespace sallyport::kube
