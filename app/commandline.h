// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace sallyport {

/// True where the arguments (without the program's name) ask for a command or for words on the terminal; otherwise they are files for
/// the window. A word that is neither a command nor something on the disk counts as a misspelt command.
bool isCommandLine(const QStringList &arguments);
bool isCommandLine(int argc, char *argv[]); ///< The same, of what main() is given.

/// Runs a command without a display: only QCoreApplication exists. Returns the exit status of the process.
///
/// What is printed does not depend on language, time zone or place: the same input gives the same bytes on every machine.
int runCommandLine(int argc, char *argv[]);

} // namespace sallyport
