// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/change.h"

#include <QSet>

#include <optional>
#include <vector>

namespace sallyport::yaml {

/// Where things stood before changes that put items into lists or took some away.
class Shifts
{
public:
    /// The path that the change's place had before all that was added; nullopt where it was not there, or was moved or renamed.
    std::optional<FieldPath> before(const Change &change) const;
    void add(const Change &change);
    /// From now on nothing is known of what is at and below a place, as it is called now.
    void forget(const FieldPath &place) { m_unknown.insert(place); }

private:
    /// Items of one list that came or went in a row, in positions of the time when it was done.
    struct Run {
        FieldPath list;
        int first = 0;
        int count = 0;
        bool inserted = false;
    };

    std::vector<Run> m_runs;
    QSet<FieldPath> m_unknown;
};

} // namespace sallyport::yaml
