// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/textedit.h"

namespace sallyport {

/// The smallest single edit that turns one text into the other; none where they are equal.
yaml::TextEdits difference(const QByteArray &before, const QByteArray &after);

/// Edits of whole lines that turn one text into the other: what both have stays untouched, and so do cursors in it.
yaml::TextEdits lineEdits(const QByteArray &before, const QByteArray &after);

/// The edits without those that put back what they take; `before` is the text before them.
yaml::TextEdits withoutIdle(const yaml::TextEdits &edits, const QByteArray &before);

} // namespace sallyport
