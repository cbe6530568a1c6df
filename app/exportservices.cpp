// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/exportservices.h"

#include "app/exportfolder.h"
#include "core/document/diskfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ExportServices)
};

Result<bool> writeOneFile(const QString &path, const QByteArray &bytes, const QStringList &sources)
{
    const QString identity = QFileInfo(path).canonicalFilePath();
    const bool isSource = !identity.isEmpty()
        && std::any_of(sources.begin(), sources.end(),
                       [&](const QString &source) { return QFileInfo(source).canonicalFilePath() == identity; });
    if (isSource) {
        return Error{.what = Texts::tr("The export was refused"),
                     .where = path,
                     .unaffected = Texts::tr("Nothing was written."),
                     .next = Texts::tr("It is one of the files that are exported. Choose another name."),
                     .details = {}};
    }
    const Result<FileStamp> written = writeBytes(path, bytes);
    return written ? Result<bool>(true) : Result<bool>(written.error());
}

} // namespace

ExportServices exportServices(const Workspace &workspace)
{
    const QStringList sources = exportSources(workspace);
    return {
        [sources](const Export &wanted, const QString &folder) { return ExportFolder(folder, sources).plan(wanted); },
        [sources](const Export &wanted, const QString &folder, const QSet<QString> &removals) {
            return ExportFolder(folder, sources).write(wanted, removals);
        },
        [sources](const QString &path, const QByteArray &bytes) { return writeOneFile(path, bytes, sources); },
    };
}

} // namespace sallyport
