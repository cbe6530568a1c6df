// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/messagebar.h"

#include "ui/icons.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sallyport {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_raw(new QPlainTextEdit(this))
    , m_buttons(new QHBoxLayout)
    , m_details(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    fitIcon();
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_raw->setReadOnly(true);
    m_raw->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_raw->setMaximumHeight(6 * fontMetrics().lineSpacing());
    m_details->setCheckable(true);
    m_close->setIcon(icon(u"close"_s));
    m_close->setAutoRaise(true);

    auto *words = new QVBoxLayout;
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_raw);
    m_buttons->addStretch();
    m_buttons->addWidget(m_details);
    m_buttons->addWidget(m_copy);
    words->addLayout(m_buttons);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    setTabOrder(m_close, m_raw);
    setTabOrder(m_raw, m_details);
    setTabOrder(m_details, m_copy);

    connect(m_details, &QPushButton::toggled, m_raw, &QWidget::setVisible);
    connect(m_copy, &QPushButton::clicked, this, &MessageBar::copy);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    retranslate();
    hide();
}

void MessageBar::showError(const Error &error, const QList<MessageChoice> &choices)
{
    showMessage(Severity::Error, error, choices);
}

void MessageBar::showMessage(Severity severity, const Error &error, const QList<MessageChoice> &choices)
{
    m_severity = severity;
    m_error = error;
    fitIcon();
    m_title->setText(error.where.isEmpty() ? error.what : u"%1  %2"_s.arg(error.what, error.where));
    m_text->setText(u"%1 %2"_s.arg(error.next, error.unaffected));
    m_raw->setPlainText(error.details);
    m_details->setChecked(false);
    m_details->setVisible(!error.details.isEmpty());
    m_raw->hide();

    for (QPushButton *choice : std::as_const(m_choices)) {
        choice->setParent(nullptr); // It may be the one that was pressed, and is still at work.
        choice->deleteLater();
    }
    m_choices.clear();
    for (const MessageChoice &choice : choices) {
        auto *button = new QPushButton(choice.text, this);
        connect(button, &QPushButton::clicked, this, [this, action = choice.action] {
            hide();
            action();
        });
        m_buttons->insertWidget(int(m_choices.size()) + 1, button); // after the stretch
        setTabOrder(m_choices.isEmpty() ? static_cast<QWidget *>(m_raw) : m_choices.last(), button);
        m_choices.append(button);
    }
    setAccessibleName(error.what);
    setAccessibleDescription(error.toString());
    show();
}

void MessageBar::forget(const QString &where)
{
    if (isVisible() && m_error.where == where)
        hide();
}

void MessageBar::dismiss()
{
    hide();
    emit dismissed();
}

void MessageBar::fitIcon()
{
    const QString names[] = {u"error"_s, u"warning"_s, u"note"_s};
    m_icon->setPixmap(icon(names[size_t(m_severity)]).pixmap(style()->pixelMetric(QStyle::PM_SmallIconSize)));
    update();
}

void MessageBar::copy() const
{
    QString text = m_error.toString();
    if (!m_error.details.isEmpty())
        text += "\n\n"_L1 + m_error.details;
    QGuiApplication::clipboard()->setText(text);
}

void MessageBar::retranslate()
{
    m_details->setText(tr("&Details"));
    m_copy->setText(tr("Cop&y"));
    m_copy->setToolTip(tr("Copies the message with its details."));
    m_close->setToolTip(tr("Close this message (Esc)"));
    m_close->setAccessibleName(tr("Close this message"));
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Tint &tint = Theme::of(this).of(m_severity);
    QPainter painter(this);
    painter.fillRect(rect(), tint.ground);
    painter.setPen(tint.text);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        fitIcon();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace sallyport
