// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/clusterjobs.h"

#include "core/kube/planrequest.h"
#include "tests/support/compiling.h"
#include "tests/support/kube/randompolicies.h"
#include "tests/support/waiting.h"

using namespace Qt::StringLiterals;

namespace sallyport::test {

using namespace kube;

Planned planOn(Transport &cluster, const PlanRequest &request)
{
    Client client(cluster);
    Planned result;
    PlanJob job(client, request);
    QObject::connect(&job, &PlanJob::finished, &job, [&](const Plan &plan) { result.plan = plan; });
    QObject::connect(&job, &PlanJob::failed, &job, [&](const Error &error) { result.error = error.toString(); });
    job.start();
    if (!waitUntil([&] { return result.plan || !result.error.isEmpty(); }))
        result.error = u"the plan did not end"_s;
    return result;
}

std::optional<ApplyReport> applyOn(Transport &cluster, const Plan &plan)
{
    Client client(cluster);
    std::optional<ApplyReport> result;
    ApplyJob job(client, plan, std::chrono::milliseconds(0));
    QObject::connect(&job, &ApplyJob::finished, &job, [&](const ApplyReport &report) { result = report; });
    job.start();
    [[maybe_unused]] const bool ended = waitUntil([&] { return result.has_value(); });
    return result;
}

PlanRequest requestFor(const QByteArray &rules, Prune prune)
{
    PlanRequest request = planRequest(workspaceOf(policyWith(rules) + Universe::mesh()), Target::Istio);
    request.context = u"test"_s;
    request.prune = prune;
    return request;
}

ObjectMap expected(const QByteArray &rules)
{
    ObjectMap objects;
    const ApplySet set{u"sallyport-default"_s, u"egress"_s, {}, {}};
    for (const Manifest &manifest : requestFor(rules).wanted) {
        Value object = *manifest.value;
        object.find(u"metadata")->find(u"labels")->set(partOfLabel, set.id());
        objects.emplace(manifest.key(), std::move(object));
    }
    return objects;
}

QStringList differing(const ObjectMap &present, const ObjectMap &wanted)
{
    QStringList different;
    for (const auto &[key, value] : wanted) {
        const auto there = present.find(key);
        if (there == present.end() || !(there->second == value))
            different.append(key.toString());
    }
    for (const auto &[key, value] : present) {
        if (!wanted.contains(key))
            different.append("extra "_L1 + key.toString());
    }
    return different;
}

QString planSummary(FakeCluster &cluster, const QByteArray &rules, Prune prune)
{
    const Planned planned = planOn(cluster, requestFor(rules, prune));
    return planned.plan ? summary(*planned.plan) : planned.error;
}

} // namespace sallyport::test
