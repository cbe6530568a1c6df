// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"

#include <optional>

namespace sallyport::yaml {

/// The size of the byte order mark that the text starts with: 3 or 0.
qsizetype byteOrderMark(QByteArrayView text);

/// What is wrong with a file's bytes as such: not UTF-8 (overlong forms and surrogates included), or a NUL among them.
std::optional<Problem> encodingProblem(QByteArrayView text);

/// The first character that YAML does not allow, or that its readers disagree about: control characters, the line separators
/// NEL, LS and PS, which end a line for Kubernetes and none for YAML 1.2, and byte order marks behind the start of the file, which
/// Kubernetes refuses and yaml-cpp drops where a document starts. The text is valid UTF-8, and the file's own mark no part of `range`.
std::optional<Problem> characterProblem(QByteArrayView text, Range range);

} // namespace sallyport::yaml
