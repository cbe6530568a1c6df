// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/window/stopwatch.h"

#include <QString>

#include <map>

namespace sallyport {

/// What a person does with one policy in the window, by keys, with the time that each thing took.
class Journey
{
public:
    /// `path` names a file of the policy that bench_policies makes; it is changed and saved.
    Journey(MainWindow *window, const QString &path);

    void open();
    void typeInFields(const QString &scope); ///< `scope` is part of the names of the figures.
    void showAll();
    void switchRules();
    void filter();
    void undo();
    void typeInSource();
    void save();
    void pasteHosts(int count);

    const std::map<QString, Figures> &figures() const { return m_figures; }

private:
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void note(const QString &what, const Took &took);
    int rules() const;

    MainWindow *m_window;
    QString m_path;
    Stopwatch m_watch;
    std::map<QString, Figures> m_figures;
};

} // namespace sallyport
