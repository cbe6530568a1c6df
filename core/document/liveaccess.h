// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/access.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace sallyport {

class WorkspaceEditor;

/// The list of all that the workspace allows, made in another thread a moment after each change, while somebody wants it.
class LiveAccess : public QObject
{
    Q_OBJECT
public:
    explicit LiveAccess(WorkspaceEditor *editor, QObject *parent = nullptr); ///< The editor must outlive it.
    ~LiveAccess() override;

    void setWanted(bool wanted);
    /// The latest; its origins are those of a moment ago.
    const std::vector<Access> &list() const { return m_list; }
    bool isPartial() const { return m_isPartial; } ///< Something has an error, and counts as closed.

signals:
    void listed();

private:
    void changed();
    void start();

    WorkspaceEditor *m_editor;
    std::vector<Access> m_list;
    bool m_isPartial = false;
    bool m_isWanted = false;
    bool m_isOld = true; ///< The list is not that of the workspace.
    bool m_isRunning = false;
    QTimer m_timer;
    QThreadPool m_pool; ///< One thread. Last, so that it is the first to go.
};

} // namespace sallyport
