// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commands/command.h"

namespace sallyport {

/// What `sallyport --help` prints.
QString generalHelp(const QList<TerminalCommand> &commands);
/// What `sallyport COMMAND --help` prints.
QString helpOf(const TerminalCommand &command);

} // namespace sallyport
