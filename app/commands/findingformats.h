// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commands/locatedfinding.h"

#include <QByteArray>
#include <QStringList>

namespace sallyport {

/// What `check` has to say, in whichever form.
struct CheckReport {
    QStringList files; ///< All that was checked, in order.
    QList<LocatedFinding> findings;
    /// The names of the expectations. Without a trace of requests nobody can tell whether they hold: their result is "unknown".
    QStringList expectations;
    bool strict = false; ///< Warnings count like errors, and what is unknown counts as failed.

    bool fails(const LocatedFinding &finding) const;
    bool passes() const;
};

QByteArray toText(const CheckReport &report);
/// sallyport.dev/check/v1alpha1
QByteArray toJson(const CheckReport &report);
/// SARIF 2.1.0: what code scanning services read.
QByteArray toSarif(const CheckReport &report);
/// One test suite a file, one test case a finding: what CI servers read.
QByteArray toJunit(const CheckReport &report);

} // namespace sallyport
