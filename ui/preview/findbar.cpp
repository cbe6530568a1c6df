// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/findbar.h"

#include "ui/fields/clearbutton.h"
#include "ui/icons.h"
#include "ui/preview/bars.h"
#include "ui/preview/sourceeditor.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int countDelayMilliseconds = 100; ///< After a change of the text, so that typing does not count at every key.
constexpr qint64 countSliceMilliseconds = 5;

QToolButton *button(const QString &iconName, const QString &name, const QKeySequence &shortcut)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    button->setToolTip(keys.isEmpty() ? name : u"%1 (%2)"_s.arg(name, keys));
    return button;
}

} // namespace

FindBar::FindBar(YamlView *view, std::function<void()> completeText, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_completeText(std::move(completeText))
    , m_text(new QLineEdit)
    , m_replacement(new QLineEdit)
    , m_matchCase(new QCheckBox(tr("Match &case")))
    , m_count(new QLabel)
{
    auto *label = new QLabel(tr("F&ind:"));
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Find"));
    m_text->setAccessibleDescription(tr("The text to look for. Enter goes to the next match, Escape closes."));
    addClearButton(m_text);
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(u"0000"_s, u"0000"_s)));
    auto *previous = button(u"up"_s, tr("Previous match"), Qt::SHIFT | Qt::Key_F3);
    auto *next = button(u"down"_s, tr("Next match"), Qt::Key_F3);
    auto *close = button(u"close"_s, tr("Close"), Qt::Key_Escape);

    auto *layout = new QGridLayout(this);
    int column = 0;
    for (QWidget *widget : std::initializer_list<QWidget *>{label, m_text, previous, next, m_count, m_matchCase, close})
        layout->addWidget(widget, 0, column++);
    layout->setColumnStretch(1, 1);
    layout->setContentsMargins(barMargins(this));

    connect(m_text, &QLineEdit::textChanged, this, &FindBar::searchChanged);
    connect(m_matchCase, &QCheckBox::toggled, this, &FindBar::searchChanged);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(close, &QToolButton::clicked, this, &FindBar::closeBar);
    m_countTimer.setSingleShot(true);
    connect(&m_countTimer, &QTimer::timeout, this, &FindBar::countSlice);
    connect(view, &QPlainTextEdit::textChanged, this, &FindBar::startCounting);
    connect(view, &QPlainTextEdit::cursorPositionChanged, this, &FindBar::showCount);
    hide();
}

void FindBar::enableReplace(SourceEditor *editor)
{
    m_editor = editor;
    auto *label = new QLabel(tr("Re&place:"));
    label->setBuddy(m_replacement);
    m_replacement->setAccessibleName(tr("Replace with"));
    m_replacement->setAccessibleDescription(tr("The text that takes the place of a match."));
    auto *one = new QPushButton(tr("&Replace"));
    auto *all = new QPushButton(tr("Replace &All"));
    m_replaceRow = {label, m_replacement, one, all};
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->addWidget(label, 1, 0);
    grid->addWidget(m_replacement, 1, 1);
    grid->addWidget(one, 1, 2, 1, 3);
    grid->addWidget(all, 1, 5, 1, 2);
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    // Reading order, whatever order they were made in.
    setTabOrder(m_matchCase, m_replacement);
    setTabOrder(m_replacement, one);
    setTabOrder(one, all);
}

void FindBar::showFind()
{
    open(false);
}

void FindBar::showReplace()
{
    open(m_editor && m_editor->isEditable());
}

void FindBar::open(bool replacing)
{
    const QString selected = m_view->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_text->setText(selected);
    for (QWidget *widget : m_replaceRow)
        widget->setVisible(replacing);
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    m_view->setSearch(m_search);
    startCounting();
}

