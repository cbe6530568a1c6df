// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace sallyport {

/// An option of a command: how it is parsed, and what help says.
struct CommandOption {
    QString name; ///< Without dashes: "o", "target".
    QString valueName; ///< Empty for a switch.
    QString description;
    QStringList choices; ///< The only values it takes; the first is the default. Empty = any.
    QString implied; ///< The value where it is written without one: --prune is --prune=stale. Empty = it needs one.
};

/// What the user wrote after the name of a command; checked against its options.
class Arguments
{
public:
    QStringList operands;
    QHash<QString, QString> options; ///< By name; the last of several counts. Switches have empty values.
    QHash<QString, QStringList> lists; ///< All values of each option, in order.

    bool has(const QString &name) const { return options.contains(name); }
    QString value(const QString &name, const QString &otherwise = {}) const { return options.value(name, otherwise); }
    QStringList values(const QString &name) const { return lists.value(name); }
};

/// One command of `sallyport COMMAND …`.
///
/// To add a command: 1 its file in app/commands with a function that returns this  2 its line in commands() of app/commandline.cpp
/// 3 tests/app/tst_<name>command.cpp  4 docs/command-line.md.
struct TerminalCommand {
    QString name;
    QString synopsis; ///< What follows the name: "FILE... [-o DIR]".
    QString summary; ///< One line for the list of commands.
    QString description; ///< Paragraphs for its own help.
    QList<CommandOption> options;
    ExitStatus (*run)(const Arguments &arguments, Console &console) = nullptr;
};

TerminalCommand compileCommand();
TerminalCommand checkCommand();
TerminalCommand traceCommand();
TerminalCommand formatCommand();
TerminalCommand diffCommand();
TerminalCommand accessCommand();
TerminalCommand explainCommand();
TerminalCommand planCommand();
TerminalCommand applyCommand();
TerminalCommand deleteCommand();
TerminalCommand historyCommand();
TerminalCommand revertCommand();

/// Says how the command is meant to be called; for whatever is wrong with its arguments.
Error usageError(const TerminalCommand &command, const QString &problem);

} // namespace sallyport
