// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/yaml/document.h"

#include <functional>

namespace sallyport::yaml {

/// The edits that lay a text out for `sallyport fmt`: block maps two columns under their key, lists at their key's column; no trailing
/// blanks; runs of blank lines become one, and none stands at the start or the end; the text ends with a line break.
///
/// Where new columns would change what a text says, the columns stay, and with aliases anyway.
///
/// Order of keys, quoting, comments' text, flow collections, and what block scalars and quoted texts say stay as they are. Documents that
/// `leaves` names keep every byte. The result is read again: it says the same, or the Error tells which document could not be laid out;
/// formatting it once more changes nothing. Broken documents are refused with an Error, too, unless they are left.
Result<TextEdits> format(const Stream &stream, const std::function<bool(int document)> &leaves = {});

} // namespace sallyport::yaml
