// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/exportplan.h"
#include "core/result.h"

#include <QString>
#include <QStringList>

namespace sallyport {

/// The folder that an export goes to: what it holds, what an export would do to it, and doing that.
///
/// Nothing outside the folder is touched: links in it are not followed. The folder itself may be a link, and need not exist.
class ExportFolder
{
public:
    /// `sources` are the paths of the files that are exported from; an export never replaces one of them.
    ExportFolder(QString path, QStringList sources);

    const QString &path() const { return m_path; }

    Result<ExportPlan> plan(const Export &wanted, const QSet<QString> &removals = {}) const;

    /// Plans again and does it. Returns what was done.
    ///
    /// All new content is on the disk under temporary names before the first file changes, so a full disk changes nothing; then each file
    /// is replaced in one step, kustomizations after the objects, and stale files go last. Errors say whether something was changed.
    Result<ExportPlan> write(const Export &wanted, const QSet<QString> &removals = {}) const;

private:
    QString m_path;
    QStringList m_sources;
};

/// The files that an export is made from; an earlier export among the workspace's files is none.
QStringList exportSources(const Workspace &workspace);

} // namespace sallyport
