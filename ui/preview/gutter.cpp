// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/gutter.h"

#include "ui/fields/marks.h"
#include "ui/preview/yamlview.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace sallyport {

namespace {

/// Everything in the gutter scales with the text beside it.
struct Columns {
    explicit Columns(const QFontMetrics &metrics)
        : sign(metrics.ascent())
        , gap(std::max(2, metrics.horizontalAdvance(u'0') / 2))
        , bar(std::max(2, metrics.horizontalAdvance(u'0') / 3))
    {
    }
    int sign, gap, bar;
};

} // namespace

Gutter::Gutter(YamlView *view)
    : QWidget(view)
    , m_view(view)
{
    setFocusPolicy(Qt::NoFocus);
}

int Gutter::wantedWidth() const
{
    const QFontMetrics metrics(m_view->font());
    const Columns columns(metrics);
    // At least three digits, so that the text does not move while a small file grows.
    const int digits = std::max(3, int(QString::number(m_view->expectedLines()).size()));
    return columns.gap + columns.sign + digits * metrics.horizontalAdvance(u'0') + 2 * columns.gap + columns.bar;
}

void Gutter::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const Columns columns{QFontMetrics(m_view->font())};
    QPainter painter(this);
    painter.fillRect(rect(), theme.palette.color(QPalette::Base));
    painter.setFont(m_view->font());
    const int cursorLine = m_view->cursorLine();
    for (const YamlView::VisibleLine &line : m_view->visibleLines()) {
        const int number = line.block.blockNumber();
        const int top = qRound(line.rect.top());
        const int height = qRound(line.rect.height());
        if (m_view->markedLines().contains(number)) {
            painter.fillRect(QRect(0, top, width(), height), theme.markedLine);
            painter.fillRect(QRect(width() - columns.bar, top, columns.bar, height), theme.accent);
        } else if (number == cursorLine) {
            painter.fillRect(QRect(0, top, width(), height), theme.currentLine);
        }
        painter.setPen(number == cursorLine ? theme.palette.color(QPalette::Text) : theme.muted);
        painter.drawText(QRect(0, top, width() - columns.bar - columns.gap, height), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(number + 1));
        if (const FindingMark *finding = m_view->findingOfLine(number)) {
            const QRect sign(columns.gap / 2, top + (height - columns.sign) / 2, columns.sign, columns.sign);
            iconOf(finding->severity).paint(&painter, sign);
        }
    }
}

bool Gutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = lineAt(help->pos().y());
    QToolTip::showText(help->globalPos(), line < 0 ? QString() : m_view->findingsText(line), this);
    return true;
}

int Gutter::lineAt(qreal y) const
{
    for (const YamlView::VisibleLine &line : m_view->visibleLines()) {
        if (y >= line.rect.top() && y < line.rect.bottom())
            return line.block.blockNumber();
    }
    return -1;
}

void Gutter::mousePressEvent(QMouseEvent *event)
{
    m_pressedLine = event->button() == Qt::LeftButton ? lineAt(event->position().y()) : -1;
    if (m_pressedLine >= 0)
        selectLines(m_pressedLine, m_pressedLine);
}

void Gutter::mouseMoveEvent(QMouseEvent *event)
{
    const int line = lineAt(event->position().y());
    if (m_pressedLine >= 0 && line >= 0)
        selectLines(m_pressedLine, line);
}

void Gutter::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_view->viewport(), event);
}

void Gutter::selectLines(int from, int to)
{
    const QTextDocument *document = m_view->document();
    const QTextBlock first = document->findBlockByNumber(std::min(from, to));
    const QTextBlock last = document->findBlockByNumber(std::max(from, to));
    const int begin = first.position();
    const int end = std::min(last.position() + last.length(), document->characterCount() - 1);
    QTextCursor cursor(m_view->document());
    cursor.setPosition(to < from ? end : begin);
    cursor.setPosition(to < from ? begin : end, QTextCursor::KeepAnchor);
    m_view->setTextCursor(cursor);
    m_view->setFocus(Qt::MouseFocusReason);
}

} // namespace sallyport
