// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commands/locatedfinding.h"

#include "core/trace/expect.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace sallyport {

/// An expectation, evaluated, with its place in words.
struct ReportedExpectation {
    QString name;
    ExpectationState state = ExpectationState::Unknown;
    LocatedFinding place; ///< Its message is the whole sentence.
    QJsonObject trace; ///< As `trace --output json` writes it; only for the form that shows it.
};

/// What `check` has to say, in whichever form.
struct CheckReport {
    QStringList files; ///< All that was checked, in order.
    QList<LocatedFinding> findings;
    QList<ReportedExpectation> expectations;
    bool strict = false; ///< Warnings count like errors, and what is unknown counts as failed.

    bool fails(const LocatedFinding &finding) const;
    bool fails(const ReportedExpectation &expectation) const;
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
