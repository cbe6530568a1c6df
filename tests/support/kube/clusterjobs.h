// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/applyjob.h"
#include "core/kube/planjob.h"
#include "tests/support/kube/fakecluster.h"

namespace sallyport::test {

/// A plan, or the words of the error that came instead.
struct Planned {
    std::optional<kube::Plan> plan;
    QString error;
};

/// Runs the jobs to their end against a cluster in memory; nothing where that takes longer than ten seconds.
Planned planOn(kube::Transport &cluster, const kube::PlanRequest &request);
std::optional<kube::ApplyReport> applyOn(kube::Transport &cluster, const kube::Plan &plan);

/// The request for the policy text (rules of policyWith(), with the random policies' Mesh).
kube::PlanRequest requestFor(const QByteArray &rules, kube::Prune prune = kube::Prune::All);

using ObjectMap = std::map<kube::ObjectKey, Value>;

/// The objects of the rules as they are without a cluster, with the labels that an apply adds.
ObjectMap expected(const QByteArray &rules);
/// The objects that are missing or different, and those that are too many.
QStringList differing(const ObjectMap &present, const ObjectMap &wanted);

/// "create 4, delete 1": what planning for the rules says now.
QString planSummary(FakeCluster &cluster, const QByteArray &rules, kube::Prune prune = kube::Prune::All);

} // namespace sallyport::test
