// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/noticebar.h"

#include "ui/fields/marks.h"
#include "ui/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace sallyport {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    const int margin = fontMetrics().descent();
    layout->setContentsMargins(2 * margin, margin, 2 * margin, margin);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &NoticeBar::clicked);
}

void NoticeBar::show(Severity severity, const QString &text, const QString &button)
{
    m_severity = severity;
    m_text->setText(text);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(wordOf(severity));
    setAccessibleDescription(text);
    fitColours();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tint &tint = Theme::of(this).of(m_severity);
    painter.setPen(tint.text);
    painter.setBrush(tint.ground);
    const qreal corner = fontMetrics().descent();
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fitColours();
}

void NoticeBar::fitColours()
{
    const int size = fontMetrics().height();
    m_icon->setPixmap(iconOf(m_severity).pixmap(QSize(size, size), devicePixelRatio()));
    // Only where it differs: setting a palette is a palette change, too.
    const QColor colour = Theme::of(this).of(m_severity).text;
    QPalette palette = m_text->palette();
    if (palette.color(QPalette::WindowText) == colour)
        return;
    palette.setColor(QPalette::WindowText, colour);
    m_text->setPalette(palette);
}

} // namespace sallyport
