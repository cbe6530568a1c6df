// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/labelset.h"

#include "core/routes/coverage.h"

#include <algorithm>
#include <iterator>

namespace sallyport {

namespace {

/// The labels of both; they must not ask for two values of one key.
Labels bothOf(const Labels &a, const Labels &b)
{
    Labels both;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

} // namespace

std::optional<LabelSet> without(const LabelSet &set, const Labels &selector)
{
    if (!canSelectOnePod(set.selector, selector))
        return set;
    const Labels exception = bothOf(set.selector, selector);
    if (exception == set.selector)
        return std::nullopt;
    const bool isGone = std::any_of(set.except.begin(), set.except.end(),
                                    [&](const Labels &other) { return selectsAllOf(other, exception); });
    if (isGone)
        return set;
    LabelSet rest = set;
    rest.except.removeIf([&](const Labels &other) { return selectsAllOf(exception, other); });
    rest.except.insert(std::lower_bound(rest.except.begin(), rest.except.end(), exception), exception);
    return rest;
}

std::optional<LabelSet> intersected(const LabelSet &set, const Labels &selector)
{
    if (!canSelectOnePod(set.selector, selector))
        return std::nullopt;
    std::optional<LabelSet> both = selectedBy(bothOf(set.selector, selector));
    for (const Labels &exception : set.except) {
        both = without(*both, exception);
        if (!both)
            return std::nullopt;
    }
    return both;
}

} // namespace sallyport
