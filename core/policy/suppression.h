// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/workspace.h"

namespace sallyport {

class DocumentFindings;
class Place;

/// The annotation of a document by which its author sets warnings and notes aside: "code=reason; code=reason".
QString suppressionAnnotation();

/// One entry of the annotation.
struct Suppression {
    QString code;
    QString reason; ///< May be empty: such an entry has no effect.
    bool isEffective() const; ///< The code is known and not an error's, and there is a reason.
};

QList<Suppression> parseSuppressions(const QString &annotation);

/// Marks the findings that the annotation of their own document sets aside. Errors are never marked.
void applySuppressions(QList<Diagnostic> &findings, const Workspace &workspace);

/// Reports the entries of a document's annotation that have no effect (suppress.invalid).
void checkSuppressions(const Place &root, DocumentFindings &findings);

} // namespace sallyport
