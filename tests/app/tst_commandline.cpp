// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commandline.h"
#include "app/console.h"
#include "tests/support/app/program.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QString sample = QStringLiteral(SALLYPORT_SOURCE_DIR "/resources/samples/http.yaml");

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_call = {.program = QStringLiteral(SALLYPORT_PROGRAM)}; }

    void commandsAndQuestionsAreForTheTerminalFilesAreForTheWindow()
    {
        QVERIFY(isCommandLine({u"compile"_s, u"x.yaml"_s}));
        QVERIFY(isCommandLine({u"--help"_s}));
        QVERIFY(isCommandLine({u"--info"_s}));
        QVERIFY(isCommandLine({u"complie"_s})); // no file of this name: a misspelt command
        QVERIFY(!isCommandLine({}));
        QVERIFY(!isCommandLine({u"policy.yaml"_s}));
        QVERIFY(!isCommandLine({u"folder/policy"_s}));
        QVERIFY(!isCommandLine({QStringLiteral(SALLYPORT_SOURCE_DIR)}));
    }

    void needsNoDisplay()
    {
        m_call.environment.remove(u"DISPLAY"_s);
        m_call.environment.remove(u"WAYLAND_DISPLAY"_s);
        m_call.environment.insert(u"QT_QPA_PLATFORM"_s, u"nonsense"_s);
        const ProgramRun run = m_call.run({u"compile"_s, sample});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.err, QByteArray());
        QVERIFY(run.out.startsWith("apiVersion:"));
    }

    void helpListsEveryCommandAndEachHasItsOwn()
    {
        const ProgramRun general = m_call.run({u"--help"_s});
        QCOMPARE(general.status, 0);
        for (const char *command : {"compile", "check", "fmt", "explain"}) {
            QVERIFY2(general.out.contains(QByteArray("\n  ") + command), command);
            const ProgramRun own = m_call.run({QString::fromLatin1(command), u"--help"_s});
            QCOMPARE(own.status, 0);
            QVERIFY(own.out.startsWith(QByteArray("Usage: sallyport ") + command));
            QCOMPARE(m_call.run({u"help"_s, QString::fromLatin1(command)}).out, own.out);
        }
    }

    void versionAndInfoSayWhatAndWhere()
    {
        QCOMPARE(m_call.run({u"--version"_s}).out.count('\n'), 1);
        m_call.environment.insert(u"XDG_CONFIG_HOME"_s, u"/somewhere/config"_s);
        m_call.environment.insert(u"XDG_STATE_HOME"_s, u"relative"_s); // does not count
        m_call.environment.insert(u"HOME"_s, u"/somewhere/home"_s);
        const ProgramRun info = m_call.run({u"--info"_s});
        QCOMPARE(info.status, 0);
        QVERIFY(info.out.contains("/somewhere/config/sallyport/"));
        QVERIFY(info.out.contains("/somewhere/home/.local/state/sallyport\n"));
    }

    void wrongCallsAreExplainedInFourParts_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("unknown command") << QStringList{u"complie"_s} << QByteArray("complie");
        QTest::newRow("unknown option") << QStringList{u"compile"_s, u"--nonsense"_s, sample} << QByteArray("nonsense");
        QTest::newRow("unknown target") << QStringList{u"compile"_s, u"--target"_s, u"linkerd"_s, sample}
                                        << QByteArray("linkerd");
        QTest::newRow("unknown output") << QStringList{u"check"_s, u"--output"_s, u"html"_s, sample}
                                        << QByteArray("html");
        QTest::newRow("no file") << QStringList{u"check"_s} << QByteArray("no file");
        QTest::newRow("option without its value") << QStringList{u"compile"_s, sample, u"-o"_s} << QByteArray("o");
        QTest::newRow("stale without folder")
            << QStringList{u"compile"_s, u"--remove-stale"_s, sample} << QByteArray("-o DIR");
        QTest::newRow("unknown help") << QStringList{u"help"_s, u"nonsense"_s} << QByteArray("nonsense");
    }

    void wrongCallsAreExplainedInFourParts()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const ProgramRun run = m_call.run(arguments);
        QCOMPARE(run.status, 2);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.err.contains(says), run.err.constData());
        QVERIFY2(run.err.contains("Nothing was read or written."), run.err.constData()); // what is not affected
        QVERIFY2(run.err.contains("--help"), run.err.constData()); // what to do next
    }

    void inputThatCannotBeReadIsExplainedAndNothingIsWritten_data()
    {
        QTest::addColumn<QString>("input");
        for (const char *input : {"missing.yaml", "pipe", "empty-folder", "/dev/zero", "/dev/null", "loop.yaml"})
            QTest::newRow(input) << QString::fromLatin1(input);
    }

    void inputThatCannotBeReadIsExplainedAndNothingIsWritten()
    {
        QFETCH(QString, input);
        QTemporaryDir folder;
        m_call.folder = folder.path();
        QCOMPARE(::mkfifo(qPrintable(folder.filePath(u"pipe"_s)), 0600), 0);
        QVERIFY(QDir(folder.path()).mkdir(u"empty-folder"_s));
        QVERIFY(QFile::link(u"loop.yaml"_s, folder.filePath(u"loop.yaml"_s)));
        for (const QString &command : {u"compile"_s, u"check"_s, u"fmt"_s}) {
            const ProgramRun run = m_call.run({command, sample, input});
            QCOMPARE(run.status, 2);
            QCOMPARE(run.out, QByteArray());
            QVERIFY2(run.err.contains(input.toUtf8()), run.err.constData());
            QVERIFY2(run.err.contains("Nothing was written."), run.err.constData());
        }
    }

    void inputWithoutPolicyIsExplained_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a comment") << QByteArray("# nothing\n");
        QTest::newRow("something else") << QByteArray("kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\n");
    }

    void inputWithoutPolicyIsExplained()
    {
        QFETCH(QByteArray, text);
        m_call.input = text;
        for (const QString &command : {u"compile"_s, u"check"_s}) {
            const ProgramRun run = m_call.run({command, u"-"_s});
            QCOMPARE(run.status, 2);
            QVERIFY2(run.err.contains("There is nothing to"), run.err.constData());
        }
    }

    void binaryInputIsAFinding()
    {
        m_call.input = QByteArray("\x7f"
                                  "ELF\0\0\xff\xfe",
                                  8);
        const ProgramRun run = m_call.run({u"check"_s, u"-"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.out.contains("[yaml.encoding]"), run.out.constData());
        QCOMPARE(m_call.run({u"compile"_s, u"-"_s}).status, 1);
    }

    void lostOutputIsAFailure_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("full disk") << u"\"$SALLYPORT\" compile \"$SAMPLE\" >/dev/full"_s << QByteArray("disk is full");
        QTest::newRow("closed") << u"\"$SALLYPORT\" compile \"$SAMPLE\" >&-"_s << QByteArray("closed");
        QTest::newRow("reader gone")
            << u"{ \"$SALLYPORT\" compile \"$SAMPLE\"; echo $? >status; } | true; exit $(cat status)"_s
            << QByteArray("reader went away");
        QTest::newRow("full disk, check")
            << u"\"$SALLYPORT\" check --output sarif \"$SAMPLE\" >/dev/full"_s << QByteArray("disk is full");
        QTest::newRow("full disk, help") << u"\"$SALLYPORT\" --help >/dev/full"_s << QByteArray("disk is full");
    }

    void lostOutputIsAFailure()
    {
        QFETCH(QString, script);
        QFETCH(QByteArray, says);
        QTemporaryDir folder;
        m_call.folder = folder.path();
        // Enough output that a pipe cannot swallow it before its reader is gone.
        QByteArray hosts;
        for (int i = 0; i < 50; ++i)
            hosts += "      - host" + QByteArray::number(i) + ".example.com\n";
        QByteArray policy = contentOf(sample);
        policy.replace("      - www.httpbin.org\n", hosts);
        policy.replace("      - httpbin.org\n", "");
        writeFile(folder.filePath(u"policy.yaml"_s), policy);
        m_call.environment.insert(u"SAMPLE"_s, folder.filePath(u"policy.yaml"_s));
        const ProgramRun run = m_call.shell(script);
        QVERIFY2(run.err.contains(says), run.err.constData());
        QCOMPARE(run.status, 2);
    }

    void closedStandardInputIsAFailure()
    {
        const ProgramRun run = m_call.shell(u"\"$SALLYPORT\" check - <&-"_s);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains("Standard input could not be read."), run.err.constData());
    }

    void controlCharactersReachNoTerminal()
    {
        QCOMPARE(printable(u"a\u001b[2Jb\nc"_s), u"a\\x1b[2Jb\\x0ac"_s);
        QCOMPARE(printable(u"häuser 門\t"_s), u"häuser 門\t"_s);
        const ProgramRun run = m_call.run({u"compile"_s, u"\u001b[31m.yaml"_s});
        QVERIFY(!run.err.contains('\x1b'));
    }

    void explainKnowsEveryListedCodeAndGuessesAtOthers()
    {
        const ProgramRun list = m_call.run({u"explain"_s});
        QCOMPARE(list.status, 0);
        const QList<QByteArray> lines = list.out.trimmed().split('\n');
        QVERIFY(lines.size() > 50);
        const QString code = QString::fromUtf8(lines.last().left(lines.last().indexOf(' ')));
        const ProgramRun known = m_call.run({u"explain"_s, code});
        QCOMPARE(known.status, 0);
        QVERIFY(known.out.startsWith(code.toUtf8() + ':'));
        const ProgramRun unknown = m_call.run({u"explain"_s, u"host.wildcart"_s});
        QCOMPARE(unknown.status, 2);
        QVERIFY2(unknown.err.contains("Did you mean host.wildcard?"), unknown.err.constData());
    }

private:
    ProgramCall m_call;
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
