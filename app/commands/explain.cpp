// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"
#include "app/commands/locatedfinding.h"
#include "core/policy/findingcodes.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ExplainCommand)
};

constexpr qsizetype lineWidth = 80;

/// Paragraphs broken into lines that fit a terminal.
QStringList wrapped(const QString &text)
{
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n')) {
        QString line;
        for (const QString &word : paragraph.split(u' ', Qt::SkipEmptyParts)) {
            if (!line.isEmpty() && line.size() + 1 + word.size() > lineWidth) {
                lines.append(line);
                line.clear();
            }
            line += (line.isEmpty() ? ""_L1 : " "_L1) + word;
        }
        lines.append(line);
    }
    return lines;
}

QString severityText(const FindingCode &code)
{
    if (code.istio == code.asmTarget)
        return Texts::tr("Usually %1.").arg(severityWord(code.istio));
    return Texts::tr("Usually %1 for Istio, %2 for ASM.").arg(severityWord(code.istio), severityWord(code.asmTarget));
}

void explain(const FindingCode &code, Console &console)
{
    console.print(code.code + ": "_L1 + code.summary());
    console.print({});
    for (const QString &line : wrapped(code.explanation()))
        console.print(line);
    console.print({});
    console.print(severityText(code));
    if (code.fixable)
        console.print(Texts::tr("The editor offers a quick fix."));
    if (code.isSuppressible()) {
        console.print(Texts::tr("Where it is a warning or a note, an annotation of the document suppresses it:"));
        console.print(u"  sallyport.dev/suppress: \"%1=reason\""_s.arg(code.code));
    }
}

/// The code that shares most of its beginning with the word.
QString nearest(const QString &word)
{
    const auto shared = [&](const FindingCode &code) {
        return std::mismatch(word.begin(), word.end(), code.code.begin(), code.code.end()).first - word.begin();
    };
    const QList<FindingCode> &codes = findingCodes();
    const auto best = std::max_element(codes.begin(), codes.end(),
                                       [&](const auto &a, const auto &b) { return shared(a) < shared(b); });
    return shared(*best) > 0 ? best->code : QString();
}

Error unknownCode(const QString &word)
{
    const QString similar = nearest(word);
    return {.what = Texts::tr("There is no finding with this code"),
            .where = word,
            .unaffected = Texts::tr("Nothing was read or written."),
            .next = similar.isEmpty()
                ? Texts::tr("\"sallyport explain\" lists all codes.")
                : Texts::tr("Did you mean %1? \"sallyport explain\" lists all codes.").arg(similar),
            .details = {}};
}

ExitStatus run(const Arguments &arguments, Console &console)
{
    if (arguments.operands.isEmpty()) {
        for (const FindingCode &code : findingCodes())
            console.print(code.code.leftJustified(30) + code.summary());
        return ExitStatus::Done;
    }
    ExitStatus status = ExitStatus::Done;
    for (const QString &operand : arguments.operands) {
        if (const FindingCode *code = findingCode(operand)) {
            explain(*code, console);
        } else {
            console.report(unknownCode(operand));
            status = ExitStatus::Failed;
        }
    }
    return status;
}

} // namespace

TerminalCommand explainCommand()
{
    return {
        u"explain"_s,
        u"[CODE]"_s,
        Texts::tr("say what the code of a finding means"),
        Texts::tr("Says what a finding means on a mesh and what to do about it. Without a code, lists all of them."),
        {},
        run,
    };
}

} // namespace sallyport
