// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

#include <optional>

namespace sallyport {

/// A set of workloads: those with all labels of `selector` and not all labels of any of `except`.
///
/// Never empty: a pod with just the labels of `selector` is in it, because each of `except` asks for a label more.
struct LabelSet {
    Labels selector;
    QList<Labels> except; ///< Each a superset of `selector`; sorted, none twice, none below another.
    bool operator==(const LabelSet &) const = default;
};

/// Those that `selector` selects.
inline LabelSet selectedBy(const Labels &selector)
{
    return {selector, {}};
}
/// Those of the set that the selector selects, too; nullopt where that is nobody.
std::optional<LabelSet> intersected(const LabelSet &set, const Labels &selector);
/// Those of the set that the selector does not select; nullopt where that is nobody.
std::optional<LabelSet> without(const LabelSet &set, const Labels &selector);

} // namespace sallyport
