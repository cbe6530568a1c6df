// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/help.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::CommandLine)
};

using Rows = QList<std::pair<QString, QString>>;

/// Two columns, the second one aligned.
QString table(const Rows &rows)
{
    qsizetype width = 0;
    for (const auto &[term, text] : rows)
        width = std::max(width, term.size());
    QString result;
    for (const auto &[term, text] : rows)
        result += "  "_L1 + term.leftJustified(width) + "  "_L1 + text + u'\n';
    return result;
}

QString dashed(const CommandOption &option)
{
    const QString name = (option.name.size() == 1 ? "-"_L1 : "--"_L1) + option.name;
    const QString value = option.choices.isEmpty() ? option.valueName : option.choices.join(u'|');
    if (!option.implied.isEmpty())
        return name + "[="_L1 + value + u']';
    return value.isEmpty() ? name : name + u' ' + value;
}

QString exitStatusHelp()
{
    return Texts::tr(
               "Exit status: 0 done; 1 the answer is no (for example error findings); 2 could not run, or failed; 3 partly applied.")
        + u'\n';
}

} // namespace

QString generalHelp(const QList<TerminalCommand> &commands)
{
    Rows rows;
    for (const TerminalCommand &command : commands)
        rows.append({command.name, command.summary});
    const Rows usage = {{u"sallyport [FILE|DIR...]"_s, Texts::tr("open the editor")},
                        {u"sallyport COMMAND [ARGUMENT...]"_s, Texts::tr("run a command; no display is needed")}};
    const Rows options = {{u"-h, --help"_s, Texts::tr("show this help; COMMAND --help shows that of a command")},
                          {u"-v, --version"_s, Texts::tr("show the version")},
                          {u"--info"_s, Texts::tr("show the version and where settings, state and cache are kept")}};
    return Texts::tr("Sallyport edits the egress policy of a service mesh and compiles it to Istio objects.")
        + "\n\n"_L1 + Texts::tr("Usage:") + u'\n' + table(usage) + u'\n' + Texts::tr("Commands:") + u'\n' + table(rows)
        + u'\n' + Texts::tr("Options:") + u'\n' + table(options) + u'\n' + exitStatusHelp();
}

QString helpOf(const TerminalCommand &command)
{
    Rows rows;
    for (const CommandOption &option : command.options)
        rows.append({dashed(option), option.description});
    rows.append({u"-h, --help"_s, Texts::tr("show this help")});
    return Texts::tr("Usage:") + " sallyport "_L1 + command.name + u' ' + command.synopsis + "\n\n"_L1
        + command.description + "\n\n"_L1 + Texts::tr("Options:") + u'\n' + table(rows) + u'\n' + exitStatusHelp();
}

Error usageError(const TerminalCommand &command, const QString &problem)
{
    return {.what = Texts::tr("The command could not be run"),
            .where = problem,
            .unaffected = Texts::tr("Nothing was read or written."),
            .next = Texts::tr("Usage: sallyport %1 %2. See sallyport %1 --help.").arg(command.name, command.synopsis),
            .details = {}};
}

} // namespace sallyport
