// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/firstpaint.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <ctime>

namespace sallyport {

namespace {

/// Waits for one paint of one window.
class PaintWatch : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, &PaintWatch::report); // when all widgets have painted and the result is shown
        }
        return false;
    }

private:
    void report()
    {
        timespec now = {};
        ::clock_gettime(CLOCK_MONOTONIC, &now);
        std::printf("%lld\n", static_cast<long long>(now.tv_sec) * 1'000'000'000 + now.tv_nsec);
        std::fflush(stdout);
        QCoreApplication::exit();
    }
};

} // namespace

void reportFirstPaint(QWidget *window)
{
    if (qEnvironmentVariableIsSet("SALLYPORT_FIRST_PAINT"))
        window->installEventFilter(new PaintWatch(window));
}

} // namespace sallyport
