// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/export.h"
#include "core/result.h"

#include <QSet>

namespace sallyport {

enum class FileAction : quint8 {
    Create,
    Change,
    Keep, ///< Has the wanted bytes already.
    Leave, ///< Of an earlier export and not wanted any more, but nobody said that it may go.
    Remove,
    Doubt, ///< Looks like a policy of an earlier export; but policies carry no label of ours, so it is never removed.
};

/// What happens to one file of the folder.
struct PlannedFile {
    FileAction action = FileAction::Create;
    QString path;
    QByteArray bytes; ///< The new content; empty for Leave and Remove.
};

/// What an export does to a folder, decided before anything is written.
struct ExportPlan {
    std::vector<PlannedFile> files; ///< In the order of writing: objects, then kustomizations, then what is stale.

    QStringList paths(FileAction action) const;
    bool isNoOp() const; ///< Nothing would be written or removed.
};

/// Compares an export with what stands in its folder.
///
/// Stale are the files of an earlier export: those that hold nothing but objects labelled with this mesh and are not exported any more.
/// Of these only `removals` go. Error where a file stands in the way that we did not write: one that neither holds our objects alone
/// nor the very object that belongs there.
Result<ExportPlan> planExport(const Export &wanted, const std::vector<ExportFile> &present,
                              const QSet<QString> &removals = {});

} // namespace sallyport
