// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commandline.h"

#include "app/commands/command.h"
#include "app/commands/help.h"
#include "app/paths.h"
#include "app/settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <csignal>
#include <functional>
#include <optional>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::CommandLine)
};

QList<TerminalCommand> commands()
{
    return {compileCommand(), checkCommand(), traceCommand(), formatCommand(), diffCommand(),    accessCommand(),
            explainCommand(), planCommand(),  applyCommand(), deleteCommand(), historyCommand(), revertCommand()};
}

const QStringList helpWords = {u"-h"_s, u"--help"_s, u"help"_s};
const QStringList versionWords = {u"-v"_s, u"--version"_s};
const QString infoWord = u"--info"_s;

bool isCommandName(const QString &word)
{
    const QList<TerminalCommand> known = commands();
    return std::any_of(known.begin(), known.end(),
                       [&](const TerminalCommand &command) { return command.name == word; });
}

/// A closed standard stream would lend its number to the next file that is opened, and that file would get our output.
void occupyStandardStreams()
{
    for (int fd = 0; fd < 3; ++fd) {
        if (::fcntl(fd, F_GETFD) < 0)
            ::open("/", O_PATH); // takes the lowest free number, and can neither be read nor written
    }
}

/// Makes Qt and the C library speak plain English and read file names as UTF-8. The environment, which other programs that are
/// started see, is the user's again when Qt has looked at it.
void startQtNeutrally(const std::function<void()> &start)
{
    const char *const name = "LC_ALL";
    const bool wasSet = qEnvironmentVariableIsSet(name);
    const QByteArray before = qgetenv(name);
    qputenv(name, "C.UTF-8");
    start();
    if (wasSet)
        qputenv(name, before);
    else
        qunsetenv(name);
    QLocale::setDefault(QLocale::c());
}

Error unknownCommand(const QString &word)
{
    return {.what = Texts::tr("There is no command or file of this name"),
            .where = word,
            .unaffected = Texts::tr("Nothing was read or written."),
            .next = Texts::tr("See sallyport --help for the commands; a file in the current folder can be named ./%1.")
                        .arg(word),
            .details = {}};
}

void addOptions(QCommandLineParser &parser, const TerminalCommand &command)
{
    for (const CommandOption &option : command.options)
        parser.addOption(QCommandLineOption(option.name, option.description, option.valueName));
    parser.addOption(QCommandLineOption(QStringList{u"h"_s, u"help"_s}));
}

/// An option whose value may be left out is given the one that is meant: Qt's parser would take the next word for it.
QStringList withImpliedValues(const TerminalCommand &command, QStringList words)
{
    for (QString &word : words) {
        if (word == "--"_L1)
            break;
        for (const CommandOption &option : command.options) {
            if (!option.implied.isEmpty() && word == "--"_L1 + option.name)
                word += u'=' + option.implied;
        }
    }
    return words;
}

Result<Arguments> parsed(const TerminalCommand &command, const QStringList &words)
{
    QCommandLineParser parser;
    addOptions(parser, command);
    if (!parser.parse(QStringList(u"sallyport"_s) + withImpliedValues(command, words)))
        return usageError(command, parser.errorText());
    Arguments arguments;
    arguments.operands = parser.positionalArguments();
    if (parser.isSet(u"help"_s))
        arguments.options.insert(u"help"_s, {});
    for (const CommandOption &option : command.options) {
        if (!parser.isSet(option.name))
            continue;
        const QString value = parser.value(option.name);
        if (!option.choices.isEmpty() && !option.choices.contains(value)) {
            return usageError(
                command, Texts::tr("--%1 takes %2, not '%3'.").arg(option.name, option.choices.join(", "_L1), value));
        }
        arguments.options.insert(option.name, value);
        arguments.lists.insert(option.name, parser.values(option.name));
    }
    return arguments;
}

ExitStatus runCommand(const TerminalCommand &command, const QStringList &words, Console &console)
{
    const Result<Arguments> arguments = parsed(command, words);
    if (!arguments) {
        console.report(arguments.error());
        return ExitStatus::Failed;
    }
    if (arguments->has(u"help"_s)) {
        console.write(helpOf(command).toUtf8());
        return ExitStatus::Done;
    }
    return command.run(*arguments, console);
}

ExitStatus printHelp(const QStringList &words, Console &console)
{
    for (const TerminalCommand &command : commands()) {
        if (words.value(0) == command.name) {
            console.write(helpOf(command).toUtf8());
            return ExitStatus::Done;
        }
    }
    if (!words.isEmpty()) {
        console.report(unknownCommand(words.first()));
        return ExitStatus::Failed;
    }
    console.write(generalHelp(commands()).toUtf8());
    return ExitStatus::Done;
}

QString version()
{
    return u"sallyport "_s + QCoreApplication::applicationVersion();
}

void printInfo(Console &console)
{
    console.print(version());
    console.print(Texts::tr("Qt        %1").arg(QString::fromLatin1(qVersion())));
    console.print(Texts::tr("settings  %1").arg(FileSettings::defaultPath()));
    console.print(Texts::tr("state     %1").arg(stateFolder()));
    console.print(Texts::tr("cache     %1").arg(cacheFolder()));
}

ExitStatus dispatch(const QStringList &words, Console &console)
{
    const QString first = words.value(0);
    if (words.isEmpty() || helpWords.contains(first))
        return printHelp(words.mid(1), console);
    if (versionWords.contains(first)) {
        console.print(version());
        return ExitStatus::Done;
    }
    if (first == infoWord) {
        printInfo(console);
        return ExitStatus::Done;
    }
    for (const TerminalCommand &command : commands()) {
        if (command.name == first)
            return runCommand(command, words.mid(1), console);
    }
    console.report(unknownCommand(first));
    return ExitStatus::Failed;
}

} // namespace

bool isCommandLine(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return false;
    const QString &first = arguments.first();
    if (isCommandName(first) || helpWords.contains(first) || versionWords.contains(first) || first == infoWord)
        return true;
    const bool looksLikeFile = first.startsWith(u'-') || first.contains(u'/') || first.contains(u'.');
    return !looksLikeFile && !QFileInfo::exists(first);
}

bool isCommandLine(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QFile::decodeName(argv[i]));
    return isCommandLine(arguments);
}

int runCommandLine(int argc, char *argv[])
{
    occupyStandardStreams();
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is an error of writing, not the end of the process
    std::optional<QCoreApplication> application;
    startQtNeutrally([&] { application.emplace(argc, argv); });
    Console console(STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO);
    return int(console.finish(dispatch(QCoreApplication::arguments().mid(1), console)));
}

} // namespace sallyport
