// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/textedit.h"

#include <QByteArrayView>

#include <vector>

namespace sallyport::yaml {

/// Where one document of a stream stands.
struct DocumentRange {
    Range range; ///< From its first line (directives, or ---) to the next document's; all together cover the text.
    Range content; ///< Without the lines of directives, --- and ...
};

/// Cuts a text into its documents by the lines --- and ..., which cannot occur inside one. `begin` is where the text starts,
/// behind a byte order mark; the first range starts at 0 all the same.
std::vector<DocumentRange> splitDocuments(QByteArrayView text, qsizetype begin);

} // namespace sallyport::yaml
