// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QHash>

namespace sallyport {

class Field;
class PolicyCursor;
class Section;

/// Where the findings of a document are shown in the form: at the field, or else the panel, that is nearest to what they speak of.
/// None is lost; those in other rules are counted only, for their own rule shows them.
struct FindingPlaces {
    QHash<Field *, QList<Diagnostic>> fields;
    QHash<Section *, QList<Diagnostic>> sections;
    QHash<int, Severity> destinations; ///< Worst severity for each destination of the rule.
    QList<Diagnostic> inOtherRules;
};

FindingPlaces placesOf(const QList<Diagnostic> &findings, const PolicyCursor &cursor, const QList<Section *> &sections);

} // namespace sallyport
