// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/exportfolder.h"
#include "tests/support/app/exports.h"
#include "tests/support/app/program.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QString door = u"istio-system/gateway-egp-egressgateway-a.yaml"_s;
const QString samples = QStringLiteral(SALLYPORT_SOURCE_DIR "/resources/samples/");

/// Every file of the folder with its bytes.
QHash<QString, QByteArray> snapshot(const QString &folder)
{
    QHash<QString, QByteArray> files;
    for (const QString &path : filesBelow(folder))
        files.insert(path, contentOf(folder + u'/' + path));
    return files;
}

QByteArray smallerHttpSample()
{
    return sampleText(u"http"_s).replace("      - httpbin.org\n", "");
}

} // namespace

class TestExportWriter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary.emplace();
        m_folder = m_temporary->filePath(u"export"_s);
        m_call = {.program = QStringLiteral(SALLYPORT_PROGRAM), .folder = m_temporary->path()};
    }

    void writesAFileForEachObjectAndAKustomization()
    {
        const ProgramRun run = m_call.run({u"compile"_s, samples + "http.yaml"_L1, u"-o"_s, u"export"_s});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.err, QByteArray());
        QStringList expected = pathsOf(exportOfSample(u"http"_s));
        expected.append(u"kustomization.yaml"_s);
        expected.sort();
        QCOMPARE(filesBelow(m_folder), expected); // and no temporary file
        QVERIFY(run.out.startsWith("11 files created, 0 changed, 0 unchanged, 0 removed"));
    }

    void writingAgainTouchesNothing()
    {
        const ExportFolder folder(m_folder, {});
        QVERIFY(bool(folder.write(exportOfSample(u"http"_s))));
        struct stat before = {};
        ::stat(qPrintable(m_folder + u'/' + door), &before);
        const Result<ExportPlan> again = folder.write(exportOfSample(u"http"_s));
        QVERIFY(bool(again));
        QVERIFY(again->isNoOp());
        struct stat after = {};
        ::stat(qPrintable(m_folder + u'/' + door), &after);
        QCOMPARE(after.st_ino, before.st_ino);
    }

    void bytesDoNotDependOnTheUmaskOrTheFolder()
    {
        m_call.shell(u"umask 077; \"$SALLYPORT\" compile \"%1\" -o export"_s.arg(samples + "http.yaml"_L1));
        m_call.shell(
            u"umask 0; mkdir b; cd b; \"$SALLYPORT\" compile \"%1\" -o ../other"_s.arg(samples + "http.yaml"_L1));
        QVERIFY(!filesBelow(m_folder).isEmpty());
        QCOMPARE(snapshot(m_temporary->filePath(u"other"_s)), snapshot(m_folder));
    }

    void staleFilesAreNamedAndRemovedOnlyWhenTold()
    {
        writeFile(m_temporary->filePath(u"p.yaml"_s), sampleText(u"http"_s));
        QCOMPARE(m_call.run({u"compile"_s, u"p.yaml"_s, u"-o"_s, u"export"_s}).status, 0);
        writeFile(m_folder + "/mytest/notes.yaml"_L1, "kind: ConfigMap\n");
        const QStringList before = filesBelow(m_folder);
        writeFile(m_temporary->filePath(u"p.yaml"_s), smallerHttpSample());

        const ProgramRun careful = m_call.run({u"compile"_s, u"p.yaml"_s, u"-o"_s, u"export"_s});
        QCOMPARE(careful.status, 0);
        QVERIFY2(careful.out.contains("--remove-stale"), careful.out.constData());
        QVERIFY(careful.out.contains("  mytest/serviceentry-egp-httpbin-org-"));
        QCOMPARE(filesBelow(m_folder), before);

        QCOMPARE(m_call.run({u"compile"_s, u"p.yaml"_s, u"-o"_s, u"export"_s, u"--remove-stale"_s}).status, 0);
        QCOMPARE(filesBelow(m_folder).size(), before.size() - 4);
        QVERIFY(filesBelow(m_folder).contains(u"mytest/notes.yaml"_s));
        QVERIFY(!contentOf(m_folder + "/kustomization.yaml"_L1).contains("egp-httpbin-org-"));
    }

    void aNamespaceWithoutFilesLosesItsFolder()
    {
        QVERIFY(bool(ExportFolder(m_folder, {}).write(exportOfSample(u"several-teams"_s))));
        const Export other = exportOfSample(u"http"_s);
        const Result<ExportPlan> plan = ExportFolder(m_folder, {}).plan(other);
        const QStringList stale = plan->paths(FileAction::Leave);
        QVERIFY(bool(ExportFolder(m_folder, {}).write(other, {stale.begin(), stale.end()})));
        QVERIFY(!QDir(m_folder + "/shop"_L1).exists());
        QVERIFY(QDir(m_folder + "/mytest"_L1).exists());
    }

    void aPartialSetIsRefusedUnlessAskedForAndPrunesNothing()
    {
        QVERIFY(bool(ExportFolder(m_folder, {}).write(exportOfSample(u"several-teams"_s))));
        const auto before = snapshot(m_folder);
        writeFile(m_temporary->filePath(u"p.yaml"_s), sampleText(u"http"_s).replace("- httpbin.org", "- nodots"));
        const ProgramRun refused = m_call.run({u"compile"_s, u"p.yaml"_s, u"-o"_s, u"export"_s, u"--remove-stale"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("--partial"), refused.err.constData());
        QCOMPARE(snapshot(m_folder), before);
        const ProgramRun partial =
            m_call.run({u"compile"_s, u"p.yaml"_s, u"-o"_s, u"export"_s, u"--remove-stale"_s, u"--partial"_s});
        QCOMPARE(partial.status, 1);
        for (auto file = before.begin(); file != before.end(); ++file)
            QVERIFY2(QFile::exists(m_folder + u'/' + file.key()), qPrintable(file.key()));
    }

    void linksAreNotFollowed()
    {
        const QString outside = m_temporary->filePath(u"outside"_s);
        QVERIFY(QDir().mkpath(outside));
        QVERIFY(QDir().mkpath(m_folder));
        QVERIFY(QFile::link(outside, m_folder + "/istio-system"_L1));
        const Result<ExportPlan> folderLink = ExportFolder(m_folder, {}).write(exportOfSample(u"http"_s));
        QVERIFY(!folderLink);
        QVERIFY2(folderLink.error().where.startsWith("istio-system/"_L1), qPrintable(folderLink.error().toString()));
        QVERIFY(filesBelow(outside).isEmpty());
        QVERIFY(filesBelow(m_folder).isEmpty());

        QVERIFY(QFile::remove(m_folder + "/istio-system"_L1));
        writeFile(outside + "/precious"_L1, "precious");
        QVERIFY(QDir().mkpath(m_folder + "/istio-system"_L1));
        QVERIFY(QFile::link(outside + "/precious"_L1, m_folder + u'/' + door));
        QVERIFY(!ExportFolder(m_folder, {}).write(exportOfSample(u"http"_s)));
        QCOMPARE(contentOf(outside + "/precious"_L1), QByteArray("precious"));
    }

    void theFolderItselfMayBeALink()
    {
        QVERIFY(QDir().mkpath(m_temporary->filePath(u"real"_s)));
        QVERIFY(QFile::link(m_temporary->filePath(u"real"_s), m_folder));
        QVERIFY(bool(ExportFolder(m_folder, {}).write(exportOfSample(u"http"_s))));
        QVERIFY(QFile::exists(m_temporary->filePath(u"real/kustomization.yaml"_s)));
    }

    void aSourceIsNeverReplaced()
    {
        const QString source = m_folder + "/istio-egress/asmegresstrafficpolicy-egress-by-egressgateway-a.yaml"_L1;
        const QByteArray text = sampleText(u"http"_s) + "status: {a: 1}\n";
        writeFile(source, text);
        const ProgramRun run = m_call.run({u"compile"_s, source, u"-o"_s, u"export"_s, u"--target"_s, u"asm"_s});
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains("asmegresstrafficpolicy-"), run.err.constData());
        QCOMPARE(contentOf(source), text);
        QCOMPARE(filesBelow(m_folder).size(), 1);
    }

    void sourceAndExportMayShareAFolder()
    {
        writeFile(m_folder + "/policy.yaml"_L1, sampleText(u"deny-post"_s));
        QCOMPARE(m_call.run({u"compile"_s, u"export"_s, u"-o"_s, u"export"_s}).status, 0);
        const auto first = snapshot(m_folder);
        QCOMPARE(m_call.run({u"compile"_s, u"export"_s, u"-o"_s, u"export"_s, u"--remove-stale"_s}).status, 0);
        QCOMPARE(snapshot(m_folder), first);
    }

    void permissionsOfReplacedFilesStay()
    {
        QVERIFY(bool(ExportFolder(m_folder, {}).write(exportOfSample(u"http"_s))));
        const QString file = m_folder + "/kustomization.yaml"_L1;
        QCOMPARE(::chmod(qPrintable(file), 0640), 0);
        QVERIFY(bool(ExportFolder(m_folder, {}).write(exportOfSample(u"several-teams"_s))));
        struct stat status = {};
        ::stat(qPrintable(file), &status);
        QCOMPARE(status.st_mode & 0777U, 0640U);
    }

    void aFileInPlaceOfTheFolderIsRefused()
    {
        writeFile(m_folder, "a file");
        QVERIFY(!ExportFolder(m_folder, {}).write(exportOfSample(u"http"_s)));
        QCOMPARE(contentOf(m_folder), QByteArray("a file"));
    }

    void aFullDiskChangesNothing()
    {
        QVERIFY(bool(ExportFolder(m_folder, {}).write(exportOfSample(u"http"_s))));
        const auto before = snapshot(m_folder);
        rlimit limit = {};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        const rlimit small = {300, limit.rlim_max}; // bytes: less than most objects take
        auto *handler = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &small);
        const Result<ExportPlan> result = ExportFolder(m_folder, {}).write(exportOfSample(u"several-teams"_s));
        ::setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!result);
        QVERIFY2(result.error().next.contains("full"_L1), qPrintable(result.error().toString()));
        QCOMPARE(snapshot(m_folder), before);
        QVERIFY(!QDir(m_folder + "/shop"_L1).exists());
    }

private:
    std::optional<QTemporaryDir> m_temporary;
    QString m_folder;
    ProgramCall m_call;
};

QTEST_GUILESS_MAIN(TestExportWriter)
#include "tst_exportwriter.moc"
