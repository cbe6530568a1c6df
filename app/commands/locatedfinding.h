// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commands/places.h"
#include "app/console.h"
#include "core/diagnostic.h"
#include "core/policy/workspace.h"

#include <QList>
#include <QString>

namespace sallyport {

/// A finding with its place in words: what every form of output starts from.
struct LocatedFinding : ReportedPlace {
    Severity severity = Severity::Error;
    QString code;
    QString message;
    bool fixable = false;
    bool suppressed = false;
    QString suppressionReason;
    QList<ReportedPlace> related;
};

/// All findings in order of files and places.
QList<LocatedFinding> located(const QList<Diagnostic> &findings, const Workspace &workspace);

QString severityWord(Severity severity); ///< error, warning or note: for programs, never translated.

/// policy.yaml:4:9: warning: sentence [policy.name], and one more line for each related place.
QStringList findingLines(const LocatedFinding &finding);

/// How many findings of each kind there are, suppressed ones apart.
struct FindingCounts {
    int errors = 0;
    int warnings = 0;
    int notes = 0;
    int suppressed = 0;

    QString toString() const; ///< "1 error, 2 warnings"; "no findings".
};

FindingCounts countsOf(const QList<LocatedFinding> &findings);

/// Writes errors and warnings to standard error, one by one; notes are many and asked for with `check`.
void reportFindings(const QList<LocatedFinding> &findings, Console &console);

} // namespace sallyport
