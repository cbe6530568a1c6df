// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/paste/hostpasting.h"

#include "core/policy/hostlimit.h"
#include "core/policy/paste/pasteplan.h"
#include "core/policy/paste/pastereader.h"
#include "ui/paste/pastedialog.h"
#include "ui/structureedits.h"

#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using State = PastedRow::State;

/// More than this is looked at before it goes in.
constexpr qsizetype mostPlainHosts = 10;
constexpr qsizetype longestPlainText = 2000;

const Policy *policyAt(const Workspace &workspace, const FieldRef &place)
{
    return workspace.reading(place.file, place.document).policy();
}

/// The destination as it was read; an empty one where the rule has none.
Destination destinationAt(const Workspace &workspace, const FieldRef &place)
{
    const Policy *policy = policyAt(workspace, place);
    const int rule = place.path.elements().value(2).index;
    const int destination = place.path.elements().value(4).index;
    if (!policy || rule < 0 || rule >= policy->rules.size())
        return {};
    return policy->rules[rule].to.value(destination);
}

} // namespace

HostPasting::HostPasting(WorkspaceEditor *editor, QWidget *window)
    : QObject(window)
    , m_editor(editor)
    , m_window(window)
{
}

void HostPasting::paste(const FieldRef &destination, const QString &text, int before)
{
    if (text.size() > longestPlainText)
        return ask(destination, text, before);
    QList<PastedRow> rows = readPaste(text);
    PasteJudge judge = judgeFor(destination);
    for (PastedRow &row : rows)
        judge.judge(row);
    if (isPlain(destination, rows))
        take(destination, rows, before);
    else
        ask(destination, text, before);
}

void HostPasting::ask(const FieldRef &destination, const QString &text, int before)
{
    const QString title = itemTitle(m_editor->workspace(), destination);
    auto *dialog =
        new PasteDialog(judgeFor(destination), title.isEmpty() ? tr("a new destination") : title, m_window->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, destination, before] { take(destination, dialog->chosen(), before); });
    dialog->setText(text);
    dialog->open();
}

PasteJudge HostPasting::judgeFor(const FieldRef &destination) const
{
    const Policy *policy = policyAt(m_editor->workspace(), destination);
    const int rule = destination.path.elements().value(2).index;
    return PasteJudge(policy ? *policy : Policy(), rule, destinationAt(m_editor->workspace(), destination).port);
}

/// A few names that say nothing of ports and leave nothing to decide. Such as are there already are no question either.
bool HostPasting::isPlain(const FieldRef &destination, const QList<PastedRow> &rows) const
{
    const Destination there = destinationAt(m_editor->workspace(), destination);
    const auto isPlainName = [&there](const PastedRow &row) {
        const bool isQuestion = row.note == PasteNote::SubdomainsOf || row.note == PasteNote::AlsoInRule;
        return (row.state == State::Host || row.state == State::Duplicate) && !isQuestion
            && row.port == there.port.number && row.protocol == there.port.protocol;
    };
    return !rows.isEmpty() && rows.size() <= mostPlainHosts && there.hosts.size() + rows.size() <= mostHosts
        && std::all_of(rows.begin(), rows.end(), isPlainName)
        && std::any_of(rows.begin(), rows.end(), [](const PastedRow &row) { return row.state == State::Host; });
}

void HostPasting::take(const FieldRef &destination, const QList<PastedRow> &rows, int before)
{
    const QString title = itemTitle(m_editor->workspace(), destination);
    const PastePlan plan = planPaste(m_editor->workspace(), destination, before, rows);
    if (plan.hosts == 0)
        return;
    m_editor->endMerge();
    const QString step = title.isEmpty() ? tr("Paste %n host(s)", nullptr, plan.hosts)
                                         : tr("Paste %n host(s) into %1", nullptr, plan.hosts).arg(title);
    const Result<bool> done = m_editor->edit(step, plan.changes);
    if (!done) {
        emit failed(done.error());
        return;
    }
    const auto duplicates =
        std::count_if(rows.begin(), rows.end(), [](const PastedRow &row) { return row.state == State::Duplicate; });
    QStringList sentences = {tr("Added %n host(s).", nullptr, plan.hosts)};
    if (plan.newDestinations > 0)
        sentences.append(tr("%n destination(s) are new.", nullptr, plan.newDestinations));
    if (duplicates > 0)
        sentences.append(tr("%n of them were there already.", nullptr, int(duplicates)));
    emit pasted(sentences.join(u' '), plan.first);
}

} // namespace sallyport
