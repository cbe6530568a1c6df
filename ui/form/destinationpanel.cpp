// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/destinationpanel.h"

#include "core/policy/edits.h"
#include "ui/fields/hostlist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

const QString hostsPattern = u"spec.egressRules[].to[].hosts"_s;

} // namespace

DestinationPanel::DestinationPanel(PolicyCursor *cursor, QWidget *parent)
    : PolicySection(tr("2 Destination"), cursor, parent)
    , m_list(new HostList(this))
{
    m_hosts = addField(fieldSpec(hostsPattern), m_list);
    m_name = addTextField(u"spec.egressRules[].to[].name"_s);
    addRow({{m_hosts, 8}, {m_name, 4}});

    EntryView *view = m_list->view();
    connect(m_list->model(), &EntryModel::edited, this,
            [this](int row, int, const QString &text) { editHost(row, text); });
    connect(view, &EntryView::removeRequested, this, &DestinationPanel::removeHosts);
    connect(view, &EntryView::moveRequested, this, &DestinationPanel::moveHost);
    connect(view, &EntryView::pasteRequested, this, &DestinationPanel::pasteHosts);
    // Queued: the editor may close because the workspace is being changed, and then it must not be changed once more.
    connect(view, &EntryView::editingEnded, this, &DestinationPanel::tidy, Qt::QueuedConnection);
    connect(m_list, &HostList::duplicatesUnwanted, this, &DestinationPanel::removeDuplicates);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, view](const QModelIndex &index) {
                if (view->hasFocus() && m_list->model()->isEntry(index.row()))
                    this->cursor()->select(hostsPath().index(index.row()));
            });
    connect(m_hosts, &Field::revealed, this, [this, view](const FieldPath &where) {
        if (where.size() <= hostsPath().size())
            return;
        const int row = where.elements()[hostsPath().size()].index;
        if (m_list->model()->isEntry(row))
            view->setCurrentIndex(m_list->model()->index(row, 0));
        else
            view->editNew();
    });
    connect(m_hosts, &Field::findingsChanged, this, &DestinationPanel::markHosts);
}

void DestinationPanel::refresh()
{
    QStringList hosts;
    if (const yaml::Node *list = cursor()->node(hostsPath()); list && list->kind == yaml::NodeKind::List) {
        hosts.reserve(qsizetype(list->members.size()));
        for (const yaml::NodeMember &member : list->members)
            hosts.append(member.value.text);
    }
    m_hosts->setPath(hostsPath());
    m_list->setHosts(hosts);
    m_list->setEditable(cursor()->isEditable() && cursor()->destination() >= 0);
    show(m_name, cursor()->destinationPath().child(u"name"_s));
    m_name->setEnabled(cursor()->destination() >= 0);
}

QList<FieldPath> DestinationPanel::places() const
{
    return {cursor()->destinationPath()};
}

FieldPath DestinationPanel::hostsPath() const
{
    return cursor()->destinationPath().child(u"hosts"_s);
}

void DestinationPanel::editHost(int row, const QString &text)
{
    const FieldPath host = hostsPath().index(row);
    const bool isNew = row >= m_list->model()->rows().size();
    const QString step =
        isNew ? tr("Add a host to %1").arg(cursor()->titleOf(host)) : cursor()->undoText(fieldSpec(hostsPattern), host);
    const DocumentChange change = isNew
        ? insertItem(cursor()->workspace(), cursor()->ref(hostsPath()), row, Value(text))
        : setField(cursor()->workspace(), cursor()->ref(host), Value(text));
    cursor()->change(step, {change}, cursor()->keyOf(host));
}

void DestinationPanel::removeHosts(const QList<int> &rows)
{
    QList<DocumentChange> changes;
    for (auto row = rows.crbegin(); row != rows.crend(); ++row)
        changes += clearField(cursor()->workspace(), cursor()->ref(hostsPath().index(*row)));
    cursor()->change(tr("Remove %n host(s) from %1", nullptr, int(rows.size())).arg(cursor()->titleOf(hostsPath())),
                     changes);
}

void DestinationPanel::moveHost(int row, int to)
{
    const QString host = m_list->hosts().at(row);
    cursor()->change(tr("Move host %1").arg(host), {moveItemTo(cursor()->ref(hostsPath().index(row)), to)});
}

void DestinationPanel::pasteHosts(const QString &text, int before)
{
    const QStringList hosts = withoutDuplicates(hostsIn(text), m_list->hosts());
    const int position = std::clamp(before, 0, int(m_list->hosts().size()));
    QList<DocumentChange> changes;
    if (!cursor()->has(hostsPath()) && !hosts.isEmpty())
        changes.append(setField(cursor()->workspace(), cursor()->ref(hostsPath()), Value::list(hosts)));
    for (int i = 0; cursor()->has(hostsPath()) && i < int(hosts.size()); ++i)
        changes.append(insertItem(cursor()->workspace(), cursor()->ref(hostsPath()), position + i, Value(hosts[i])));
    cursor()->change(tr("Paste %n host(s) into %1", nullptr, int(hosts.size())).arg(cursor()->titleOf(hostsPath())),
                     changes);
}

void DestinationPanel::removeDuplicates()
{
    const QStringList hosts = m_list->hosts();
    QStringList kept;
    QList<int> repeated;
    for (int row = 0; row < int(hosts.size()); ++row) {
        const QStringList next = withoutDuplicates({hosts[row]}, kept);
        if (next.isEmpty())
            repeated.append(row);
        kept += next;
    }
    removeHosts(repeated);
}

void DestinationPanel::tidy(int row)
{
    const QStringList hosts = m_list->hosts();
    const FieldPath host = hostsPath().index(row);
    if (row < hosts.size() && hosts[row].isEmpty())
        cursor()->change(tr("Remove an empty host from %1").arg(cursor()->titleOf(host)),
                         clearField(cursor()->workspace(), cursor()->ref(host)), cursor()->keyOf(host));
    cursor()->endStep();
}

void DestinationPanel::markHosts()
{
    QHash<int, QList<Diagnostic>> byRow;
    for (const Diagnostic &finding : m_hosts->findings()) {
        const QList<PathElement> &elements = finding.where.path.elements();
        if (elements.size() > hostsPath().size())
            byRow[elements[hostsPath().size()].index].append(finding);
    }
    m_list->model()->setFindings(byRow);
}

} // namespace sallyport
