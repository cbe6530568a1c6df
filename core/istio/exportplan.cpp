// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/istio/exportplan.h"

#include "core/istio/kustomization.h"
#include "core/istio/ownership.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ExportPlan)
};

using Bytes = QHash<QString, QByteArray>;

Bytes byPath(const std::vector<ExportFile> &files)
{
    Bytes bytes;
    for (const ExportFile &file : files)
        bytes.insert(file.path, file.bytes);
    return bytes;
}

Error inTheWay(const QStringList &paths)
{
    return {.what = Texts::tr("The export was refused"),
            .where = paths.join(", "_L1),
            .unaffected = Texts::tr("Nothing was written."),
            .next = Texts::tr(
                "Files stand there that this program did not write. Move them away, or export to another folder."),
            .details = {}};
}

PlannedFile planned(const QString &path, const QByteArray &wanted, const Bytes &present)
{
    const auto before = present.constFind(path);
    const FileAction action = before == present.constEnd() ? FileAction::Create
        : *before == wanted                                ? FileAction::Keep
                                                           : FileAction::Change;
    return {action, path, wanted};
}

/// The path as seen from the folder of its target.
QString withoutFolder(const QString &path)
{
    for (QLatin1StringView folder : {"istio/"_L1, "asm/"_L1}) {
        if (path.startsWith(folder))
            return path.mid(folder.size());
    }
    return path;
}

/// What stands in the folder and is not exported, judged.
std::vector<PlannedFile> leftovers(const std::vector<ExportFile> &present, const QSet<QString> &wanted,
                                   const QString &mesh, const QSet<QString> &removals)
{
    std::vector<PlannedFile> files;
    for (const ExportFile &file : present) {
        if (wanted.contains(file.path))
            continue;
        if (holdsOnlyOurs(file.bytes, mesh))
            files.push_back({removals.contains(file.path) ? FileAction::Remove : FileAction::Leave, file.path, {}});
        else if (isExportedPolicy(file.bytes, withoutFolder(file.path)))
            files.push_back({FileAction::Doubt, file.path, {}});
    }
    std::sort(files.begin(), files.end(), [](const PlannedFile &a, const PlannedFile &b) { return a.path < b.path; });
    return files;
}

/// The paths that lie below the folder, as seen from there.
QStringList below(const QString &folder, const QStringList &paths)
{
    QStringList found;
    for (const QString &path : paths) {
        if (path.startsWith(folder))
            found.append(path.mid(folder.size()));
    }
    return found;
}

/// The kustomization of one folder; nullopt where there is none and none is needed.
Result<std::optional<PlannedFile>> plannedKustomization(const QString &folder, const QStringList &listed,
                                                        const QStringList &removed, const Bytes &present)
{
    QString path;
    for (const QString &name : kustomizationNames()) {
        if (path.isEmpty() && present.contains(folder + name))
            path = folder + name;
    }
    if (path.isEmpty() && listed.isEmpty())
        return std::optional<PlannedFile>();
    const std::optional<QByteArray> before = path.isEmpty() ? std::nullopt : std::optional(present.value(path));
    const Result<QByteArray> text = kustomization(before, listed, removed);
    if (!text) {
        Error error = text.error();
        error.where = path + ": "_L1 + error.where;
        return error;
    }
    return std::optional(planned(path.isEmpty() ? folder + kustomizationNames().first() : path, *text, present));
}

} // namespace

QStringList ExportPlan::paths(FileAction action) const
{
    QStringList found;
    for (const PlannedFile &file : files) {
        if (file.action == action)
            found.append(file.path);
    }
    return found;
}

bool ExportPlan::isNoOp() const
{
    return std::all_of(files.begin(), files.end(), [](const PlannedFile &file) {
        return file.action == FileAction::Keep || file.action == FileAction::Leave || file.action == FileAction::Doubt;
    });
}

Result<ExportPlan> planExport(const Export &wanted, const std::vector<ExportFile> &present,
                              const QSet<QString> &removals)
{
    const Bytes before = byPath(present);
    ExportPlan plan;
    QStringList wantedPaths;
    QStringList obstacles;
    for (const ExportFile &file : wanted.files) {
        wantedPaths.append(file.path);
        plan.files.push_back(planned(file.path, file.bytes, before));
        if (plan.files.back().action == FileAction::Change) {
            const QByteArray &old = before[file.path];
            if (!holdsOnlyOurs(old, wanted.mesh) && !holdsOnlyObjectOf(old, withoutFolder(file.path)))
                obstacles.append(file.path);
        }
    }
    if (!obstacles.isEmpty())
        return inTheWay(obstacles);

    std::vector<PlannedFile> rest = leftovers(present, {wantedPaths.begin(), wantedPaths.end()}, wanted.mesh, removals);
    QStringList removed;
    for (const PlannedFile &file : rest) {
        if (file.action == FileAction::Remove)
            removed.append(file.path);
    }
    for (const QString &folder : {QString(), u"istio/"_s, u"asm/"_s}) {
        const QStringList resources = wanted.folders.contains(folder) ? below(folder, wantedPaths) : QStringList();
        Result<std::optional<PlannedFile>> file =
            plannedKustomization(folder, resources, below(folder, removed), before);
        if (!file)
            return file.error();
        if (*file)
            plan.files.push_back(**file);
    }
    plan.files.insert(plan.files.end(), rest.begin(), rest.end());
    return plan;
}

} // namespace sallyport
