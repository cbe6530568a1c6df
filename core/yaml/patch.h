// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/yaml/change.h"
#include "core/yaml/document.h"

namespace sallyport::yaml {

/// The edits that make document number `document` of the stream say what `change` says, at the smallest place.
///
/// A scalar changes in its own bytes and keeps its quoting style where the new value allows it; a list changes by whole lines of the item, together with the
/// comment lines directly above it; new text follows the indentation, list indentation, flow or block style and line ends around it.
/// The result is checked: the patched document read again equals the old value with the change made to it; where the smallest edit
/// fails that check, the smallest enclosing node is written anew. Refused, with an Error: documents with aliases, broken documents,
/// paths that do not fit the document.
Result<TextEdits> patch(const Stream &stream, int document, const Change &change);

/// Several changes of one stream, made one after the other (each meets the outcome of those before), as one set of edits. Neighbours
/// that do not touch each other are found and checked at once: a thousand new port numbers cost little more than one.
Result<TextEdits> patch(const Stream &stream, const QList<std::pair<int, Change>> &changes);

/// What the value becomes by the change; nullopt where the path does not fit. The patch must agree with it.
std::optional<Value> changed(const Value &root, const Change &change);

} // namespace sallyport::yaml
