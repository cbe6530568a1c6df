// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/sourceeditor.h"

#include "ui/preview/sourcelines.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTextBlock>

#include <memory>
#include <ranges>

namespace sallyport {

SourceEditor::SourceEditor(QWidget *parent)
    : YamlView(parent)
{
}

void SourceEditor::setEditable(bool editable)
{
    setReadOnly(!editable);
    if (!editable) // with a cursor all the same: the keyboard must get around in it
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

bool SourceEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // the window's actions, not the text's own history
            return true;
        }
    }
    return YamlView::event(event);
}

void SourceEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        emit undoRequested();
    else if (event->matches(QKeySequence::Redo))
        emit redoRequested();
    else if (isReadOnly() || !handleKey(event))
        YamlView::keyPressEvent(event);
}

/// The keys that do something else here than in any text field.
bool SourceEditor::handleKey(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!plain && modifiers != Qt::ShiftModifier)
            return false;
        breakLine();
        return true;
    case Qt::Key_Tab:
        if (!plain)
            return false;
        indentSelection();
        return true;
    case Qt::Key_Backtab:
        unindentSelection();
        return true;
    case Qt::Key_Backspace:
        return plain && deleteIndent();
    case Qt::Key_Slash:
        if (modifiers != Qt::ControlModifier)
            return false;
        toggleComment();
        return true;
    default:
        return false;
    }
}

void SourceEditor::breakLine()
{
    QTextCursor cursor = textCursor();
    const int start = cursor.selectionStart();
    const QTextBlock block = document()->findBlock(start);
    cursor.insertText(u'\n' + indentAfter(block.text().first(start - block.position())));
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool SourceEditor::deleteIndent()
{
    QTextCursor cursor = textCursor();
    const int width = cursor.hasSelection() ? 0 : backspaceWidth(cursor.block().text().first(cursor.positionInBlock()));
    if (width == 0)
        return false;
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, width);
    cursor.removeSelectedText();
    return true;
}

void SourceEditor::indentSelection()
{
    const QTextCursor cursor = textCursor();
    const bool severalLines = document()->findBlock(cursor.anchor()) != document()->findBlock(cursor.position());
    if (severalLines)
        changeSelectedLines(tr("Indent"), indented);
    else
        textCursor().insertText(QString(indentWidth - cursor.positionInBlock() % indentWidth, u' '));
}

void SourceEditor::unindentSelection()
{
    changeSelectedLines(tr("Unindent"), unindented);
}

void SourceEditor::toggleComment()
{
    changeSelectedLines(tr("Comment"), toggledComments);
}

/// Changes the lines that the selection touches, each at its start only, so that the selection stays.
void SourceEditor::changeSelectedLines(const QString &operation, QStringList (*change)(const QStringList &))
{
    if (isReadOnly())
        return;
    const QTextCursor selection = textCursor();
    QTextBlock first = document()->findBlock(selection.selectionStart());
    QTextBlock last = document()->findBlock(selection.selectionEnd());
    if (last != first && selection.selectionEnd() == last.position())
        last = last.previous(); // the selection ends before its first character
    QStringList lines;
    for (QTextBlock block = first; block.blockNumber() <= last.blockNumber() && block.isValid(); block = block.next())
        lines.append(block.text());
    const QStringList changed = change(lines);

    const QScopedValueRollback scope(m_operation, operation);
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    QTextBlock block = first;
    for (qsizetype i = 0; i < lines.size(); ++i, block = block.next()) {
        const auto [before, after] = std::ranges::mismatch(lines[i], changed[i]);
        const int at = int(before - lines[i].begin());
        const int grown = int(changed[i].size() - lines[i].size());
        cursor.setPosition(block.position() + at);
        if (grown > 0) {
            cursor.insertText(changed[i].sliced(at, grown));
        } else {
            cursor.setPosition(block.position() + at - grown, QTextCursor::KeepAnchor);
            cursor.removeSelectedText();
        }
    }
    cursor.endEditBlock();
}

void SourceEditor::replace(int position, int length, const QString &text, const QString &operation)
{
    replaceAll({position}, length, text, operation);
}

void SourceEditor::replaceAll(const QList<int> &positions, int length, const QString &text, const QString &operation)
{
    if (isReadOnly())
        return;
    const QScopedValueRollback scope(m_operation, operation);
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (int position : positions | std::views::reverse) {
        cursor.setPosition(position);
        cursor.setPosition(position + length, QTextCursor::KeepAnchor);
        cursor.insertText(text);
    }
    cursor.endEditBlock();
}

bool SourceEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() && !source->hasUrls(); // files are opened by the window
}

void SourceEditor::insertFromMimeData(const QMimeData *source)
{
    const QScopedValueRollback scope(m_operation, tr("Paste"));
    QTextCursor cursor = textCursor();
    cursor.insertText(cleanText(source->text()));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void SourceEditor::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const auto add = [&](const QString &text, const QKeySequence &shortcut, bool enabled, auto slot) {
        QAction *action = menu.addAction(text, this, slot);
        action->setShortcut(shortcut);
        action->setEnabled(enabled);
    };
    const bool selected = textCursor().hasSelection();
    add(tr("&Undo"), QKeySequence::Undo, isEditable(), &SourceEditor::undoRequested);
    add(tr("&Redo"), QKeySequence::Redo, isEditable(), &SourceEditor::redoRequested);
    menu.addSeparator();
    add(tr("Cu&t"), QKeySequence::Cut, isEditable() && selected, &SourceEditor::cut);
    add(tr("&Copy"), QKeySequence::Copy, selected, &SourceEditor::copy);
    add(tr("&Paste"), QKeySequence::Paste, canPaste(), &SourceEditor::paste);
    add(tr("Select &All"), QKeySequence::SelectAll, true, &SourceEditor::selectAll);
    menu.addSeparator();
    add(tr("Toggle Co&mment"), Qt::CTRL | Qt::Key_Slash, isEditable(), &SourceEditor::toggleComment);
    emit menuRequested(&menu, cursorForPosition(viewport()->mapFromGlobal(event->globalPos())).position());
    menu.exec(event->globalPos());
}

} // namespace sallyport
