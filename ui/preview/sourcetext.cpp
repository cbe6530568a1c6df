// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/sourcetext.h"

#include "core/document/workspaceeditor.h"
#include "ui/preview/replacement.h"
#include "ui/preview/sourceeditor.h"

#include <QScopedValueRollback>
#include <QTextBlock>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

bool hasBrokenEncoding(const yaml::Stream &stream)
{
    return std::ranges::any_of(stream.problems,
                               [](const yaml::Problem &problem) { return problem.code == "yaml.encoding"_L1; });
}

} // namespace

SourceText::SourceText(WorkspaceEditor *workspace, SourceEditor *editor)
    : QObject(editor)
    , m_workspace(workspace)
    , m_editor(editor)
    , m_sync(editor, [this](int first, int count) { return m_table.lines(first, count); })
{
    connect(workspace, &WorkspaceEditor::textEdited, this, &SourceText::follow);
    connect(workspace, &WorkspaceEditor::filesChanged, this, &SourceText::followFiles);
    connect(editor->document(), &QTextDocument::contentsChange, this, &SourceText::takeTyping);
    connect(editor->document(), &QTextDocument::contentsChanged, this, &SourceText::passOn);
    connect(&m_sync, &TextSync::completed, this, &SourceText::updateEditable);
}

void SourceText::setFile(int file)
{
    const Workspace &workspace = m_workspace->workspace();
    const bool exists = file >= 0 && size_t(file) < workspace.files.size();
    m_file = exists ? file : -1;
    m_table = LineTable(exists ? workspace.files[size_t(file)]->stream.text : QByteArray());
    m_isText = !exists || !hasBrokenEncoding(workspace.files[size_t(file)]->stream);
    m_typedEnd = -1;
    m_editor->setExpectedLines(m_table.lineCount());
    m_sync.reset(m_table.lineCount());
    updateEditable();
    emit shown();
}

void SourceText::updateEditable()
{
    m_editor->setEditable(m_file >= 0 && m_isText && m_sync.isComplete());
}

LineRange SourceText::linesOf(yaml::Range bytes) const
{
    return {m_table.lineAt(bytes.begin), m_table.lineAt(std::max(bytes.begin, bytes.end - 1))};
}

void SourceText::followFiles()
{
    const auto &files = m_workspace->workspace().files;
    const bool isSame =
        m_file >= 0 && size_t(m_file) < files.size() && files[size_t(m_file)]->stream.text == m_table.text();
    if (m_file >= 0 && !isSame)
        setFile(m_file);
}

void SourceText::follow(int file, const yaml::TextEdits &edits)
{
    if (file != m_file || m_passingOn)
        return;
    m_typedEnd = -1;
    const bool wasText = m_isText;
    m_isText = !hasBrokenEncoding(m_workspace->workspace().files[size_t(file)]->stream);
    if (m_isText != wasText)
        return setFile(file);
    const QList<LinePatch> patches = m_table.apply(edits);
    m_editor->setExpectedLines(m_table.lineCount());
    m_sync.follow(patches, m_table.lineCount());
    LineSet lines;
    for (const LinePatch &patch : patches) {
        if (patch.newCount > 0)
            lines.add({patch.newFirst, patch.newFirst + patch.newCount - 1});
    }
    emit changedElsewhere(lines);
}

void SourceText::takeTyping(int position, int removed, int added)
{
    if (m_sync.isWorking() || m_file < 0)
        return;
    // Qt counts the end of the last paragraph as a character.
    removed = std::min(removed, m_table.positionCount() - position);
    added = std::min(added, m_editor->document()->characterCount() - 1 - position);
    const QString before = m_table.characters(position, removed);
    const Replacement change = replacementFor(before, typedText(position, added));
    if (change.isEmpty())
        return;
    const yaml::TextEdit edit = m_table.edit(position + change.position, change.removed, change.added);
    const bool isWhole =
        m_table.toPosition(edit.range.begin) == position + change.position && change.added.isValidUtf16();
    m_torn = m_torn || !isWhole;
    m_table.apply({edit});
    m_sync.noteTyping(m_table.lineCount());
    m_editor->setExpectedLines(m_table.lineCount());
    m_typed.append(edit);
}

QString SourceText::typedText(int position, int count) const
{
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(position);
    cursor.setPosition(position + count, QTextCursor::KeepAnchor);
    return cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n');
}

/// Gives what was typed to the workspace. Not within contentsChange: the editor has not laid out its text yet then.
void SourceText::passOn()
{
    const QList<yaml::TextEdit> typed = std::exchange(m_typed, {});
    const QScopedValueRollback passingOn(m_passingOn, true);
    for (const yaml::TextEdit &edit : typed) {
        const QString mergeKey = mergeKeyFor(edit);
        const QString operation = m_editor->operation().isEmpty() ? tr("Type") : m_editor->operation();
        m_workspace->editText(m_file, {edit}, tr("%1 in %2").arg(operation, m_workspace->title(m_file)), mergeKey);
    }
    // Half a surrogate pair cannot be said in UTF-8: the editor then shows what became of it.
    if (!typed.isEmpty() && (m_torn || m_table.positionCount() != m_editor->document()->characterCount() - 1)) {
        const int lines = m_table.lineCount();
        m_sync.follow({{0, m_editor->document()->blockCount(), 0, lines}}, lines);
    }
    m_torn = false;
}

/// Typing and deleting in one place is one step, up to the end of the line.
QString SourceText::mergeKeyFor(const yaml::TextEdit &edit)
{
    const bool goesOn = m_typedEnd >= 0 && (edit.range.begin == m_typedEnd || edit.range.end == m_typedEnd);
    if (!goesOn)
        m_workspace->endMerge();
    if (!m_editor->operation().isEmpty()) {
        m_typedEnd = -1;
        return {};
    }
    m_typedEnd = edit.text.contains('\n') ? -1 : edit.range.begin + edit.text.size();
    return u"text/%1"_s.arg(m_file);
}

} // namespace sallyport
