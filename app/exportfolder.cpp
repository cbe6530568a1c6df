// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/exportfolder.h"

#include "app/folderaccess.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ExportFolder)
};

QString adviceFor(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return Texts::tr("The disk is full. Free some space, or export to another disk.");
    case EROFS:
        return Texts::tr("The disk is read-only. Export to another one.");
    case EACCES:
    case EPERM:
        return Texts::tr("You may not write there. Ask for permission, or export to another folder.");
    case EEXIST:
        return Texts::tr("Something else appeared there meanwhile. Look at it, and export again.");
    case ELOOP:
    case ENOTDIR:
        return Texts::tr(
            "A link or a file stands where a folder has to be, and links are not followed. Move it away, or export to another "
            "folder.");
    default:
        return Texts::tr("Try again, or export to another folder.");
    }
}

Error refusal(const QString &where, const QString &next, const QString &details = {})
{
    return {.what = Texts::tr("The export was refused"),
            .where = where,
            .unaffected = Texts::tr("Nothing was written."),
            .next = next,
            .details = details};
}

QString nothingChanged()
{
    return Texts::tr("The folder is as it was.");
}

Error failure(const QString &path, int error, const QString &unaffected)
{
    return {.what = Texts::tr("The export failed"),
            .where = path,
            .unaffected = unaffected,
            .next = adviceFor(error),
            .details = QString::fromLocal8Bit(std::strerror(error))};
}

bool isWritten(const PlannedFile &file)
{
    return file.action == FileAction::Create || file.action == FileAction::Change;
}

/// Which file it is, under whatever name.
using Identity = std::pair<dev_t, ino_t>;

std::set<Identity> identitiesOf(const QStringList &paths)
{
    std::set<Identity> identities;
    for (const QString &path : paths) {
        struct stat status = {};
        if (::stat(QFile::encodeName(path).constData(), &status) == 0)
            identities.emplace(status.st_dev, status.st_ino);
    }
    return identities;
}

/// Carries one plan out.
class Writer
{
public:
    Writer(const FolderAccess &folder, const ExportPlan &plan)
        : m_folder(folder)
        , m_plan(plan)
    {
    }

    std::optional<Error> run()
    {
        std::optional<Error> error = stageAll();
        if (!error)
            error = commitAll();
        if (!error)
            error = removeAll();
        if (error)
            dropTemporaries();
        return error;
    }

private:
    std::optional<Error> stageAll()
    {
        for (const PlannedFile &file : m_plan.files) {
            if (!isWritten(file))
                continue;
            const QString temporary = u".sallyport-%1-%2"_s.arg(::getpid()).arg(m_temporaries.size());
            const std::optional<struct stat> before = m_folder.status(file.path);
            m_temporaries.append({file.path, temporary});
            if (!m_folder.stage(file.path, temporary, file.bytes, before ? before->st_mode : 0))
                return failure(file.path, errno, nothingChanged());
        }
        if (!m_temporaries.isEmpty() && !m_folder.sync())
            return failure({}, errno, nothingChanged());
        return std::nullopt;
    }

    std::optional<Error> commitAll()
    {
        qsizetype next = 0;
        for (const PlannedFile &file : m_plan.files) {
            if (!isWritten(file))
                continue;
            if (!m_folder.commit(file.path, m_temporaries.at(next).second, file.action == FileAction::Change))
                return failure(file.path, errno, progress(next));
            ++next;
        }
        return std::nullopt;
    }

    std::optional<Error> removeAll()
    {
        for (const QString &path : m_plan.paths(FileAction::Remove)) {
            if (!m_folder.remove(path))
                return failure(path, errno,
                               Texts::tr("All files of the export are written; only stale ones are left."));
            m_folder.removeEmptyFolderOf(path);
        }
        return std::nullopt;
    }

    QString progress(qsizetype done) const
    {
        return done == 0 ? nothingChanged()
                         : Texts::tr("%1 of %2 files are written, each of them whole; a new export writes the others.")
                               .arg(done)
                               .arg(m_temporaries.size());
    }

    void dropTemporaries()
    {
        for (const auto &[path, temporary] : m_temporaries) {
            m_folder.remove(sibling(path, temporary));
            m_folder.removeEmptyFolderOf(path);
        }
    }

    const FolderAccess &m_folder;
    const ExportPlan &m_plan;
    QList<std::pair<QString, QString>>
        m_temporaries; ///< Paths and the temporary names beside them, in order of the plan.
};

/// What stands in the way of the plan, as far as names tell: links, folders, and the sources of the export.
std::optional<Error> obstacle(const FolderAccess &folder, const ExportPlan &plan, const std::set<Identity> &sources)
{
    for (const PlannedFile &file : plan.files) {
        if (!isWritten(file) && file.action != FileAction::Remove)
            continue;
        const std::optional<struct stat> status = folder.status(file.path);
        if (!status && errno != ENOENT)
            return refusal(file.path, adviceFor(errno), QString::fromLocal8Bit(std::strerror(errno)));
        if (!status)
            continue;
        if (!S_ISREG(status->st_mode)) {
            return refusal(
                file.path,
                Texts::tr(
                    "Something that is no file stands there, perhaps a link; links are not followed. Move it away, "
                    "or export to another folder."));
        }
        if (file.action == FileAction::Create) {
            return refusal(
                file.path,
                Texts::tr("A file stands there that cannot be read. Move it away, or export to another folder."));
        }
        if (sources.contains({status->st_dev, status->st_ino})) {
            return refusal(file.path, Texts::tr("It is one of the files that are exported. Export to another folder."));
        }
    }
    return std::nullopt;
}

} // namespace

ExportFolder::ExportFolder(QString path, QStringList sources)
    : m_path(std::move(path))
    , m_sources(std::move(sources))
{
}

Result<ExportPlan> ExportFolder::plan(const Export &wanted, const QSet<QString> &removals) const
{
    const QFileInfo info(m_path);
    if (m_path.isEmpty() || (info.exists() && !info.isDir()) || (info.isSymLink() && !info.exists()))
        return refusal(m_path, Texts::tr("It is not a folder. Name one, or a new one."));
    const FolderAccess folder(m_path, false);
    if (!folder.isOpen()) {
        if (info.exists())
            return refusal(m_path, adviceFor(errno), QString::fromLocal8Bit(std::strerror(errno)));
        return planExport(wanted, {}, removals);
    }
    Result<ExportPlan> plan = planExport(wanted, folder.read(), removals);
    if (plan) {
        if (const std::optional<Error> error = obstacle(folder, *plan, identitiesOf(m_sources)))
            return *error;
    }
    return plan;
}

Result<ExportPlan> ExportFolder::write(const Export &wanted, const QSet<QString> &removals) const
{
    Result<ExportPlan> planned = plan(wanted, removals);
    if (!planned || planned->isNoOp())
        return planned;
    const FolderAccess folder(m_path, true);
    if (!folder.isOpen())
        return failure(m_path, errno, nothingChanged());
    if (const std::optional<Error> error = Writer(folder, *planned).run())
        return *error;
    return planned;
}

QStringList exportSources(const Workspace &workspace)
{
    QStringList sources;
    for (const auto &file : workspace.files) {
        const bool isSource = std::any_of(file->documents.begin(), file->documents.end(), [](const auto &document) {
            return document->kind != DocumentKind::Generated && document->kind != DocumentKind::Empty;
        });
        if (isSource)
            sources.append(file->path);
    }
    return sources;
}

} // namespace sallyport
