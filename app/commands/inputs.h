// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commands/command.h"
#include "core/istio/export.h"
#include "core/policy/workspace.h"

#include <optional>

namespace sallyport {

/// One input of a command: a path for people, and the bytes.
struct InputFile {
    QString path; ///< As the user wrote it, or below the folder that he wrote; "-" for standard input.
    QByteArray bytes;
};

/// Reads the files that the operands name: files, folders (with all that is below them), "-". Each file once, in the order of the
/// operands. Reports what cannot be read, all of it, and is then empty: half an input is no input.
std::optional<QList<InputFile>> readInputs(const QStringList &operands, const TerminalCommand &command,
                                           Console &console);

/// The same, read as a workspace.
std::optional<Workspace> readWorkspace(const QStringList &operands, const TerminalCommand &command, Console &console);

/// The option --target of compile and check.
CommandOption targetOption();
ExportTarget targetOf(const Arguments &arguments);

} // namespace sallyport
