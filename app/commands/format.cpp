// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/yaml/format.h"
#include "app/commands/inputs.h"
#include "core/document/diskfile.h"
#include "core/policy/workspace.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::FormatCommand)
};

/// Only what this program understands is laid out; our own output is canonical as it is.
bool isLeft(DocumentKind kind)
{
    return kind == DocumentKind::Other || kind == DocumentKind::Generated || kind == DocumentKind::Empty;
}

Result<QByteArray> formatted(const InputFile &input)
{
    const SourceFile file = readFile(input.path, input.bytes);
    if (!file.stream.problems.isEmpty()) {
        return Error{.what = Texts::tr("The file cannot be laid out"),
                     .where = input.path,
                     .unaffected = Texts::tr("It is as it was."),
                     .next = Texts::tr("\"sallyport check\" says what is wrong with its text."),
                     .details = file.stream.problems.first().message};
    }
    const Result<yaml::TextEdits> edits =
        yaml::format(file.stream, [&](int document) { return isLeft(file.documents[size_t(document)]->kind); });
    if (!edits) {
        Error error = edits.error();
        error.where = error.where.isEmpty() ? input.path : input.path + ": "_L1 + error.where;
        return error;
    }
    return yaml::apply(*edits, input.bytes);
}

/// What happens to one file.
ExitStatus handle(const InputFile &input, const QByteArray &text, const Arguments &arguments, Console &console)
{
    const bool differs = text != input.bytes;
    if (arguments.has(u"check"_s)) {
        if (differs)
            console.print(input.path);
        return differs ? ExitStatus::No : ExitStatus::Done;
    }
    if (!arguments.has(u"w"_s)) {
        console.write(text);
        return ExitStatus::Done;
    }
    if (!differs)
        return ExitStatus::Done;
    const Result<FileStamp> written = writeBytes(input.path, text);
    if (!written) {
        Error error = written.error();
        error.unaffected = Texts::tr("The file is as it was.");
        console.report(error);
        return ExitStatus::Failed;
    }
    console.print(input.path);
    return ExitStatus::Done;
}

ExitStatus run(const Arguments &arguments, Console &console)
{
    const bool writes = arguments.has(u"w"_s);
    QString problem;
    if (writes && arguments.has(u"check"_s))
        problem = Texts::tr("-w and --check exclude each other");
    else if (writes && arguments.operands.contains(u"-"_s))
        problem = Texts::tr("standard input cannot be written in place");
    if (!problem.isEmpty()) {
        console.report(usageError(formatCommand(), problem));
        return ExitStatus::Failed;
    }
    const std::optional<QList<InputFile>> inputs = readInputs(arguments.operands, formatCommand(), console);
    if (!inputs)
        return ExitStatus::Failed;
    ExitStatus status = ExitStatus::Done;
    for (const InputFile &input : *inputs) {
        const Result<QByteArray> text = formatted(input);
        if (!text)
            console.report(text.error());
        const ExitStatus one = text ? handle(input, *text, arguments, console) : ExitStatus::Failed;
        status = std::max(status, one);
    }
    return status;
}

} // namespace

TerminalCommand formatCommand()
{
    return {
        u"fmt"_s,
        u"FILE... [-w | --check]"_s,
        Texts::tr("lay out the text of policies"),
        Texts::tr(
            "Sets indentation, blank lines and blanks at the end of lines. Order, quoting and comments stay, and so does every\n"
            "document that is no policy, AuthorizationPolicy, Mesh or Expectations. The result goes to standard output.\n"
            "A folder stands for all *.yaml, *.yml and *.json files below it, \"-\" for standard input."),
        {{u"w"_s, {}, Texts::tr("write the files in place, and print the names of those that changed"), {}},
         {u"check"_s,
          {},
          Texts::tr("change nothing; print the names of files that are laid out differently, and end with 1"),
          {}}},
        run,
    };
}

} // namespace sallyport
