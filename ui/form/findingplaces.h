// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QHash>

namespace sallyport {

class Field;
class Section;

/// Where the findings of a document are shown in its form: at the field, or else the panel, that is nearest to what they speak of.
/// None is lost: what is nowhere else is the first panel's.
struct FindingPlaces {
    QHash<Field *, QList<Diagnostic>> fields;
    QHash<Section *, QList<Diagnostic>> sections;
};

FindingPlaces placesOf(const QList<Diagnostic> &findings, const QList<Section *> &sections);

} // namespace sallyport
