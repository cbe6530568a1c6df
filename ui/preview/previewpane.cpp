// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/previewpane.h"

#include "ui/changes/changestab.h"
#include "ui/preview/findbar.h"
#include "ui/preview/gotolinebar.h"
#include "ui/preview/objectstab.h"
#include "ui/preview/sourceeditor.h"
#include "ui/preview/sourcetab.h"
#include "ui/preview/yamlpane.h"

#include <QKeyEvent>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace sallyport {

PreviewPane::PreviewPane(WorkspaceEditor *workspace, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget)
    , m_source(new SourceTab(workspace, selection))
    , m_objects(new ObjectsTab(workspace, selection))
    , m_changes(new ChangesTab(workspace, selection))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Preview"));
    m_tabs->addTab(m_source, tr("Source"));
    m_tabs->addTab(m_objects, tr("Istio objects"));
    m_tabs->addTab(m_changes, tr("Changes"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tabs);

    YamlView *const source = m_source->pane()->view();
    YamlView *const objects = m_objects->pane()->view();
    connect(source, &YamlView::zoomChanged, this, &PreviewPane::setZoom);
    connect(objects, &YamlView::zoomChanged, this, &PreviewPane::setZoom);
    connect(source, &YamlView::zoomChanged, this, &PreviewPane::zoomChanged);
    connect(m_objects, &ObjectsTab::problemsWanted, this, &PreviewPane::problemsWanted);
}

YamlPane *PreviewPane::current()
{
    if (m_tabs->currentWidget() == m_changes)
        m_tabs->setCurrentWidget(m_source);
    return m_tabs->currentWidget() == m_source ? m_source->pane() : m_objects->pane();
}

void PreviewPane::showSource()
{
    m_tabs->setCurrentWidget(m_source);
    m_source->editor()->setFocus(Qt::OtherFocusReason);
}

void PreviewPane::showObjects()
{
    m_tabs->setCurrentWidget(m_objects);
    m_objects->pane()->view()->setFocus(Qt::OtherFocusReason);
}

void PreviewPane::showChanges()
{
    m_tabs->setCurrentWidget(m_changes);
    m_changes->table()->setFocus(Qt::OtherFocusReason);
}

void PreviewPane::showText(int file, qsizetype offset)
{
    m_tabs->setCurrentWidget(m_source);
    m_source->showText(file, offset);
}

void PreviewPane::raiseSource()
{
    m_tabs->setCurrentWidget(m_source);
}

void PreviewPane::showObject(const std::shared_ptr<const ObjectContent> &content, int line)
{
    m_tabs->setCurrentWidget(m_objects);
    m_objects->showLine(content, line);
}

int PreviewPane::zoom() const
{
    return m_source->editor()->zoom();
}

void PreviewPane::setZoom(int steps)
{
    m_source->pane()->view()->setZoom(steps);
    m_objects->pane()->view()->setZoom(steps);
    m_changes->setZoom(steps);
}

void PreviewPane::find()
{
    current()->findBar()->showFind();
}

void PreviewPane::findNext()
{
    current()->findBar()->findNext();
}

void PreviewPane::findPrevious()
{
    current()->findBar()->findPrevious();
}

void PreviewPane::replace()
{
    m_tabs->setCurrentWidget(m_source);
    m_source->pane()->findBar()->showReplace();
}

void PreviewPane::goToLine()
{
    current()->goToLineBar()->open();
}

void PreviewPane::zoomIn()
{
    setZoom(zoom() + 1);
}

void PreviewPane::zoomOut()
{
    setZoom(zoom() - 1);
}

void PreviewPane::resetZoom()
{
    setZoom(0);
}

void PreviewPane::toggleComment()
{
    m_source->editor()->toggleComment();
}

void PreviewPane::copyObject()
{
    m_objects->copyObject();
}

void PreviewPane::copyAllObjects()
{
    m_objects->copyAll();
}

/// The window's actions have the same keys and come first; these are for a pane without them.
void PreviewPane::keyPressEvent(QKeyEvent *event)
{
    const std::pair<QKeySequence, void (PreviewPane::*)()> keys[] = {
        {Qt::CTRL | Qt::Key_F, &PreviewPane::find},           {Qt::Key_F3, &PreviewPane::findNext},
        {Qt::SHIFT | Qt::Key_F3, &PreviewPane::findPrevious}, {Qt::CTRL | Qt::Key_H, &PreviewPane::replace},
        {Qt::CTRL | Qt::Key_G, &PreviewPane::goToLine},       {Qt::CTRL | Qt::Key_Plus, &PreviewPane::zoomIn},
        {Qt::CTRL | Qt::Key_Equal, &PreviewPane::zoomIn},     {Qt::CTRL | Qt::Key_Minus, &PreviewPane::zoomOut},
        {Qt::CTRL | Qt::Key_0, &PreviewPane::resetZoom},
    };
    for (const auto &[sequence, slot] : keys) {
        if (sequence.matches(event->keyCombination()) == QKeySequence::ExactMatch)
            return (this->*slot)();
    }
    QWidget::keyPressEvent(event);
}

} // namespace sallyport
