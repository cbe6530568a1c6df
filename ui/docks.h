// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace sallyport {

/// The panes below the others (problems and their like), one behind the other in tabs, hidden until they are asked for.
class Docks : public QObject
{
    Q_OBJECT
public:
    explicit Docks(QMainWindow *window);

    /// A dock around the content, which becomes its own. The name identifies it in the remembered layout.
    /// Opening it puts the keyboard into `focus`, else into the content.
    QDockWidget *add(const QString &name, const QString &title, QWidget *content, QWidget *focus = nullptr);

    /// Opens the dock in front of the others and puts the keyboard into it.
    void show(QDockWidget *dock);
    /// Opens the dock, or hides it when it is the one in front.
    void toggle(QDockWidget *dock);

private:
    QMainWindow *m_window;
    QList<QDockWidget *> m_docks;
};

} // namespace sallyport
