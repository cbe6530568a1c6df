// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sallyport {

/// A policy that comes with the program: a starting point, and a lesson.
///
/// To add one: 1 its file in resources/samples  2 its row in samples.cpp  3 a golden case tests/golden/sample-<name>.
struct Sample {
    QString name; ///< Of its file, without folder and suffix; stable.
    QString title; ///< For menus.
    QString description; ///< One sentence.

    QString fileName() const; ///< What a new file made from it should be called.
    QByteArray text() const;
};

/// What `New from sample` offers, from simple to rare.
QList<Sample> samples();

/// What the window shows when it opens for the first time: the HTTP sample, with one finding whose fix is there to be tried.
Sample firstStartSample();

} // namespace sallyport
