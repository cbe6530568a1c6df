// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/drift.h"

#include <QObject>

#include <memory>

namespace sallyport {

class ClusterLink;
class PlanWork;

/// What others did to our objects while a context was open: watched from the first plan on.
class DriftLog : public QObject
{
    Q_OBJECT
public:
    /// Neither becomes its own; both must outlive it.
    DriftLog(ClusterLink *link, PlanWork *work, QObject *parent = nullptr);
    ~DriftLog() override;

    const QList<kube::Drift> &drifts() const { return m_drifts; } ///< Oldest first; only the latest thousand.
    bool isWatching() const { return bool(m_watch); }
    void clear();

signals:
    void drifted(const sallyport::kube::Drift &drift);
    void changed(); ///< The list, or whether anything is watched.
    void failed(const sallyport::Error &error); ///< It is not watched any more.

private:
    void watch();
    void stop();
    void take(const kube::Drift &drift);

    ClusterLink *m_link;
    PlanWork *m_work;
    QString m_mesh; ///< That is watched.
    std::unique_ptr<kube::DriftWatch> m_watch;
    QList<kube::Drift> m_drifts;
};

} // namespace sallyport
