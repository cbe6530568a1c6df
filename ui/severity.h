// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QString>

namespace sallyport {

/// The name of a severity's icon, for icon(): each has a shape of its own.
QString iconName(Severity severity);
/// "Error", "Warning" or "Note", translated.
QString word(Severity severity);
/// "2 errors", "1 warning", "no notes", translated.
QString countOf(Severity severity, int count);

} // namespace sallyport