void FindBar::closeBar()
{
    hide();
    m_view->setSearch({});
    m_view->setFocus(Qt::OtherFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        closeBar();
    else if (isEnter && event->modifiers().testFlag(Qt::ShiftModifier))
        findPrevious();
    else if (isEnter && m_replacement->hasFocus())
        replaceOne();
    else if (isEnter)
        findNext();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::searchChanged()
{
    m_search = {m_text->text(), m_matchCase->isChecked()};
    m_view->setSearch(m_search);
    startCounting();
    if (!m_search.isEmpty())
        selectMatch(Direction::Forward, m_view->textCursor().selectionStart());
}

void FindBar::findNext()
{
    find(Direction::Forward);
}

void FindBar::findPrevious()
{
    find(Direction::Backward);
}

void FindBar::find(Direction direction)
{
    if (m_search.isEmpty())
        return showFind();
    if (isVisible())
        m_view->setSearch(m_search);
    const QTextCursor cursor = m_view->textCursor();
    selectMatch(direction, direction == Direction::Forward ? cursor.selectionEnd() : cursor.selectionStart());
}

/// Selects the first match from that position on; past the end it goes on from the other end.
void FindBar::selectMatch(Direction direction, int from)
{
    QTextDocument::FindFlags flags;
    flags.setFlag(QTextDocument::FindCaseSensitively, m_search.matchCase);
    flags.setFlag(QTextDocument::FindBackward, direction == Direction::Backward);
    const QTextDocument *document = m_view->document();
    QTextCursor found = document->find(m_search.text, from, flags);
    if (found.isNull()) {
        m_completeText();
        found =
            document->find(m_search.text, direction == Direction::Forward ? 0 : document->characterCount() - 1, flags);
    }
    if (found.isNull())
        return;
    m_view->setTextCursor(found);
    m_view->bringIntoView({found.blockNumber(), found.blockNumber()});
    m_view->ensureCursorVisible(); // sideways
}

bool FindBar::isAtMatch() const
{
    const QString selected = m_view->textCursor().selectedText();
    return !selected.isEmpty()
        && selected.compare(m_search.text, m_search.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive) == 0;
}

void FindBar::replaceOne()
{
    if (!m_editor || m_search.isEmpty())
        return;
    if (isAtMatch()) {
        const int position = m_view->textCursor().selectionStart();
        m_editor->replace(position, int(m_search.text.size()), m_replacement->text(), tr("Replace"));
        m_view->setCursor(position + int(m_replacement->text().size()));
    }
    findNext();
}

void FindBar::replaceAll()
{
    if (!m_editor || m_search.isEmpty())
        return;
    QList<int> positions;
    for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
        for (int start : m_search.matches(block.text()))
            positions.append(block.position() + start);
    }
    m_editor->replaceAll(positions, int(m_search.text.size()), m_replacement->text(), tr("Replace all"));
    m_count->setText(tr("%n replaced", nullptr, int(positions.size())));
}

void FindBar::startCounting()
{
    m_matches.clear();
    m_countedLines = 0;
    m_count->clear();
    m_countTimer.stop();
    if (isVisible() && !m_search.isEmpty())
        m_countTimer.start(countDelayMilliseconds);
}

void FindBar::countSlice()
{
    QElapsedTimer clock;
    clock.start();
    QTextBlock block = m_view->document()->findBlockByNumber(m_countedLines);
    for (; block.isValid() && clock.elapsed() < countSliceMilliseconds; block = block.next(), ++m_countedLines) {
        for (int start : m_search.matches(block.text()))
            m_matches.push_back(block.position() + start);
    }
    if (block.isValid())
        m_countTimer.start(0);
    else
        showCount();
}

void FindBar::showCount()
{
    if (!isVisible() || m_search.isEmpty() || m_countedLines < m_view->document()->blockCount())
        return;
    if (m_matches.empty()) {
        m_count->setText(u"<font color=\"%1\">%2</font>"_s.arg(Theme::of(this).error.text.name(), tr("No matches")));
        return;
    }
    const auto match = std::ranges::lower_bound(m_matches, m_view->textCursor().selectionStart());
    const bool isOnMatch = match != m_matches.end() && *match == m_view->textCursor().selectionStart() && isAtMatch();
    m_count->setText(isOnMatch ? tr("%1 of %2").arg(match - m_matches.begin() + 1).arg(m_matches.size())
                               : tr("%n match(es)", nullptr, int(m_matches.size())));
}

} // namespace sallyport
