// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commands/command.h"

namespace sallyport {

/// What `sallyport --help` prints.
QString generalHelp(const QList<Command> &commands);
/// What `sallyport COMMAND --help` prints.
QString helpOf(const Command &command);

} // namespace sallyport
