// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/workbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace sallyport {

WorkBar::WorkBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cance&l"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // names of contexts are long
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setMaximumWidth(20 * fontMetrics().averageCharWidth());
    m_progress->setAccessibleName(tr("Progress of the cluster's work"));
    m_cancel->setToolTip(tr("Stops what is under way. What a server was already told to do may still happen."));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &WorkBar::cancelled);
    end();
}

void WorkBar::say(const QString &text)
{
    m_text->setText(text);
    m_text->setToolTip(text);
    m_text->setAccessibleName(text);
}

void WorkBar::setStatus(const QString &status)
{
    m_status = status;
    if (!m_busy)
        say(status);
}

void WorkBar::begin(const QString &doing, int total)
{
    m_busy = true;
    m_progress->show();
    m_cancel->show();
    m_cancel->setEnabled(true);
    setProgress(0, total);
    say(doing);
}

void WorkBar::setProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_progress->setTextVisible(total > 0);
}

void WorkBar::setDoing(const QString &doing)
{
    if (m_busy)
        say(doing);
}

void WorkBar::end()
{
    m_busy = false;
    m_progress->hide();
    m_cancel->hide();
    say(m_status);
}

} // namespace sallyport
