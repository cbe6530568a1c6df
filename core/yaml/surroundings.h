// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/blockwriter.h"
#include "core/yaml/document.h"
#include "core/yaml/layout.h"

namespace sallyport::yaml {

/// The habits of a document's text that new text follows: line ends, and how far maps and lists are indented under their keys.
BlockStyle styleAround(const Layout &layout, const Document &document);

/// True where keys and strings of a flow collection are in double quotes, as in JSON.
///
/// Strings of a list that need their quotes ("8080") say nothing of it; then the document as a whole decides.
bool looksLikeJson(const Document &document, const Node &flowCollection);

} // namespace sallyport::yaml
