// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"

#include <QByteArrayView>

#include <optional>

namespace sallyport::yaml {

/// The node that `bytes` are when they replace all of `old`, a scalar on one line; nullopt where that takes a reading of the text around it.
///
/// This is what makes typing cheap: a text that cannot reach beyond its place needs no second reading of the document.
/// `next` is the byte that follows in the text, a line feed at its end. The answer's range starts at old.range.begin.
std::optional<Node> scalarInPlace(const Node &old, QByteArrayView bytes, bool inFlow, char next);

} // namespace sallyport::yaml
