// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/app/program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QString samples = QStringLiteral(SALLYPORT_SOURCE_DIR "/resources/samples/");

/// The HTTP sample with a second rule that cannot be compiled.
QByteArray policyWithOneDefect()
{
    return contentOf(samples + "http.yaml"_L1)
        + "  - from:\n    - namespace: mytest\n    to:\n    - hosts:\n      - nodots\n"
          "      port:\n        number: 80\n        protocol: HTTP\n";
}

} // namespace

class TestCompileCommand : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_call = {.program = QStringLiteral(SALLYPORT_PROGRAM)}; }

    void standardInputGivesWhatTheFileGives()
    {
        const ProgramRun file = m_call.run({u"compile"_s, samples + "http.yaml"_L1});
        m_call.input = contentOf(samples + "http.yaml"_L1);
        const ProgramRun input = m_call.run({u"compile"_s, u"-"_s});
        QCOMPARE(input.status, 0);
        QCOMPARE(input.out, file.out);
        QCOMPARE(file.out.count("\n---\n"), 9); // two hosts with four objects each, and two of the gateway
    }

    void bytesDependOnNothingButTheInput()
    {
        const QString sample = samples + "several-teams.yaml"_L1;
        const QByteArray expected = m_call.run({u"compile"_s, sample}).out;
        QVERIFY(!expected.isEmpty());
        QTemporaryDir folder;
        m_call.folder = folder.path();
        m_call.environment.insert(u"LC_ALL"_s, u"tr_TR.UTF-8"_s);
        m_call.environment.insert(u"LANGUAGE"_s, u"zh_CN"_s);
        m_call.environment.insert(u"TZ"_s, u"Asia/Kathmandu"_s);
        for (int i = 0; i < 5; ++i) // hash tables are seeded anew in each process
            QCOMPARE(m_call.run({u"compile"_s, sample}).out, expected);
        m_call.environment.insert(u"LC_ALL"_s, u"C"_s);
        const ProgramRun ascii = m_call.run({u"compile"_s, sample});
        QCOMPARE(ascii.out, expected);
        QCOMPARE(ascii.err, QByteArray()); // Qt warns of such locales unless it is told not to
    }

    void aFolderIsReadWithAllBelowItButNothingHidden()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a/policy.yml"_s), contentOf(samples + "http.yaml"_L1));
        writeFile(folder.filePath(u"a/notes.txt"_s), "not: [yaml\n");
        writeFile(folder.filePath(u".git/config.yaml"_s), "not: [yaml\n");
        const ProgramRun run = m_call.run({u"compile"_s, folder.path()});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out, m_call.run({u"compile"_s, samples + "http.yaml"_L1}).out);
    }

    void aFileNamedTwiceIsReadOnce()
    {
        const ProgramRun run = m_call.run({u"compile"_s, samples + "http.yaml"_L1, samples + "./http.yaml"_L1});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.err, QByteArray());
    }

    void withErrorsTheRestIsPrintedAndTheFindingsGoToStandardError()
    {
        m_call.input = policyWithOneDefect();
        const ProgramRun run = m_call.run({u"compile"_s, u"-"_s});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.out, m_call.run({u"compile"_s, samples + "http.yaml"_L1}).out);
        QVERIFY2(run.err.contains("error: ") && run.err.contains("[host.short]"), run.err.constData());
        QVERIFY2(run.err.startsWith("-:31:9: "), run.err.constData());
    }

    void asmIsTheTextOfThePolicyWithoutWhatAClusterMustNotGet()
    {
        m_call.input = "# kept\nkind: ASMEgressTrafficPolicy # kept, too\n"
            + contentOf(samples + "http.yaml"_L1)
                  .replace("kind: ASMEgressTrafficPolicy\n", "")
                  .replace("  name: egress-by",
                           "  annotations:\n    sallyport.dev/suppress: \"policy.name=history\"\n  name: egress-by")
            + "status:\n  state: fine\n";
        const ProgramRun run = m_call.run({u"compile"_s, u"--target"_s, u"asm"_s, u"-"_s});
        QCOMPARE(run.status, 0);
        QVERIFY(run.out.startsWith("# kept\nkind: ASMEgressTrafficPolicy # kept, too\n"));
        QVERIFY2(!run.out.contains("status") && !run.out.contains("suppress") && !run.out.contains("annotations"),
                 run.out.constData());
        QVERIFY(run.out.endsWith("port: 80\n"));
    }

    void aWildcardGoesToAsmButNotToIstio()
    {
        QByteArray policy = contentOf(samples + "wildcard.yaml"_L1);
        policy.truncate(policy.indexOf("---\n")); // without the Mesh that knows the representative
        m_call.input = policy;
        QCOMPARE(m_call.run({u"compile"_s, u"-"_s}).status, 1);
        QCOMPARE(m_call.run({u"compile"_s, u"--target"_s, u"asm"_s, u"-"_s}).status, 0);
        const ProgramRun both = m_call.run({u"compile"_s, u"--target"_s, u"both"_s, u"-"_s});
        QCOMPARE(both.status, 1);
        QCOMPARE(both.err.count("[host.wildcard]"), 1);
        QVERIFY(both.out.contains("kind: ASMEgressTrafficPolicy"));
    }

    void anAuthorizationPolicyGoesToBothTargets()
    {
        for (const QString &target : {u"istio"_s, u"asm"_s}) {
            const ProgramRun run = m_call.run({u"compile"_s, u"--target"_s, target, samples + "deny-post.yaml"_L1});
            QCOMPARE(run.status, 0);
            QVERIFY(run.out.contains("name: sleep-a-egress-www-httpbin-org"));
            QCOMPARE(run.out.contains("kind: ASMEgressTrafficPolicy"), target == "asm"_L1);
            QCOMPARE(run.out.contains("kind: ServiceEntry"), target == "istio"_L1);
        }
    }

private:
    ProgramCall m_call;
};

QTEST_GUILESS_MAIN(TestCompileCommand)
#include "tst_compilecommand.moc"
