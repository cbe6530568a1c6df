// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/applyjob.h"
#include "core/kube/planjob.h"

#include <QDateTime>

namespace sallyport::kube {

/// One object of an earlier apply.
struct HistoryObject {
    ObjectRef ref;
    PlannedAction action = PlannedAction::Update;
    Value before; ///< What we, or its owner, had written there; null where it was not there.
};

/// One earlier apply: what it was about to do, and how it ended.
struct HistoryEntry {
    QString id; ///< 20260131-235959-1a2b3c, unique and in order of time
    QDateTime time; ///< UTC
    QString command; ///< "apply", "delete", "revert …"
    QString context, mesh;
    Target target = Target::Istio;
    QStringList gateways; ///< Their namespaces.
    QString
        outcome; ///< "started" where the program ended before it could say; "complete", "partial", "cancelled", "failed"
    int written = 0;
    QList<HistoryObject> objects;
};

/// The applies of this machine's user, one private file each (0600) in one folder. Holds no secrets: our kinds of objects have none.
class History
{
public:
    /// The folder is made when the first entry is written.
    explicit History(QString folder);

    /// Notes what is about to happen, before it does. The entry has an id then.
    Result<HistoryEntry> begin(const Plan &plan, const QString &command) const;
    /// Notes how it ended.
    std::optional<Error> end(HistoryEntry entry, const ApplyReport &report) const;

    QList<HistoryEntry>
    entries() const; ///< Newest first, those of all contexts; files that cannot be read are left out.
    Result<HistoryEntry> entry(const QString &id) const;

private:
    std::optional<Error> write(const HistoryEntry &entry) const;

    QString m_folder;
};

/// What leads back to before that apply: a plan like any other, on top of what is there now.
PlanRequest revertOf(const HistoryEntry &entry);

/// {"schema": "sallyport.dev/history/v1alpha1", …} without the objects' content.
Value historyJson(const QList<HistoryEntry> &entries);

} // namespace sallyport::kube
