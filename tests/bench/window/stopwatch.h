// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <vector>

namespace sallyport {

class MainWindow;

/// What one thing that a person did took, in milliseconds.
struct Took {
    double wall = 0;
    double cpu = 0; ///< Of this thread: does not grow when other programs take the processor.
    double firstPaint = 0; ///< Wall, until the first paint that followed.
    double longestTurn = 0; ///< CPU of the longest turn of the event loop: nothing is painted or answered meanwhile.
};

/// Takes the time from a key to what it shows.
class Stopwatch : public QObject
{
public:
    explicit Stopwatch(MainWindow *window);

    /// Until the window has been painted after that, or has nothing to paint.
    Took untilPainted(const std::function<void()> &act);
    /// … after the workspace was compiled after that.
    Took untilCompiled(const std::function<void()> &act);
    /// … and `isDone` says so, after every turn of the event loop.
    Took until(const std::function<void()> &act, const std::function<bool()> &isDone);
    /// Lets the window do what it has put off, for so long at most.
    void settle(int milliseconds = 60);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    MainWindow *m_window;
    QElapsedTimer m_clock;
    double m_firstPaint = 0;
    int m_paints = 0;
    int m_compilations = 0;
    int m_turns = 0; ///< Of the event loop.
};

/// What doing the same thing many times took.
struct Figures {
    std::vector<Took> all;

    void add(const Took &took) { all.push_back(took); }
    double percentile(double Took::*what, double part) const; ///< `part` from 0 to 1; 1 is the maximum.
};

} // namespace sallyport
