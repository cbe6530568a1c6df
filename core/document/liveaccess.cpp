// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/liveaccess.h"

#include "core/document/workspaceeditor.h"

#include <chrono>

using namespace std::chrono_literals;

namespace sallyport {

LiveAccess::LiveAccess(WorkspaceEditor *editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(200ms);
    connect(&m_timer, &QTimer::timeout, this, &LiveAccess::start);
    connect(editor, &WorkspaceEditor::compiled, this, &LiveAccess::changed);
}

LiveAccess::~LiveAccess()
{
    m_pool.waitForDone();
}

void LiveAccess::setWanted(bool wanted)
{
    m_isWanted = wanted;
    if (wanted && m_isOld)
        start();
}

void LiveAccess::changed()
{
    m_isOld = true;
    if (m_isWanted)
        m_timer.start();
}

void LiveAccess::start()
{
    m_timer.stop();
    if (m_isRunning || !m_isWanted)
        return;
    m_isRunning = true;
    m_isOld = false;
    const Compilation &compilation = m_editor->compilation();
    m_pool.start([this, table = compilation.table, mesh = compilation.mesh, isPartial = compilation.hasErrors()] {
        std::vector<Access> list = accessOf({table, mesh});
        const auto deliver = [this, list = std::move(list), isPartial] {
            m_isRunning = false;
            m_list = list;
            m_isPartial = isPartial;
            emit listed();
            if (m_isOld && !m_timer.isActive())
                start();
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection); // it waits for its thread before it dies
    });
}

} // namespace sallyport
