// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/sourcetab.h"

#include "core/document/workspaceeditor.h"
#include "ui/preview/bars.h"
#include "ui/preview/fieldplace.h"
#include "ui/preview/findbar.h"
#include "ui/preview/sourceeditor.h"
#include "ui/preview/sourcetext.h"
#include "ui/preview/yamlpane.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

SourceTab::SourceTab(WorkspaceEditor *workspace, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_selection(selection)
    , m_editor(new SourceEditor)
    , m_text(new SourceText(workspace, m_editor))
    , m_pane(new YamlPane(m_editor, [this](int line) { m_text->fillTo(line); }))
    , m_fileRow(new QWidget)
    , m_files(new QComboBox)
    , m_notice(new QLabel)
    , m_position(new QLabel)
{
    m_editor->setAccessibleName(tr("Source"));
    m_editor->setAccessibleDescription(tr("The text of the file. What is typed here reaches the form at once."));
    m_pane->findBar()->enableReplace(m_editor);

    auto *label = new QLabel(tr("&File:"));
    label->setBuddy(m_files);
    m_files->setAccessibleName(tr("File"));
    m_files->setAccessibleDescription(tr("The file whose text is shown."));
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *row = new QHBoxLayout(m_fileRow);
    row->addWidget(label);
    row->addWidget(m_files, 1);
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->hide();
    row->setContentsMargins(barMargins(this));
    m_notice->setContentsMargins(barMargins(this));
    m_position->setContentsMargins(barMargins(this));
    m_position->setForegroundRole(QPalette::PlaceholderText);
    m_position->setTextFormat(Qt::PlainText);
    m_position->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_fileRow);
    layout->addWidget(m_notice);
    layout->addWidget(m_pane, 1);
    layout->addWidget(m_position);

    m_cursorTimer.setSingleShot(true);
    m_cursorTimer.setInterval(0);
    connect(&m_cursorTimer, &QTimer::timeout, this, &SourceTab::selectAtCursor);
    connect(m_editor, &QPlainTextEdit::cursorPositionChanged, &m_cursorTimer, qOverload<>(&QTimer::start));
    connect(m_editor, &SourceEditor::undoRequested, workspace->undoStack(), &QUndoStack::undo);
    connect(m_editor, &SourceEditor::redoRequested, workspace->undoStack(), &QUndoStack::redo);
    connect(m_text, &SourceText::changedElsewhere, m_editor, &YamlView::flashLines);
    connect(m_files, &QComboBox::activated, this, [this](int file) { m_selection->select({file, 0, {}}); });
    connect(selection, &Selection::changed, this, &SourceTab::showSelection);
    connect(selection, &Selection::revealed, this, &SourceTab::scrollToSelection);
    connect(workspace, &WorkspaceEditor::filesChanged, this, &SourceTab::showFiles);
    connect(workspace, &WorkspaceEditor::modifiedChanged, this, &SourceTab::showFiles);
    connect(workspace, &WorkspaceEditor::stepped, this, &SourceTab::showStep);
    connect(workspace, &WorkspaceEditor::compiled, this, &SourceTab::showFindings);
    connect(workspace, &WorkspaceEditor::compiled, this, &SourceTab::markSelection);
    showFiles();
}

int SourceTab::file() const
{
    return m_text->file();
}

void SourceTab::showFiles()
{
    const int count = int(m_workspace->workspace().files.size());
    m_files->clear();
    for (int file = 0; file < count; ++file) {
        const QString title = m_workspace->title(file);
        m_files->addItem(m_workspace->isModified(file) ? tr("%1 (modified)").arg(title) : title);
    }
    m_fileRow->setVisible(count > 1);
    const int wanted = m_selection->file() >= 0 ? m_selection->file() : m_text->file();
    const int shown = std::clamp(wanted, std::min(0, count - 1), count - 1);
    if (shown != m_text->file())
        showFile(shown);
    m_files->setCurrentIndex(m_text->file());
}

void SourceTab::showFile(int file)
{
    m_text->setFile(file);
    m_files->setCurrentIndex(m_text->file());
    m_notice->setVisible(!m_text->isText());
    if (!m_text->isText()) {
        m_notice->setText(
            tr("%1 is not UTF-8 text, so it cannot be edited here. The file is not changed. Convert it to UTF-8 with a "
               "text editor and open it again.")
                .arg(m_workspace->title(file)));
    }
    showFindings();
}

