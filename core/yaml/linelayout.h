// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"
#include "core/yaml/layout.h"

#include <vector>

namespace sallyport::yaml {

/// One line of a document, and where formatting puts it.
struct Line {
    Range range; ///< Without its break.
    qsizetype column = 0; ///< Of its first character that is no blank.
    qsizetype newColumn = 0;
    bool isBlank = false;
    bool isInside = false; ///< Goes on with a scalar or a flow collection: not a place to drop blank lines.
    bool keepsBlanks = false; ///< Ends inside a quoted text or a block scalar: blanks at its end are not ours to drop.
};

/// Lays out the lines of a document: block maps two columns under their key, lists at their key's column, everything else moves with
/// the line it belongs to. `indents` = false leaves all columns as they are.
std::vector<Line> layOut(const QByteArray &text, const Document &document, bool indents);

} // namespace sallyport::yaml
