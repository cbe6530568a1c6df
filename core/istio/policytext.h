// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"

#include <QByteArray>

namespace sallyport {

/// A policy document as a cluster gets it: its own text, comments included, without `status` and without the annotation of
/// suppressions; without byte order mark, blank lines around it, and separators. Where the text cannot be patched (aliases), its value
/// is written canonically.
QByteArray policyText(const yaml::Stream &stream, int document);

} // namespace sallyport
