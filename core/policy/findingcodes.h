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
    bool fixable = false; ///< Has a quick fix, at least in its common form.
    const char *summaryText = nullptr; ///< Untranslated; see summary().
    const char *explanationText = nullptr;

    QString summary() const; ///< One line, in the language of the moment.
    QString explanation() const; ///< What it means on a mesh and what to do; paragraphs separated by empty lines.
    /// Errors cannot be suppressed: what they speak of does not work.
    bool isSuppressible() const { return istio != Severity::Error || asmTarget != Severity::Error; }
    Severity severity(Target target) const { return target == Target::Istio ? istio : asmTarget; }
};

const QList<FindingCode> &findingCodes();
/// Null for an unknown code.
const FindingCode *findingCode(QStringView code);

/// A finding with the usual severity of its code. Precondition: the code is in the table.
Diagnostic finding(QLatin1StringView code, Target target, FieldRef where, QString message);
/// The same where the severity depends on more than the target.
Diagnostic finding(QLatin1StringView code, Severity severity, FieldRef where, QString message);

} // namespace sallyport
