// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace sallyport::test {

/// Runs events until it is done, sleeping while there are none; false where that takes longer. (QTest::qWaitFor sleeps between looks, and
/// jobs of a cluster take hundreds of turns.)
template<typename Done>
bool waitUntil(Done done, std::chrono::milliseconds atMost = std::chrono::seconds(10))
{
    const QDeadlineTimer deadline(atMost);
    QTimer tick; // processEvents() waits for an event, however long
    tick.start(50);
    while (!done() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return done();
}

} // namespace sallyport::test
