// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"
#include "core/yaml/document.h"

#include <optional>

namespace sallyport {

// Labels in one line of text, in one place for forms, lists and reports.

/// "app=sleep-a, tier=web" for people; with "," where the text is a cell or an argument. Empty for no labels.
QString labelsText(const Labels &labels, QLatin1StringView separator = QLatin1StringView(", "));
/// "app=sleep, tier=web" as labels; nullopt where a part is no key=value. Blanks around the parts do not count.
std::optional<Labels> parseLabels(const QString &text);
/// The labels of a map as it is written, in its order; none where the node is null or no map.
Labels labelsAt(const yaml::Node *map);

} // namespace sallyport
