// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/access/accessview.h"

class QDockWidget;

namespace sallyport {

class LiveAccess;
class MainWindow;

/// The dock that lists all that the workspace allows: who may reach what, through which gateway.
class AccessDock : public AccessView
{
    Q_OBJECT
public:
    explicit AccessDock(MainWindow *window);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    LiveAccess *m_live;
};

} // namespace sallyport
