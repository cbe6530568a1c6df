// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/target.h"

#include <QString>

namespace sallyport {

/// What the program knows of a finding's code: one row each, for severities, `sallyport explain` and the help.
struct FindingCode {
    QString code;
    Severity istio = Severity::Error; ///< Its usual severity when the target is Istio.
    Severity asmTarget = Severity::Error; ///< And when the target is ASM.
    bool fixable = false;
    QString summary; ///< One line.
    QString explanation; ///< What it means on a mesh and what to do; paragraphs separated by empty lines.
};

const QList<FindingCode> &findingCodes();
/// Null for an unknown code.
const FindingCode *findingCode(QStringView code);

/// A finding with the usual severity of its code. Precondition: the code is in the table.
Diagnostic finding(QLatin1StringView code, Target target, FieldRef where, QString message);
/// The same where the severity depends on more than the target.
Diagnostic finding(QLatin1StringView code, Severity severity, FieldRef where, QString message);

} // namespace sallyport
