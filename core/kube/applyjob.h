// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/callqueue.h"
#include "core/kube/client.h"
#include "core/kube/plan.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace sallyport::kube {

/// What became of one object.
struct WriteResult {
    ObjectRef ref;
    Phase phase = Phase::Expand;
    bool deleted = false;
    bool held = false; ///< It goes when its finalizers let it.
    std::optional<KubeError> error; ///< Absent = done.
};

/// How an apply ended. Whatever it says, the cluster is in a state that allows nothing which neither end allows, and applying again, or
/// going back, goes on from there.
struct ApplyReport {
    bool complete = false;
    bool cancelled = false;
    bool clusterChanged = false; ///< Somebody changed an object since the plan: make a new one.
    std::vector<WriteResult> results; ///< In the order in which they ended. An object may be written in several phases.
    std::optional<Error> error; ///< Why it is not complete; cancelling has none.

    int done() const;
};

/// {"schema": "sallyport.dev/apply/v1alpha1", …}
Value reportJson(const Plan &plan, const ApplyReport &report);

/// Carries out a plan: the set's parent first grows, then the steps in their order with the pauses between, then the parent shrinks.
/// Writes of a step go side by side. The first error ends it, once those under way have ended.
///
/// Every write carries the uid and resourceVersion of what the plan saw. A write whose fate is unknown (the connection broke) is looked
/// up before anything else happens. Deleting the job abandons it: what is under way may still happen.
class ApplyJob : public QObject
{
    Q_OBJECT

public:
    ApplyJob(Client &client, Plan plan, std::chrono::milliseconds pause = std::chrono::seconds(5),
             QObject *parent = nullptr);

    void start();
    /// Ends after the writes under way; finished() comes with a report.
    void cancel();

    int total() const { return m_total; } ///< Writes to do.

signals:
    void pausing(std::chrono::milliseconds duration); ///< Until all proxies have the configuration.
    void writing(sallyport::kube::Phase phase);
    void progress(int done, int total, const sallyport::kube::WriteResult &last);
    void finished(const sallyport::kube::ApplyReport &report);

private:
    /// What an object is as far as we know.
    struct Present {
        QString uid, resourceVersion;
        std::shared_ptr<const Value> value;
    };

    void writeParent(const ApplySet &set, std::function<void()> next);
    void nextStep();
    void runStep(const Step &step);
    void applyOne(const Write &write, Phase phase, int attempt, std::function<void()> finished);
    void deleteOne(const Write &write, Phase phase, int attempt, std::function<void()> finished);
    void lookUp(const Write &write, Phase phase, int attempt, const KubeError &error, std::function<void()> finished);
    void settle(const Write &write, Phase phase, int attempt, const KubeError &error, const Outcome<Value> &now,
                std::function<void()> finished);
    void record(const Write &write, Phase phase, std::optional<KubeError> error, bool held = false);
    void shrinkParent();
    void end();

    Client &m_client;
    Plan m_plan;
    std::chrono::milliseconds m_pause;
    std::vector<Step> m_steps;
    size_t m_step = 0;
    int m_total = 0;
    QHash<ObjectKey, Present> m_present;
    QHash<ObjectKey, const PlannedObject *> m_planned;
    CallQueue m_queue;
    QTimer m_timer;
    ApplyReport m_report;
    bool m_ended = false;
};

} // namespace sallyport::kube
