// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/palette/commandpalette.h"

#include "ui/fields/clearbutton.h"
#include "ui/palette/palettedelegate.h"
#include "ui/palette/palettemodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_model(new PaletteModel(this))
    , m_line(new QLineEdit)
    , m_list(new QListView)
    , m_count(new QLabel)
{
    setObjectName(u"palette"_s);
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    setAutoFillBackground(true);
    addClearButton(m_line);
    m_line->setAccessibleName(tr("What to look for"));
    m_line->setAccessibleDescription(tr("Up and Down choose among the matches, Enter takes one, Escape closes."));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    const int icon = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_list->setIconSize({icon, icon});
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Matches"));
    m_count->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_count);
    hide();

    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setQuery(text);
        showMatches();
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::take);
    m_line->installEventFilter(this);
    window->installEventFilter(this);
}

void CommandPalette::open(std::vector<PaletteItem> items, const QString &hint)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_line->setPlaceholderText(hint);
    m_line->clear();
    m_model->setItems(std::move(items));
    showMatches();
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

/// In the upper middle of the window, as wide as long host names need.
void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const int wide = std::min(room.width() - 2 * fontMetrics().height(), 90 * fontMetrics().averageCharWidth());
    const int high = std::min(room.height() * 2 / 3, 22 * fontMetrics().height());
    setGeometry((room.width() - wide) / 2, fontMetrics().height() * 2, wide, high);
}

void CommandPalette::showMatches()
{
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    const int hidden = m_model->matches() - m_model->rowCount();
    m_count->setText(m_model->matches() == 0 ? tr("Nothing matches.")
                         : hidden > 0        ? tr("%n matches; the best are shown.", nullptr, m_model->matches())
                                             : tr("%n matches.", nullptr, m_model->matches()));
}

void CommandPalette::move(int by)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int now = m_list->currentIndex().row();
    const bool steps = by == 1 || by == -1; // a step goes round, a page stops at the end
    const int row = steps ? (now + by + rows) % rows : std::clamp(now + by, 0, rows - 1);
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_list->currentIndex());
}

void CommandPalette::take()
{
    if (!m_list->currentIndex().isValid())
        return;
    const PaletteItem item = m_model->item(m_list->currentIndex().row());
    leave();
    emit chosen(item);
}

void CommandPalette::leave()
{
    if (!isVisible())
        return;
    hide();
    m_model->setItems({}); // of a workspace that will have changed when it opens again
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

/// The style's panels are hardly darker than what lies below them; this one lies over text and must stand out from it.
void CommandPalette::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(Theme::of(this).muted);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_line)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && !QApplication::activePopupWidget() && parentWidget()->isActiveWindow()) {
        m_before.clear(); // the keyboard has gone where the user wants it
        leave();
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-10);
        return true;
    case Qt::Key_PageDown:
        move(10);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace sallyport
