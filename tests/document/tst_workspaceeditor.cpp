// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/textchange.h"
#include "core/document/workspaceeditor.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QByteArray policyText = R"(# who may leave
apiVersion: istio.alibabacloud.com/v1beta1
kind: ASMEgressTrafficPolicy
metadata:
  name: egress-by-egressgateway-a
  namespace: istio-egress
spec:
  byEgressGateway:
    name: egressgateway-a
  egressRules:
  - from:
    - namespace: mytest # the team
    to:
    - name: httpbin
      hosts:
      - www.httpbin.org
      port:
        number: 80
        protocol: "HTTP"
)";

FieldPath path(const char *text)
{
    return FieldPath::parse(QString::fromLatin1(text)).value();
}

DocumentChange set(int file, const char *field, const Value &value)
{
    yaml::Change change;
    change.path = path(field);
    change.value = value;
    return {file, 0, change};
}

DocumentChange insert(int file, const char *field, const Value &value)
{
    DocumentChange result = set(file, field, value);
    result.change.kind = yaml::Change::Kind::Insert;
    return result;
}

const char *hostField = "spec.egressRules[0].to[0].hosts[0]";
const char *portField = "spec.egressRules[0].to[0].port.number";

QByteArray textOf(const WorkspaceEditor &editor, int file = 0)
{
    return editor.workspace().files.at(size_t(file))->stream.text;
}

/// Edits somewhere in the text, of any kind: pieces of YAML, line ends, broken things, bytes that are no UTF-8.
yaml::TextEdits randomEdits(QRandomGenerator &random, qsizetype size)
{
    static const QByteArrayList pieces = {"",   "\n",      "a",    "- b\n",        "  c: d\n", "---\n", "\"",
                                          "{[", "# x\r\n", "\xff", "\xe4\xbd\xa0", ": ",       "\t",    "&a ",
                                          "*a", "null",    "80"};
    yaml::TextEdits edits;
    qsizetype place = 0;
    for (int i = random.bounded(1, 4); i > 0 && place <= size; --i) {
        const qsizetype begin = place + random.bounded(int(size - place + 1));
        const qsizetype end = std::min<qsizetype>(size, begin + random.bounded(12));
        edits.append({{begin, end}, pieces[random.bounded(int(pieces.size()))]});
        place = end + 1;
    }
    return edits;
}

void verifyFourParts(const Error &error)
{
    QVERIFY(!error.what.isEmpty());
    QVERIFY(!error.where.isEmpty());
    QVERIFY(!error.unaffected.isEmpty());
    QVERIFY(!error.next.isEmpty());
}

} // namespace

