// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/core/goldencases.h"

#include "tests/support/core/workspacefixture.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// The case's own YAML files, the policy first; or the files that `inputs` names, relative to the source folder.
TestFiles inputsOf(const QDir &folder)
{
    TestFiles files;
    for (const QByteArray &line : contentOf(folder.filePath(u"inputs"_s)).split('\n')) {
        const QString path = QString::fromUtf8(line.trimmed());
        if (!path.isEmpty())
            files.append({QFileInfo(path).fileName(), contentOf(folder.filePath(u"../../../"_s + path))});
    }
    QStringList names = folder.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
    names.removeAll(u"expected.yaml"_s);
    std::stable_sort(names.begin(), names.end(),
                     [](const QString &a, const QString &b) { return a == "policy.yaml"_L1 && b != a; });
    for (const QString &name : names)
        files.append({name, contentOf(folder.filePath(name))});
    return files;
}

} // namespace

QDir goldenFolder(const QString &sourceFolder)
{
    return QDir(sourceFolder + u"/tests/golden"_s);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Workspace goldenWorkspace(const QDir &folder)
{
    const bool isAsm = contentOf(folder.filePath(u"target"_s)).trimmed() == "asm";
    return workspaceOf(inputsOf(folder), isAsm ? Target::Asm : Target::Istio);
}

void addGoldenCases(const QString &sourceFolder)
{
    QTest::addColumn<QString>("folder");
    const QDir folder = goldenFolder(sourceFolder);
    const QStringList names = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

} // namespace sallyport
