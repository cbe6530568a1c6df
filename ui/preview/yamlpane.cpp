// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/yamlpane.h"

#include "ui/preview/findbar.h"
#include "ui/preview/gotolinebar.h"
#include "ui/preview/yamlview.h"

#include <QTextBlock>
#include <QVBoxLayout>

namespace sallyport {

YamlPane::YamlPane(YamlView *view, std::function<void(int line)> fillTo, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_fillTo(std::move(fillTo))
    , m_findBar(new FindBar(view, [this] { m_fillTo(m_view->expectedLines() - 1); }))
    , m_goToLineBar(new GoToLineBar(view))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(view, 1);
    layout->addWidget(m_findBar);
    layout->addWidget(m_goToLineBar);
    connect(m_goToLineBar, &GoToLineBar::lineWanted, this, &YamlPane::goToLine);
}

void YamlPane::goToLine(int line)
{
    m_fillTo(line);
    m_view->setCursor(m_view->document()->findBlockByNumber(line).position());
    m_view->bringIntoView({line, line});
}

} // namespace sallyport
