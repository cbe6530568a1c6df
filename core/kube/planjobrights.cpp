// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
//
// The part of PlanJob that asks what the user may do.
#include "core/kube/planjob.h"

#include <tuple>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

CallQueue::Start PlanJob::review(const AccessQuery &query, std::function<void(bool)> answer)
{
    return [=, this](auto finished) {
        return m_client.reviewAccess(query, this, [=](const Outcome<AccessAnswer> &access) {
            answer(!access || access->allowed); // who cannot ask finds out by trying
            finished();
        });
    };
}

/// Asks for all namespaces at once where several are needed: for most users the answer is the same.
void PlanJob::checkRights()
{
    std::set<std::tuple<QString, QString, QString, QString>> needed; // group, resource, verb, namespace
    const auto need = [&](const QString &group, const QString &plural, const QString &verb, const QString &where) {
        needed.emplace(group, plural, verb, where);
    };
    for (const PlannedObject &object : m_plan.objects) {
        const Resource *resource = m_plan.resource(object.ref);
        if (!resource || !(object.isWritten() || object.action == PlannedAction::Delete))
            continue;
        const QString &where = object.ref.namespaceName;
        need(resource->group, resource->plural, u"get"_s, where); // to look up what became of a write
        if (object.action == PlannedAction::Delete)
            need(resource->group, resource->plural, u"delete"_s, where);
        else
            need(resource->group, resource->plural, u"patch"_s, where);
        if (object.action == PlannedAction::Create)
            need(resource->group, resource->plural, u"create"_s, where);
    }
    if (!needed.empty()) {
        need({}, configMapResource.plural, u"patch"_s, m_plan.set.namespaceName);
        if (!m_plan.liveSet)
            need({}, configMapResource.plural, u"create"_s, m_plan.set.namespaceName);
    }
    std::map<std::tuple<QString, QString, QString>, QStringList> namespaces;
    for (const auto &[group, plural, verb, where] : needed)
        namespaces[{group, plural, verb}].append(where);
    std::vector<CallQueue::Start> calls;
    for (const auto &[what, where] : namespaces) {
        const auto &[group, plural, verb] = what;
        const AccessQuery everywhere = {verb, group, plural, {}, where.size() > 1 ? QString() : where.first(), {}};
        calls.push_back(review(everywhere, [this, everywhere, where](bool allowed) {
            if (allowed)
                return;
            for (const QString &name : where) {
                AccessQuery right = everywhere;
                right.namespaceName = name;
                (where.size() > 1 ? m_needed : m_denied).push_back(right);
            }
        }));
    }
    m_queue.run(std::move(calls), [this] { checkRightsByNamespace(); });
}

void PlanJob::checkRightsByNamespace()
{
    std::vector<CallQueue::Start> calls;
    for (const AccessQuery &right : m_needed) {
        calls.push_back(review(right, [this, right](bool allowed) {
            if (!allowed)
                m_denied.push_back(right);
        }));
    }
    m_queue.run(std::move(calls), [this] {
        if (m_denied.empty())
            dryRun();
        else
            nameTheUser();
    });
}

void PlanJob::nameTheUser()
{
    m_queue.run({[this](auto finished) {
                    return m_client.userName(this, [this, finished](const Outcome<QString> &name) {
                        m_user = name ? *name : QString();
                        finished();
                    });
                }},
                [this] { dryRun(); });
}

} // namespace sallyport::kube
