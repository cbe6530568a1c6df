// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"

namespace sallyport::yaml {

/// The document as it is when it stands `by` bytes further on.
Document shifted(const Document &document, qsizetype by);

/// The document after its bytes in `range` became those in `text` that are `by` longer, when that changes one scalar and nothing else;
/// null where it takes a reading.
std::shared_ptr<const Document> retyped(const Document &document, const QByteArray &text, Range range, qsizetype by);

} // namespace sallyport::yaml
