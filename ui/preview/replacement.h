// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sallyport {

/// What makes one text of another: `removed` characters at `position` give way to `added`.
struct Replacement {
    int position = 0;
    int removed = 0;
    QString added;

    bool isEmpty() const { return removed == 0 && added.isEmpty(); }
    bool operator==(const Replacement &) const = default;
};

/// The smallest single replacement; it never parts a surrogate pair.
Replacement replacementFor(QStringView before, QStringView after);

} // namespace sallyport
