// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/app/exports.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sallyport {

Workspace workspaceOf(const QByteArray &text, const QString &path)
{
    Workspace workspace;
    workspace.files.push_back(std::make_shared<const SourceFile>(readFile(path, text)));
    return workspace;
}

QByteArray sampleText(const QString &name)
{
    QFile file(u":/samples/%1.yaml"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Export exportOfSample(const QString &name, ExportTarget target)
{
    return exportOf(workspaceOf(sampleText(name)), target);
}

QStringList pathsOf(const Export &exported)
{
    QStringList paths;
    for (const ExportFile &file : exported.files)
        paths.append(file.path);
    return paths;
}

} // namespace sallyport