class TestWorkspaceEditor : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_editor = std::make_unique<WorkspaceEditor>();
        m_editor->newFile(policyText, u"policy.yaml"_s);
    }

    void aFormEditChangesOnlyItsBytes()
    {
        QSignalSpy changed(m_editor.get(), &WorkspaceEditor::changed);
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, 8080)})));
        QCOMPARE(textOf(*m_editor), QByteArray(policyText).replace("number: 80", "number: 8080"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<FieldRef>(), (FieldRef{0, 0, path(portField)}));
        const Policy *policy = m_editor->workspace().reading(0, 0).policy();
        QVERIFY(policy);
        QCOMPARE(policy->rules[0].to[0].port.number, 8080);
        QCOMPARE(m_editor->undoStack()->undoText(), u"Change port"_s);
    }

    void aListThatGrowsIsReportedAsTheList()
    {
        QSignalSpy changed(m_editor.get(), &WorkspaceEditor::changed);
        QVERIFY(
            bool(m_editor->edit(u"Add host"_s, {insert(0, "spec.egressRules[0].to[0].hosts[1]", u"httpbin.org"_s)})));
        QCOMPARE(changed[0][0].value<FieldRef>().path, path("spec.egressRules[0].to[0].hosts"));
    }

    void undoAndRedoMoveTheTextBackAndForth()
    {
        QVERIFY(bool(m_editor->edit(u"1"_s, {set(0, portField, 81)})));
        QVERIFY(bool(m_editor->edit(u"2"_s, {set(0, hostField, u"example.com"_s)})));
        const QByteArray after = textOf(*m_editor);
        m_editor->undoStack()->undo();
        m_editor->undoStack()->undo();
        QCOMPARE(textOf(*m_editor), policyText);
        m_editor->undoStack()->redo();
        m_editor->undoStack()->redo();
        QCOMPARE(textOf(*m_editor), after);
    }

    void undoTellsWhereItHappened()
    {
        QSignalSpy stepped(m_editor.get(), &WorkspaceEditor::stepped);
        QVERIFY(bool(m_editor->edit(u"1"_s, {set(0, portField, 81)})));
        QCOMPARE(stepped.size(), 0);
        m_editor->undoStack()->undo();
        QCOMPARE(stepped.size(), 1);
        QCOMPARE(stepped[0][0].value<FieldRef>(), (FieldRef{0, 0, path(portField)}));
    }

    void typingInOneFieldIsOneStep()
    {
        for (const int port : {8, 80, 808, 8080})
            QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, port)}, u"port"_s)));
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(textOf(*m_editor), policyText);
        m_editor->undoStack()->redo();
        QCOMPARE(textOf(*m_editor), QByteArray(policyText).replace("number: 80", "number: 8080"));
    }

    void twoVisitsAreTwoSteps()
    {
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, 81)}, u"port"_s)));
        m_editor->endMerge();
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, 82)}, u"port"_s)));
        QCOMPARE(m_editor->undoStack()->count(), 2);
    }

    void twoFieldsAreTwoSteps()
    {
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, 81)}, u"port"_s)));
        QVERIFY(bool(m_editor->edit(u"Change host"_s, {set(0, hostField, u"a.com"_s)}, u"host"_s)));
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, 82)}, u"port"_s)));
        QCOMPARE(m_editor->undoStack()->count(), 3);
    }

    void returningToTheOldValueRemovesTheStep()
    {
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, 8)}, u"port"_s)));
        QVERIFY(m_editor->isModified(0));
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, 80)}, u"port"_s)));
        QCOMPARE(m_editor->undoStack()->count(), 0);
        QCOMPARE(textOf(*m_editor), policyText);
        QVERIFY(!m_editor->isModified(0));
    }

    void anEditThatChangesNothingIsNoStep()
    {
        const Result<bool> done = m_editor->edit(u"Change port"_s, {set(0, portField, 80)});
        QVERIFY(bool(done));
        QVERIFY(!*done);
        QVERIFY(!m_editor->editText(0, {{{0, 1}, "#"}}, u"Type"_s));
        QCOMPARE(m_editor->undoStack()->count(), 0);
    }

    void editsThatDoNotFitAreIgnored()
    {
        QVERIFY(!m_editor->editText(0, {{{0, policyText.size() + 1}, "x"}}, u"Type"_s));
        QVERIFY(!m_editor->editText(7, {{{0, 0}, "x"}}, u"Type"_s));
        QCOMPARE(textOf(*m_editor), policyText);
    }

    void oneStepMayChangeSeveralFiles()
    {
        m_editor->newFile(policyText, u"second.yaml"_s);
        QVERIFY(bool(m_editor->edit(u"Rename host"_s, {set(0, hostField, u"a.com"_s), set(1, hostField, u"a.com"_s)})));
        QVERIFY(textOf(*m_editor, 0).contains("a.com"));
        QVERIFY(textOf(*m_editor, 1).contains("a.com"));
        m_editor->undoStack()->undo();
        QCOMPARE(textOf(*m_editor, 0), policyText);
        QCOMPARE(textOf(*m_editor, 1), policyText);
    }

    void severalChangesOfOneFileMeetTheOutcomeOfThoseBefore()
    {
        QVERIFY(bool(m_editor->edit(
            u"Hosts"_s,
            {insert(0, hostField, u"first.com"_s), set(0, "spec.egressRules[0].to[0].hosts[1]", u"second.com"_s)})));
        const Policy *policy = m_editor->workspace().reading(0, 0).policy();
        QCOMPARE(policy->rules[0].to[0].hosts, (QStringList{u"first.com"_s, u"second.com"_s}));
    }

    void previewSaysWhatAnEditWouldDo()
    {
        const QList<DocumentChange> changes = {set(0, portField, 8080)};
        const Result<QList<FileEdits>> preview = m_editor->preview(changes);
        QVERIFY(bool(preview));
        QCOMPARE(textOf(*m_editor), policyText);
        QCOMPARE(preview->size(), 1);
        QVERIFY(bool(m_editor->edit(u"Change port"_s, changes)));
        QCOMPARE(yaml::apply(preview->first().edits, policyText), textOf(*m_editor));
    }

    void aBrokenTextCanBeTypedButNotPatched()
    {
        QVERIFY(m_editor->editText(0, {{{0, 0}, "a: [\n"}}, u"Type"_s));
        QCOMPARE(m_editor->workspace().reading(0, 0).kind, DocumentKind::Broken);
        const QByteArray broken = textOf(*m_editor);
        const Result<bool> done = m_editor->edit(u"Change port"_s, {set(0, portField, 81)});
        QVERIFY(!done);
        QCOMPARE(textOf(*m_editor), broken);
        QCOMPARE(m_editor->undoStack()->count(), 1);
    }

    void theLastGoodReadingStaysWhileTheTextIsBroken()
    {
        QVERIFY(m_editor->editText(0, {{{0, 0}, "a: [\n"}}, u"Type"_s));
        const DocumentReading *good = m_editor->lastGood(0, 0);
        QVERIFY(good);
        QCOMPARE(good->policy()->gateway, u"egressgateway-a"_s);
        m_editor->undoStack()->undo();
        QCOMPARE(m_editor->lastGood(0, 0), m_editor->workspace().files[0]->documents[0].get());
    }

    void theLastGoodReadingSurvivesBytesThatAreNoText()
    {
        QVERIFY(m_editor->editText(0, {{{5, 5}, "\xff"}}, u"Paste"_s));
        QVERIFY(m_editor->lastGood(0, 0));
        QCOMPARE(m_editor->lastGood(0, 0)->policy()->gateway, u"egressgateway-a"_s);
        QVERIFY(!m_editor->lastGood(0, 1));
        QVERIFY(!m_editor->lastGood(1, 0));
    }

    void aBrokenDocumentKeepsItsOwnLastGoodReadingAmongOthers()
    {
        m_editor->close(0);
        m_editor->newFile("kind: A\n---\nkind: B\n---\nkind: C\n", u"three.yaml"_s);
        const qsizetype b = textOf(*m_editor).indexOf("kind: B");
        QVERIFY(m_editor->editText(0, {{{b, b}, "[\n"}}, u"Type"_s));
        QVERIFY(m_editor->lastGood(0, 1));
        QCOMPARE(m_editor->lastGood(0, 1)->objectKind, u"B"_s);
        // A document more in front of it, in the same breath.
        QVERIFY(m_editor->editText(0, {{{0, 0}, "kind: Z\n---\n"}}, u"Type"_s));
        QCOMPARE(m_editor->lastGood(0, 0)->objectKind, u"Z"_s);
        QCOMPARE(m_editor->lastGood(0, 2)->objectKind, u"B"_s);
    }

    void compilationFollowsOncePerTurn()
    {
        m_editor->compileNow();
        QSignalSpy compiled(m_editor.get(), &WorkspaceEditor::compiled);
        const size_t objects = m_editor->compilation().objects.size();
        QVERIFY(objects > 0);
        for (const int port : {81, 82, 83})
            QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, port)})));
        QCOMPARE(compiled.size(), 0);
        QTRY_COMPARE(compiled.size(), 1);
        QCOMPARE(m_editor->compilation().table.routes.at(0).port, 83);
    }

    void theTargetIsNoUndoStep()
    {
        QSignalSpy target(m_editor.get(), &WorkspaceEditor::targetChanged);
        QSignalSpy compiled(m_editor.get(), &WorkspaceEditor::compiled);
        m_editor->setTarget(Target::Asm);
        m_editor->setTarget(Target::Asm);
        QCOMPARE(target.size(), 1);
        QCOMPARE(m_editor->undoStack()->count(), 0);
        QTRY_COMPARE(compiled.size(), 1);
    }

    void undoToTheStartGivesTheOriginalBytes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("lf") << policyText;
        QTest::newRow("crlf") << QByteArray(policyText).replace("\n", "\r\n");
        QTest::newRow("bom") << QByteArray("\xEF\xBB\xBF" + policyText);
        QTest::newRow("no end of line") << policyText.chopped(1);
        QTest::newRow("several") << QByteArray(policyText + "---\nkind: Service\n---\n" + policyText);
        QTest::newRow("empty") << QByteArray();
    }

    void undoToTheStartGivesTheOriginalBytes()
    {
        QFETCH(QByteArray, text);
        QRandomGenerator random(7);
        for (int round = 0; round < 20; ++round) {
            WorkspaceEditor editor;
            editor.newFile(text, u"a.yaml"_s);
            for (int step = 0; step < 25; ++step) {
                const QString key = random.bounded(2) ? u"key"_s : QString();
                editor.editText(0, randomEdits(random, textOf(editor).size()), u"Type"_s, key);
                if (random.bounded(5) == 0)
                    editor.edit(u"Port"_s, {set(0, portField, random.bounded(1, 65536))}, key);
                if (random.bounded(7) == 0)
                    editor.undoStack()->undo();
                if (random.bounded(9) == 0)
                    editor.undoStack()->redo();
            }
            const QByteArray end = textOf(editor);
            const int index = editor.undoStack()->index();
            editor.undoStack()->setIndex(0);
            QCOMPARE(textOf(editor), text);
            QVERIFY(!editor.isModified(0));
            editor.undoStack()->setIndex(index);
            QCOMPARE(textOf(editor), end);
        }
    }

    void viewsCanFollowTheTextByItsEditsAlone()
    {
        QByteArray view = policyText;
        connect(m_editor.get(), &WorkspaceEditor::textEdited, this,
                [&view](int, const yaml::TextEdits &edits) { view = yaml::apply(edits, view); });
        QRandomGenerator random(3);
        for (int i = 0; i < 60; ++i) {
            m_editor->editText(0, randomEdits(random, textOf(*m_editor).size()), u"Type"_s,
                               i % 3 ? u"key"_s : QString());
            if (i % 5 == 0)
                m_editor->undoStack()->undo();
            QCOMPARE(view, textOf(*m_editor));
        }
    }

    void theDifferenceNeverCutsACharacter()
    {
        const QByteArray before = "a: \xe4\xbd\xa0\n";
        const QByteArray after = "a: \xe4\xbd\xb9\n";
        const yaml::TextEdits edits = difference(before, after);
        QCOMPARE(yaml::apply(edits, before), after);
        QCOMPARE(edits.first().range, (yaml::Range{3, 6}));
        QVERIFY(difference(before, before).isEmpty());
    }

    void aNewFileIsUntouchedUntilItIsTouched()
    {
        QVERIFY(m_editor->isUntouched(0));
        QVERIFY(!m_editor->isModified(0));
        QCOMPARE(m_editor->title(0), u"policy.yaml"_s);
        QSignalSpy modified(m_editor.get(), &WorkspaceEditor::modifiedChanged);
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, 81)})));
        QVERIFY(!m_editor->isUntouched(0));
        QCOMPARE(modified.size(), 1);
        const Result<bool> saved = m_editor->save(0);
        QVERIFY(!saved);
        verifyFourParts(saved.error());
    }

    void savingCleansAndUndoDirtiesAgain()
    {
        const QString file = m_dir.filePath(u"a.yaml"_s);
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, 81)}, u"port"_s)));
        QVERIFY(bool(m_editor->saveAs(0, file)));
        QVERIFY(!m_editor->isModified(0));
        QVERIFY(!m_editor->isUntouched(0));
        QCOMPARE(m_editor->title(0), u"a.yaml"_s);
        // The same field, the same visit: still another step, so that undo leads to what was saved.
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(0, portField, 812)}, u"port"_s)));
        QVERIFY(m_editor->isModified(0));
        m_editor->undoStack()->undo();
        QVERIFY(!m_editor->isModified(0));
        m_editor->undoStack()->undo();
        QVERIFY(m_editor->isModified(0));
        QVERIFY(bool(m_editor->save(0)));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), policyText);
    }

    void byteOrderMarkAndLineEndsSurviveEditAndSave()
    {
        const QByteArray text = "\xEF\xBB\xBF" + QByteArray(policyText).replace("\n", "\r\n");
        const QString file = put("bom.yaml", text);
        const Result<int> opened = m_editor->open(file);
        QVERIFY(bool(opened));
        QVERIFY(bool(m_editor->edit(u"Change port"_s, {set(*opened, portField, 8080)})));
        QVERIFY(bool(m_editor->save(*opened)));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray(text).replace("number: 80", "number: 8080"));
    }

    void aFileIsOpenedOnce()
    {
        const QString file = put("once.yaml", policyText);
        QVERIFY(QFile::link(file, m_dir.filePath(u"link.yaml"_s)));
        QCOMPARE(*m_editor->open(file), 1);
        QCOMPARE(*m_editor->open(file), 1);
        QCOMPARE(*m_editor->open(m_dir.filePath(u"link.yaml"_s)), 1);
        QCOMPARE(m_editor->workspace().files.size(), size_t(2));
        const Result<bool> saved = m_editor->saveAs(0, file);
        QVERIFY(!saved);
        verifyFourParts(saved.error());
    }

    void filesOfOneNameAreToldApartByTheirFolders()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"one"_s));
        QVERIFY(QDir(m_dir.path()).mkpath(u"two"_s));
        const int a = *m_editor->open(put("one/p.yaml", policyText));
        QCOMPARE(m_editor->title(a), u"p.yaml"_s);
        const int b = *m_editor->open(put("two/p.yaml", policyText));
        QCOMPARE(m_editor->title(a), u"one/p.yaml"_s);
        QCOMPARE(m_editor->title(b), u"two/p.yaml"_s);
    }

    void aMissingFileIsAnErrorAndOpensNothing()
    {
        const Result<int> opened = m_editor->open(m_dir.filePath(u"missing.yaml"_s));
        QVERIFY(!opened);
        verifyFourParts(opened.error());
        QCOMPARE(m_editor->workspace().files.size(), size_t(1));
    }

    void closingAFileTakesItsStepsAndLeavesTheOthers()
    {
        m_editor->newFile(policyText, u"second.yaml"_s);
        m_editor->newFile(policyText, u"third.yaml"_s);
        QVERIFY(bool(m_editor->edit(u"first"_s, {set(0, portField, 81)})));
        QVERIFY(bool(m_editor->edit(u"second"_s, {set(1, portField, 82)})));
        QVERIFY(bool(m_editor->edit(u"both"_s, {set(1, hostField, u"b.com"_s), set(2, hostField, u"b.com"_s)})));
        QVERIFY(bool(m_editor->edit(u"third"_s, {set(2, portField, 83)})));
        m_editor->undoStack()->undo();
        const QByteArray first = textOf(*m_editor, 0);
        const QByteArray third = textOf(*m_editor, 2);
        m_editor->close(1);
        QCOMPARE(m_editor->workspace().files.size(), size_t(2));
        QCOMPARE(textOf(*m_editor, 0), first);
        QCOMPARE(textOf(*m_editor, 1), third);
        QCOMPARE(m_editor->undoStack()->count(), 3);
        QCOMPARE(m_editor->undoStack()->undoText(), u"both"_s);
        QCOMPARE(m_editor->undoStack()->redoText(), u"third"_s);
        m_editor->undoStack()->redo();
        QVERIFY(textOf(*m_editor, 1).contains("number: 83"));
        m_editor->undoStack()->setIndex(0);
        QCOMPARE(textOf(*m_editor, 0), policyText);
        QCOMPARE(textOf(*m_editor, 1), policyText);
    }

private:
    QString put(const char *name, const QByteArray &text)
    {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

    std::unique_ptr<WorkspaceEditor> m_editor;
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestWorkspaceEditor)
#include "tst_workspaceeditor.moc"
