// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/inputs.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QStyle>
#include <QStyleOptionFrame>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int largestPort = 65535;

} // namespace

bool isUndoKey(const QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
}

LineEdit::LineEdit(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::returnPressed, this, &LineEdit::left);
}

void LineEdit::showText(const QString &text)
{
    if (this->text() == text)
        return;
    const int cursor = cursorPosition();
    setText(text);
    // A long text that nobody is editing shows its beginning.
    setCursorPosition(hasFocus() ? std::min(cursor, int(text.size())) : 0);
}

bool LineEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isUndoKey(event)) {
        event->ignore(); // QLineEdit would claim it, and the window's Undo would never fire
        return true;
    }
    return QLineEdit::event(event);
}

void LineEdit::keyPressEvent(QKeyEvent *event)
{
    if (isUndoKey(event))
        event->ignore();
    else
        QLineEdit::keyPressEvent(event);
}

void LineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        emit left();
}

void LineEdit::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    for (QAction *action : menu->actions()) {
        if (action->objectName() == "edit-undo"_L1 || action->objectName() == "edit-redo"_L1)
            menu->removeAction(action); // its own history, which is not the workspace's
    }
    if (!menu->actions().isEmpty() && menu->actions().constFirst()->isSeparator())
        menu->removeAction(menu->actions().constFirst());
    menu->exec(event->globalPos());
}

PortEdit::PortEdit(QWidget *parent)
    : LineEdit(parent)
{
    setInputMethodHints(Qt::ImhPreferNumbers);
}

QSize PortEdit::sizeHint() const
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    const int text = fontMetrics().horizontalAdvance(u"00000000"_s);
    const QSize content(text, LineEdit::sizeHint().height());
    return {style()->sizeFromContents(QStyle::CT_LineEdit, &option, content, this).width(), content.height()};
}

QSize PortEdit::minimumSizeHint() const
{
    return sizeHint();
}

void PortEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier)
        step(1);
    else if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier)
        step(-1);
    else
        LineEdit::keyPressEvent(event);
}

void PortEdit::step(int by)
{
    bool isNumber = false;
    const int number = text().toInt(&isNumber);
    if (!isNumber || isReadOnly())
        return;
    const int next = std::clamp(number + by, 1, largestPort);
    if (next == number)
        return;
    setText(QString::number(next));
    emit textEdited(text());
}

WordsEdit::WordsEdit(QWidget *parent)
    : LineEdit(parent)
{
    connect(this, &QLineEdit::textEdited, this, [this] { emit wordsEdited(words()); });
}

void WordsEdit::showWords(const QStringList &words)
{
    if (this->words() != words)
        showText(words.join(u", "_s));
}

QStringList WordsEdit::words() const
{
    return wordsIn(text());
}

QStringList wordsIn(const QString &text)
{
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    return text.split(separators, Qt::SkipEmptyParts);
}

bool fitOneLine(const QStringList &words)
{
    return wordsIn(words.join(u", "_s)) == words;
}

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    // The form's grid decides on the width; the list of choices is as wide as it has to be.
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(1);
    setCurrentIndex(-1);
    // QComboBox::clear() is not virtual.
    connect(model(), &QAbstractItemModel::rowsRemoved, this, [this] {
        if (count() == 0)
            m_empty = m_foreign = -1;
    });
    connect(this, &QComboBox::activated, this, [this](int row) {
        if (row != m_foreign)
            emit chosen(itemData(row).toString());
    });
}

void ChoiceBox::addGroup(const QString &title)
{
    addItem(title);
    leaveFirstUnchosen();
    auto *items = qobject_cast<QStandardItemModel *>(model());
    QStandardItem *heading = items->item(count() - 1);
    heading->setFlags(Qt::NoItemFlags);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
}

void ChoiceBox::addChoice(const QString &value, const QString &text)
{
    addItem(text.isEmpty() ? value : text, value);
    leaveFirstUnchosen();
}

void ChoiceBox::addEmptyChoice(const QString &text)
{
    m_empty = count();
    addChoice({}, text);
}

int ChoiceBox::rowOf(const QString &value) const
{
    return value.isEmpty() ? m_empty : findData(value, Qt::UserRole, Qt::MatchFixedString);
}

void ChoiceBox::leaveFirstUnchosen()
{
    if (count() == 1) // the first item of a combo box becomes current by itself
        setCurrentIndex(-1);
}

void ChoiceBox::showText(const QString &value)
{
    int row = rowOf(value);
    if (row >= 0 && row == m_foreign && currentIndex() == row)
        return;
    if (m_foreign >= 0) {
        removeItem(m_foreign);
        m_foreign = -1;
        row = rowOf(value);
    }
    if (row < 0 && !value.isEmpty()) {
        addItem(value, value);
        row = m_foreign = count() - 1;
    }
    if (currentIndex() != row)
        setCurrentIndex(row);
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    // A wheel that scrolls the form must not change a value on its way.
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace sallyport
