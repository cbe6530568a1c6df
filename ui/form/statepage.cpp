// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/statepage.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport {

namespace {

constexpr int charactersPerLine = 52;

} // namespace

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_button(new QPushButton(this))
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignCenter);
    m_explanation->setWordWrap(true);
    m_explanation->setAlignment(Qt::AlignCenter);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_explanation->setMaximumWidth(fontMetrics().averageCharWidth() * charactersPerLine);
    connect(m_button, &QPushButton::clicked, this, &StatePage::clicked);
    setFocusProxy(m_button);

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_explanation, 0, Qt::AlignHCenter);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(2);
}

void StatePage::show(const QString &title, const QString &explanation, const QString &button)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_explanation->setMinimumWidth(
        std::min(m_explanation->maximumWidth(), fontMetrics().horizontalAdvance(explanation)));
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(explanation);
}

} // namespace sallyport
