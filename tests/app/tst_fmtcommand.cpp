// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/app/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QByteArray untidy =
    "kind: Mesh   \napiVersion: 'sallyport.dev/v1alpha1' # quoted\n\n\n\nmetadata:\n      name: default\n";
const QByteArray tidy = "kind: Mesh\napiVersion: 'sallyport.dev/v1alpha1' # quoted\n\nmetadata:\n  name: default\n";
const QByteArray foreign = "---\nkind:   ConfigMap\ndata:\n      a: b   \n";

} // namespace

class TestFmtCommand : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder.emplace();
        m_call = {.program = QStringLiteral(SALLYPORT_PROGRAM), .folder = m_folder->path()};
        writeFile(m_folder->filePath(u"a.yaml"_s), untidy);
        writeFile(m_folder->filePath(u"b.yaml"_s), tidy);
    }

    void printsTheLaidOutText()
    {
        const ProgramRun run = m_call.run({u"fmt"_s, u"a.yaml"_s});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out, tidy);
        QCOMPARE(contentOf(m_folder->filePath(u"a.yaml"_s)), untidy);
        m_call.input = untidy;
        QCOMPARE(m_call.run({u"fmt"_s, u"-"_s}).out, tidy);
    }

    void writesInPlaceWhatDiffersAndKeepsItsPermissions()
    {
        const QString file = m_folder->filePath(u"a.yaml"_s);
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const auto permissions = QFile::permissions(file);
        const ProgramRun run = m_call.run({u"fmt"_s, u"-w"_s, u"."_s});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out, QByteArray("a.yaml\n"));
        QCOMPARE(contentOf(file), tidy);
        QCOMPARE(QFile::permissions(file), permissions);
        QCOMPARE(m_call.run({u"fmt"_s, u"-w"_s, u"."_s}).out, QByteArray());
    }

    void checkNamesWhatDiffersAndChangesNothing()
    {
        const ProgramRun run = m_call.run({u"fmt"_s, u"--check"_s, u"a.yaml"_s, u"b.yaml"_s});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.out, QByteArray("a.yaml\n"));
        QCOMPARE(contentOf(m_folder->filePath(u"a.yaml"_s)), untidy);
        QCOMPARE(m_call.run({u"fmt"_s, u"--check"_s, u"b.yaml"_s}).status, 0);
    }

    void otherDocumentsKeepEveryByte()
    {
        m_call.input = tidy + foreign;
        QCOMPARE(m_call.run({u"fmt"_s, u"-"_s}).out, tidy + foreign);
    }

    void brokenTextIsRefusedAndTheOtherFilesAreDone()
    {
        writeFile(m_folder->filePath(u"0.yaml"_s), "kind: Mesh\n a: [\n");
        const ProgramRun run = m_call.run({u"fmt"_s, u"-w"_s, u"."_s});
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains("0.yaml"), run.err.constData());
        QCOMPARE(contentOf(m_folder->filePath(u"0.yaml"_s)), QByteArray("kind: Mesh\n a: [\n"));
        QCOMPARE(contentOf(m_folder->filePath(u"a.yaml"_s)), tidy);
    }

    void contradictionsAreRefused()
    {
        QCOMPARE(m_call.run({u"fmt"_s, u"-w"_s, u"--check"_s, u"a.yaml"_s}).status, 2);
        QCOMPARE(m_call.run({u"fmt"_s, u"-w"_s, u"-"_s}).status, 2);
        QCOMPARE(contentOf(m_folder->filePath(u"a.yaml"_s)), untidy);
    }

private:
    std::optional<QTemporaryDir> m_folder;
    ProgramCall m_call;
};

QTEST_GUILESS_MAIN(TestFmtCommand)
#include "tst_fmtcommand.moc"
