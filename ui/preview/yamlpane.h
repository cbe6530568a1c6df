// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>

namespace sallyport {

class FindBar;
class GoToLineBar;
class YamlView;

/// A YamlView with the bars that belong to it: find (and replace), go to line.
class YamlPane : public QWidget
{
    Q_OBJECT
public:
    /// `fillTo` sees to it that the line is in the view, for one that is filled in slices.
    YamlPane(YamlView *view, std::function<void(int line)> fillTo, QWidget *parent = nullptr);

    YamlView *view() const { return m_view; }
    FindBar *findBar() const { return m_findBar; }
    GoToLineBar *goToLineBar() const { return m_goToLineBar; }
    /// Puts the cursor at the start of the line and the line in sight.
    void goToLine(int line);

private:
    YamlView *m_view;
    std::function<void(int line)> m_fillTo;
    FindBar *m_findBar;
    GoToLineBar *m_goToLineBar;
};

} // namespace sallyport
