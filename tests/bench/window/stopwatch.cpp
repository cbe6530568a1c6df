// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/window/stopwatch.h"

#include "core/document/workspaceeditor.h"
#include "ui/mainwindow.h"

#include <QCoreApplication>
#include <QEvent>
#include <QThread>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace sallyport {

namespace {

constexpr qint64 longestWait = 60'000; ///< Milliseconds; what takes longer has gone wrong.
constexpr int turnsWithoutPaint = 50; ///< Then nothing was to be painted.

double cpuMilliseconds()
{
    timespec time = {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

} // namespace

Stopwatch::Stopwatch(MainWindow *window)
    : m_window(window)
{
    QCoreApplication::instance()->installEventFilter(this);
    connect(window->editor(), &WorkspaceEditor::compiled, this, [this] { ++m_compilations; });
}

bool Stopwatch::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_paints++ == 0)
        m_firstPaint = milliseconds(m_clock);
    return false;
}

Took Stopwatch::until(const std::function<void()> &act, const std::function<bool()> &isDone)
{
    m_clock.start();
    m_paints = 0;
    m_compilations = 0;
    m_turns = 0;
    const double begin = cpuMilliseconds();
    act();
    double turn = cpuMilliseconds();
    Took took{.longestTurn = turn - begin};
    // One turn more: the paint that the last one asked for.
    for (bool done = false, painted = false; !painted;) {
        painted = done;
        QCoreApplication::processEvents();
        ++m_turns;
        done = done || isDone();
        const double now = cpuMilliseconds();
        took.longestTurn = std::max(took.longestTurn, now - std::exchange(turn, now));
        if (m_clock.elapsed() > longestWait)
            qFatal("bench_window: waited a minute in vain");
    }
    took.wall = milliseconds(m_clock);
    took.cpu = turn - begin;
    took.firstPaint = m_paints > 0 ? m_firstPaint : took.wall;
    return took;
}

Took Stopwatch::untilPainted(const std::function<void()> &act)
{
    return until(act, [this] { return m_paints > 0 || m_turns > turnsWithoutPaint; });
}

Took Stopwatch::untilCompiled(const std::function<void()> &act)
{
    return until(act, [this] { return m_compilations > 0; });
}

void Stopwatch::settle(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        QCoreApplication::processEvents();
        QThread::msleep(1);
    }
}

double Figures::percentile(double Took::*what, double part) const
{
    std::vector<double> values;
    for (const Took &took : all)
        values.push_back(took.*what);
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(std::ceil(part * double(values.size()))) - (part > 0 ? 1 : 0))];
}

} // namespace sallyport
