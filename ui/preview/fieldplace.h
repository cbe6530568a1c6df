// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"

namespace sallyport {

/// The document that the field is in; null where there is none (yet, or any more).
const yaml::Document *documentOf(const Workspace &workspace, const FieldRef &field);

/// The document of the file whose text holds the offset; -1 where there is none.
int documentAt(const yaml::Stream &stream, qsizetype offset);

/// The bytes of everything that the field says, its key and all that is under it included; empty where it does not exist.
yaml::Range extentOf(const yaml::Document &document, const FieldPath &path);

/// The bytes that stand for a finding.
yaml::Range placeOf(const Workspace &workspace, const Diagnostic &finding);

/// "httpbin-http › database › port.number": a field in the words of lists, outermost first.
QString fieldTitle(const Workspace &workspace, const FieldRef &field);

} // namespace sallyport
