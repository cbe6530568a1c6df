// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"

namespace sallyport::yaml {

/// One item of a list as text that can be taken elsewhere: block style, its dash in the first column, lines ended by LF, with the
/// comments above and within it. Written anew from its value where its own lines would not say the same by themselves: in flow
/// style, behind another dash, with aliases. An empty path stands for the document's value, which becomes an item. Precondition:
/// the item is there.
QByteArray itemText(const Stream &stream, const Document &document, const FieldPath &item);

} // namespace sallyport::yaml
