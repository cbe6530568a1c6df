// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/textsync.h"

#include "ui/preview/replacement.h"

#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <ranges>

namespace sallyport {

namespace {

constexpr int firstLines = 2000; ///< Shown at once: more than any screen holds, and filled in about 10 ms.
constexpr int linesAtATime = 250;
constexpr qint64 sliceMilliseconds = 6; ///< Leaves room for the repaint that follows, within 10 ms.
constexpr qsizetype manyPatches = 16; ///< From here on one layout of everything is cheaper than one for each.

QString textOf(const QTextDocument *document, int first, int count)
{
    QString text;
    QTextBlock block = document->findBlockByNumber(first);
    for (int i = 0; i < count; ++i, block = block.next()) {
        if (i > 0)
            text += u'\n';
        text += block.text();
    }
    return text;
}

} // namespace

TextSync::TextSync(QPlainTextEdit *view, Lines lines)
    : QObject(view)
    , m_view(view)
    , m_lines(std::move(lines))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TextSync::fillSlice);
}

void TextSync::reset(int lineCount)
{
    const QScopedValueRollback working(m_working, true);
    m_lineCount = lineCount;
    m_filled = std::min(lineCount, firstLines);
    m_view->setPlainText(m_lines(0, m_filled));
    if (isComplete())
        m_timer.stop();
    else
        m_timer.start(0);
    if (isComplete())
        emit completed();
}

void TextSync::noteTyping(int lineCount)
{
    m_filled += lineCount - m_lineCount;
    m_lineCount = lineCount;
}

void TextSync::fillTo(int line)
{
    const QScopedValueRollback working(m_working, true);
    if (line < m_filled)
        return;
    append(std::min(line + 1, m_lineCount) - m_filled);
    if (isComplete()) {
        m_timer.stop();
        emit completed();
    }
}

void TextSync::fillSlice()
{
    const QScopedValueRollback working(m_working, true);
    QElapsedTimer clock;
    clock.start();
    while (!isComplete() && clock.elapsed() < sliceMilliseconds)
        append(std::min(linesAtATime, m_lineCount - m_filled));
    if (isComplete())
        emit completed();
    else
        m_timer.start(0);
}

void TextSync::append(int count)
{
    if (count <= 0)
        return;
    // A cursor at the very end would be carried along.
    const QTextCursor cursor = m_view->textCursor();
    const int position = cursor.position();
    const int anchor = cursor.anchor();
    const bool atEnd = position == m_view->document()->characterCount() - 1;
    insertLines(m_filled, m_lines(m_filled, count), count);
    if (atEnd) {
        const int top = m_view->verticalScrollBar()->value();
        QTextCursor restored = m_view->textCursor();
        restored.setPosition(anchor);
        restored.setPosition(position, QTextCursor::KeepAnchor);
        m_view->setTextCursor(restored);
        m_view->verticalScrollBar()->setValue(top);
    }
}

void TextSync::follow(const QList<LinePatch> &patches, int lineCount)
{
    const QScopedValueRollback working(m_working, true);
    const int top = topAfter(patches);
    const int across = m_view->horizontalScrollBar()->value();
    m_lineCount = lineCount;

    QTextCursor batch(m_view->document());
    if (patches.size() >= manyPatches)
        batch.beginEditBlock();
    for (const LinePatch &patch : patches | std::views::reverse)
        replaceLines(patch);
    if (patches.size() >= manyPatches)
        batch.endEditBlock();

    fillTo(std::min(top + linesAtATime, m_lineCount - 1));
    m_view->verticalScrollBar()->setValue(top);
    m_view->horizontalScrollBar()->setValue(across);
    if (!isComplete())
        m_timer.start(0);
    for (const LinePatch &patch : patches)
        emit replaced(patch.newFirst, patch.newCount);
}

/// The number that the line at the top of the view gets. Without wrapping, the scroll bar counts lines.
int TextSync::topAfter(const QList<LinePatch> &patches) const
{
    const int top = m_view->verticalScrollBar()->value();
    int shift = 0;
    for (const LinePatch &patch : patches) {
        if (patch.oldFirst + patch.oldCount <= top)
            shift += patch.newCount - patch.oldCount;
        else if (patch.oldFirst <= top)
            return patch.newFirst + std::min(top - patch.oldFirst, std::max(patch.newCount - 1, 0));
    }
    return top + shift;
}

void TextSync::replaceLines(const LinePatch &patch)
{
    // Thousands of lines between others cost more than a person waits for; what the cursor stands in is never taken away.
    const bool isMuch = patch.newCount > firstLines && m_view->textCursor().blockNumber() < patch.oldFirst;
    if (isMuch || patch.oldFirst + patch.oldCount > m_filled) {
        // Reaches into what is not filled yet, or is much: filling starts again where the change does.
        if (patch.oldFirst < m_filled)
            removeLines(patch.oldFirst, m_filled - patch.oldFirst);
    } else if (patch.newCount == 0) {
        removeLines(patch.oldFirst, patch.oldCount);
    } else if (patch.oldCount == 0) {
        insertLines(patch.oldFirst, m_lines(patch.newFirst, patch.newCount), patch.newCount);
    } else {
        replaceText(patch.oldFirst, patch.oldCount, m_lines(patch.newFirst, patch.newCount));
        m_filled += patch.newCount - patch.oldCount;
    }
}

void TextSync::insertLines(int line, const QString &text, int count)
{
    QTextCursor cursor(m_view->document());
    if (m_filled == 0) {
        cursor.insertText(text);
    } else if (line == m_filled) {
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(u'\n' + text);
    } else {
        cursor.setPosition(m_view->document()->findBlockByNumber(line).position());
        cursor.insertText(text + u'\n');
    }
    m_filled += count;
}

void TextSync::removeLines(int first, int count)
{
    if (count == 0)
        return;
    const QTextDocument *document = m_view->document();
    QTextCursor cursor(m_view->document());
    if (first + count < m_filled) {
        cursor.setPosition(document->findBlockByNumber(first).position());
        cursor.setPosition(document->findBlockByNumber(first + count).position(), QTextCursor::KeepAnchor);
    } else {
        cursor.setPosition(
            std::max(0, document->findBlockByNumber(first).position() - 1)); // with the line end before them
        cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    }
    cursor.removeSelectedText();
    m_filled -= count;
}

/// Replaces the characters of these lines that differ from `text`.
void TextSync::replaceText(int first, int count, const QString &text)
{
    const QString before = textOf(m_view->document(), first, count);
    const Replacement replacement = replacementFor(before, text);
    if (replacement.isEmpty())
        return;
    const int position = m_view->document()->findBlockByNumber(first).position() + replacement.position;
    QTextCursor cursor(m_view->document());
    cursor.setPosition(position);
    cursor.setPosition(position + replacement.removed, QTextCursor::KeepAnchor);
    cursor.insertText(replacement.added);
}

} // namespace sallyport
