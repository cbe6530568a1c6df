// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/driftlog.h"

#include "ui/cluster/clusterlink.h"
#include "ui/cluster/planwork.h"

namespace sallyport {

namespace {

constexpr qsizetype keptDrifts = 1000;

} // namespace

DriftLog::DriftLog(ClusterLink *link, PlanWork *work, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_work(work)
{
    connect(link, &ClusterLink::closing, this, [this] {
        stop();
        clear();
    });
    connect(work, &PlanWork::planMade, this, &DriftLog::watch);
}

DriftLog::~DriftLog() = default;

/// A plan knows how the server serves our kinds, and which mesh they are of.
void DriftLog::watch()
{
    const kube::Plan &plan = m_work->original();
    if (plan.resources.empty() || (m_watch && m_mesh == plan.mesh))
        return;
    stop();
    kube::Client *client = m_link->watchClient();
    if (!client)
        return;
    m_mesh = plan.mesh;
    m_watch = std::make_unique<kube::DriftWatch>(*client, plan.resources, m_mesh);
    connect(m_watch.get(), &kube::DriftWatch::drifted, this, &DriftLog::take);
    connect(m_watch.get(), &kube::DriftWatch::failed, this, &DriftLog::failed);
    m_watch->start();
    emit changed();
}

void DriftLog::stop()
{
    if (!m_watch)
        return;
    m_watch->disconnect(this);
    m_watch.release()->deleteLater(); // it may be what has called us
    emit changed();
}

void DriftLog::clear()
{
    m_drifts.clear();
    emit changed();
}

void DriftLog::take(const kube::Drift &drift)
{
    // what we delete ourselves has no last writer that would say so
    const kube::ObjectKey key = {drift.ref.kind, drift.ref.namespaceName, drift.ref.name};
    const kube::WriteResult *ours = m_work->resultOf(key);
    const bool mayBeOurs = m_work->stage() == PlanWork::Stage::Applying || (ours && ours->deleted && !ours->error);
    if (drift.what == kube::Drift::What::Deleted && mayBeOurs)
        return;
    m_drifts.append(drift);
    if (m_drifts.size() > keptDrifts)
        m_drifts.removeFirst();
    emit changed();
    emit drifted(drift);
}

} // namespace sallyport
