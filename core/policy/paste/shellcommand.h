// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/paste/pastedrow.h"

namespace sallyport {

/// True where a line, perhaps behind a prompt, variables or sudo, runs curl or wget.
bool isFetchCommand(QStringView line);
/// True where a shell, PowerShell or cmd would go on reading: the line ends with \, ` or ^.
bool isContinued(QStringView line);

/// The hosts that curl or wget would speak to, with the rest of the line left aside. Values of options may be secret: only the options'
/// names are kept.
QList<PastedRow> readFetchCommand(const QString &line, int number);

} // namespace sallyport
