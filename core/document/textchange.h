// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/textedit.h"

namespace sallyport {

/// The smallest single edit that turns one text into the other; none where they are equal.
yaml::TextEdits difference(const QByteArray &before, const QByteArray &after);

/// The edits without those that put back what they take; `before` is the text before them.
yaml::TextEdits withoutIdle(const yaml::TextEdits &edits, const QByteArray &before);

} // namespace sallyport
