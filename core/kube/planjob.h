// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/callqueue.h"
#include "core/kube/client.h"
#include "core/kube/plan.h"
#include "core/kube/planrequest.h"
#include "core/kube/rights.h"

#include <QObject>

#include <map>
#include <set>

namespace sallyport::kube {

/// Asks a cluster what applying would do to it. Changes nothing there; everything is asked as a read or a dry run.
///
/// One list per kind tells which objects carry our fields with our values already; only the others are dry-run.
/// Start it once. Deleting it, or cancel(), ends it without a signal.
class PlanJob : public QObject
{
    Q_OBJECT

public:
    PlanJob(Client &client, PlanRequest request, QObject *parent = nullptr);

    void start();
    void cancel();

signals:
    void progress(int done, int total);
    void finished(const sallyport::kube::Plan &plan);
    void failed(const sallyport::Error &error);

private:
    void takeDiscovery(const Outcome<Discovery> &discovery);
    Error missingTarget() const;
    void list();
    CallQueue::Start listing(const Resource &resource, const QString &namespaceName);
    void listByNamespace();
    void takeList(const Resource &resource, const QString &namespaceName, Outcome<ObjectList> list);
    void askForParent();
    void takeParent(const Outcome<Value> &parent);
    void lookAround();
    void lookAroundByNamespace();
    CallQueue::Start lookingAt(const Resource &resource, const QString &namespaceName, const QString &selector,
                               std::vector<Value> &into);
    void takeSurroundings();
    void compareLive();
    PlannedObject planned(const Manifest &wanted) const;
    void checkRights();
    CallQueue::Start review(const AccessQuery &query, std::function<void(bool)> answer);
    void checkRightsByNamespace();
    void nameTheUser();
    void dryRun();
    bool isKnownToBeNew(const PlannedObject &object) const;
    CallQueue::Start dryRunOf(size_t index, bool force);
    void takeDryRun(PlannedObject &object, const Outcome<Applied> &outcome, bool force);
    void lookAtOthers();
    void takeOther(PlannedObject &object, const Outcome<Value> &outcome);
    void finish();
    void judge(PlannedObject &object);
    void addForeignOwner(PlannedObject &object) const;
    void fail(const QString &doing, const KubeError &error);

    /// A list of objects that are not ours.
    struct Look {
        Resource resource;
        QString selector;
        std::vector<Value> *into;
    };

    Client &m_client;
    PlanRequest m_request;
    Plan m_plan;
    CallQueue m_queue;
    Discovery m_discovery;
    std::vector<Value> m_live;
    std::vector<Value> m_others; ///< Objects that are not ours and could change the outcome.
    std::vector<Value> m_otherForm; ///< The policy as the other target has it.
    std::vector<Look> m_looksRefused;
    QSet<QString> m_wholeKinds; ///< Kinds of which m_live and m_others have all that there is.
    std::set<QString> m_kindsByNamespace; ///< Kinds that may not be listed in all namespaces at once.
    Rights m_needed, m_denied;
    QHash<ObjectKey, std::shared_ptr<const Value>> m_results; ///< What the server would make of each object.
    QString m_user;
    int m_done = 0;
};

} // namespace sallyport::kube
