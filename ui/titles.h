// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"

namespace sallyport {

// What lists and undo steps call the parts of a policy. They are told from the document's tree, not from the Policy that was read
// from it, so that what is written wrongly has a name, too. `index`: the position in its list, for what says nothing of itself.

/// Its name, or "namespace → first host +n".
QString ruleTitle(const yaml::Node &rule, int index);
/// Its name, or "first host +n".
QString destinationTitle(const yaml::Node &destination, int index);
/// Of a policy its gateway (that is what people look for), of another document its kind and name.
QString documentTitle(const DocumentReading &reading, int index);
QString kindTitle(DocumentKind kind);

/// The class of a destination's traffic, where its protocol says one.
std::optional<TrafficClass> trafficClassOf(const yaml::Node &destination);

/// The text of the scalar at `path` below `node`; empty where there is none.
QString textAt(const yaml::Node &node, const FieldPath &path);

} // namespace sallyport
