// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QIcon>

namespace sallyport {

/// How a finding looks wherever it is shown: never by colour alone, so each severity has a word and a shape, too.
QString wordOf(Severity severity);
QIcon iconOf(Severity severity);

bool isWorse(const Diagnostic &a, const Diagnostic &b);
/// The one to show where there is room for one: errors before warnings before notes, suppressed ones last; null for none.
const Diagnostic *worstOf(const QList<Diagnostic> &findings);

/// "Error: Port 0 is outside 1-65535." One line for each, for tool tips and screen readers.
QString sentencesOf(const QList<Diagnostic> &findings);

} // namespace sallyport