void SourceTab::showText(int file, qsizetype offset)
{
    if (file != m_text->file())
        showFile(file);
    const LineRange line = m_text->linesOf({offset, offset});
    m_text->fillTo(line.first);
    m_editor->setCursor(m_text->toPosition(offset));
    m_editor->bringIntoView(line);
    m_editor->setFocus(Qt::OtherFocusReason);
}

void SourceTab::showSelection()
{
    const int file = m_selection->file();
    if (file >= 0 && file != m_text->file() && size_t(file) < m_workspace->workspace().files.size())
        showFile(file);
    markSelection();
    if (!m_selecting)
        scrollToSelection();
}

void SourceTab::markSelection()
{
    LineSet lines;
    const FieldRef &field = m_selection->current();
    const yaml::Document *document = documentOf(m_workspace->workspace(), field);
    if (document && field.file == m_text->file()) {
        const yaml::Range extent = extentOf(*document, field.path);
        if (extent != yaml::Range{})
            lines.add(m_text->linesOf(extent));
    }
    m_editor->setMarkedLines(lines);
    showPosition();
}

void SourceTab::scrollToSelection()
{
    const LineSet &marked = m_editor->markedLines();
    const yaml::Document *document = documentOf(m_workspace->workspace(), m_selection->current());
    if (marked.isEmpty() && (!document || m_selection->file() != m_text->file()))
        return;
    // A document as a whole is not marked, but gone to.
    const LineRange lines = marked.isEmpty() ? m_text->linesOf({document->content.begin, document->content.begin})
                                             : marked.ranges().front();
    m_text->fillTo(lines.last);
    m_editor->bringIntoView(lines);
    // The keyboard goes on from there.
    if (!m_editor->hasFocus())
        m_editor->setCursor(m_editor->document()->findBlockByNumber(lines.first).position());
}

void SourceTab::showStep(const FieldRef &field)
{
    if (field.file != m_text->file())
        return;
    const LineSet &lines = m_editor->flashedLines();
    if (lines.isEmpty())
        return;
    m_editor->bringIntoView(lines.ranges().front());
    const QTextBlock last = m_editor->document()->findBlockByNumber(lines.ranges().front().last);
    if (m_editor->hasFocus() && !lines.contains(m_editor->cursorLine()))
        m_editor->setCursor(last.position() + last.length() - 1);
}

void SourceTab::selectAtCursor()
{
    showPosition();
    const int file = m_text->file();
    if (!m_editor->hasFocus() || file < 0)
        return;
    const yaml::Stream &stream = m_workspace->workspace().files[size_t(file)]->stream;
    const qsizetype offset = m_text->toByte(m_editor->textCursor().position());
    const int number = documentAt(stream, offset);
    if (number < 0)
        return;
    const yaml::Document &document = *stream.documents[size_t(number)];
    const QScopedValueRollback selecting(m_selecting, true);
    if (!document.broken)
        m_selection->select({file, number, yaml::pathAt(document, stream.text, offset)});
    else if (m_selection->file() != file || m_selection->document() != number)
        m_selection->select({file, number, {}});
}

void SourceTab::showPosition()
{
    const QTextCursor cursor = m_editor->textCursor();
    const qsizetype column = cursor.block().text().first(cursor.positionInBlock()).toUcs4().size() + 1;
    QString text = tr("Line %1, column %2").arg(cursor.blockNumber() + 1).arg(column);
    if (m_selection->file() == m_text->file() && !m_selection->current().path.isEmpty())
        text += u"  ·  "_s + m_selection->current().path.toString();
    m_position->setText(text);
}

void SourceTab::showFindings()
{
    QList<FindingMark> marks;
    for (const Diagnostic &finding : m_workspace->compilation().findings) {
        if (finding.where.file != m_text->file() || finding.suppressed)
            continue;
        const yaml::Range place = placeOf(m_workspace->workspace(), finding);
        marks.append(
            {m_text->toPosition(place.begin), m_text->toPosition(place.end), finding.severity, finding.message});
    }
    std::ranges::stable_sort(marks, {}, &FindingMark::begin);
    m_editor->setFindings(marks);
}

} // namespace sallyport
