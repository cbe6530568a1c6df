// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/gotolinebar.h"

#include "ui/preview/bars.h"
#include "ui/preview/yamlview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace sallyport {

GoToLineBar::GoToLineBar(YamlView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_line(new QSpinBox)
    , m_range(new QLabel)
{
    auto *label = new QLabel(tr("&Line:"));
    label->setBuddy(m_line);
    m_line->setAccessibleName(tr("Line"));
    m_line->setAccessibleDescription(tr("The number of the line to go to. Enter goes there, Escape closes."));
    m_line->setButtonSymbols(QAbstractSpinBox::NoButtons);
    auto *button = new QPushButton(tr("&Go"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(barMargins(this));
    for (QWidget *widget : std::initializer_list<QWidget *>{label, m_line, m_range, button})
        layout->addWidget(widget);
    layout->addStretch();
    connect(button, &QPushButton::clicked, this, &GoToLineBar::go);
    hide();
}

void GoToLineBar::open()
{
    m_line->setRange(1, m_view->expectedLines());
    m_line->setValue(m_view->cursorLine() + 1);
    m_range->setText(tr("of %1").arg(m_view->expectedLines()));
    show();
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void GoToLineBar::go()
{
    hide();
    emit lineWanted(m_line->value() - 1);
    m_view->setFocus(Qt::OtherFocusReason);
}

void GoToLineBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        go();
    } else if (event->key() == Qt::Key_Escape) {
        hide();
        m_view->setFocus(Qt::OtherFocusReason);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace sallyport
