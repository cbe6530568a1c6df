// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/kubeconfig.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Kubeconfig)
};

/// No kubeconfig is larger, and /dev/zero has no end.
constexpr qint64 maxSize = 16 * 1024 * 1024;

Error loadError(const QString &what, const QStringList &files)
{
    return {.what = what,
            .where = files.join(", "_L1),
            .unaffected = Texts::tr("Nothing was connected to, and no file was changed."),
            .next = Texts::tr("Correct the file, or choose another one with --kubeconfig or KUBECONFIG.")};
}

Result<QByteArray> readFile(const QString &path)
{
    if (QFileInfo(path).isDir())
        return Error{.what = Texts::tr("It is a folder.")};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.what = Texts::tr("It cannot be read: %1.").arg(file.errorString())};
    QByteArray text;
    for (QByteArray more;
         text.size() <= maxSize && !(more = file.read(64 * 1024)).isEmpty();) // a pipe gives it in pieces
        text += more;
    if (text.size() > maxSize)
        return Error{.what = Texts::tr("It is larger than a kubeconfig can be.")};
    return text;
}

Result<Kubeconfig> loadFile(const QString &path)
{
    const Result<QByteArray> text = readFile(path);
    if (!text)
        return text.error();
    return readKubeconfig(*text, path);
}

/// What `whole` has already wins. std::map::insert keeps what is there.
void merge(Kubeconfig &whole, const Kubeconfig &file)
{
    whole.files += file.files;
    whole.notes += file.notes;
    if (whole.currentContext.isEmpty())
        whole.currentContext = file.currentContext;
    whole.contexts.insert(file.contexts.begin(), file.contexts.end());
    whole.clusters.insert(file.clusters.begin(), file.clusters.end());
    whole.users.insert(file.users.begin(), file.users.end());
}

} // namespace

QStringList kubeconfigFiles(const QString &explicitFile, const QProcessEnvironment &environment)
{
    if (!explicitFile.isEmpty())
        return {explicitFile};
    const QString list = environment.value(u"KUBECONFIG"_s);
    if (list.isEmpty())
        return {QDir(environment.value(u"HOME"_s, QDir::homePath())).filePath(u".kube/config"_s)};
    QStringList files = list.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    files.removeDuplicates();
    return files;
}

Result<Kubeconfig> loadKubeconfig(const QString &explicitFile, const QProcessEnvironment &environment)
{
    Kubeconfig whole;
    QStringList faults, faultyFiles;
    for (const QString &path : kubeconfigFiles(explicitFile, environment)) {
        const QFileInfo info(path);
        if (!info.exists() && !info.isSymLink()) {
            if (!explicitFile.isEmpty())
                return loadError(Texts::tr("There is no such kubeconfig."), {path});
            whole.missing.append(path);
            continue;
        }
        const Result<Kubeconfig> file = loadFile(path);
        if (file) {
            merge(whole, *file);
        } else {
            faults.append(file.error().what);
            faultyFiles.append(path);
        }
    }
    if (!faults.isEmpty())
        return loadError(Texts::tr("The kubeconfig cannot be used. %1").arg(faults.join(u' ')), faultyFiles);
    return whole;
}

} // namespace sallyport::kube
