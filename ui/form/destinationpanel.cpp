// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/destinationpanel.h"

#include "core/policy/paste/pasteplan.h"
#include "ui/clipboard/itemedits.h"
#include "ui/clipboard/itemmime.h"
#include "ui/fields/hostlist.h"
#include "ui/paste/hostpasting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSet>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

const QString hostsPattern = u"spec.egressRules[].to[].hosts"_s;

} // namespace

DestinationPanel::DestinationPanel(PolicyCursor *cursor, QWidget *parent)
    : PolicySection(tr("2 Destination"), cursor, parent)
    , m_list(new HostList(this))
    , m_pasting(new HostPasting(cursor->editor(), this))
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
    connect(view, &EntryView::dropped, this, &DestinationPanel::pasteData);
    connect(view, &EntryView::rowsMoveRequested, this, &DestinationPanel::moveHosts);
    view->setMimeSource([this](const QList<int> &rows) {
        QList<FieldRef> items;
        for (const int row : rows)
            items.append(this->cursor()->ref(hostsPath().index(row)));
        return mimeOf(this->cursor()->workspace(), items);
    });
    // Queued: the editor may close because the workspace is being changed, and then it must not be changed once more.
    connect(view, &EntryView::editingEnded, this, &DestinationPanel::tidy, Qt::QueuedConnection);
    connect(m_list, &HostList::duplicatesUnwanted, this, &DestinationPanel::removeDuplicates);
    connect(m_list, &HostList::sortWanted, this, &DestinationPanel::sortHosts);
    connect(m_list, &HostList::splitWanted, this, &DestinationPanel::splitHosts);
    connect(m_list, &HostList::pasteWanted, this, [this] { askForHosts(QGuiApplication::clipboard()->text()); });
    connect(m_pasting, &HostPasting::failed, cursor, &PolicyCursor::failed);
    connect(m_pasting, &HostPasting::pasted, this, [this](const QString &message, const FieldRef &first) {
        this->cursor()->select(first.path);
        emit hostsPasted(message);
    });
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
    QList<FieldRef> items;
    for (const int row : rows)
        items.append(cursor()->ref(hostsPath().index(row)));
    cursor()->change(tr("Remove %n host(s) from %1", nullptr, int(rows.size())).arg(cursor()->titleOf(hostsPath())),
                     removeItems(cursor()->workspace(), items));
}

void DestinationPanel::moveHost(int row, int to)
{
    const QString host = m_list->hosts().at(row);
    cursor()->change(tr("Move host %1").arg(host), {moveItemTo(cursor()->ref(hostsPath().index(row)), to)});
}

void DestinationPanel::pasteHosts(const QString &text, int before)
{
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    if (holdsItems(mime) && mime->text() == text)
        pasteData(mime, before);
    else
        m_pasting->paste(cursor()->ref(cursor()->destinationPath()), text, before);
}

/// What was copied from a policy is put in as it is; any other text is read for hosts.
void DestinationPanel::pasteData(const QMimeData *mime, int before)
{
    if (!holdsItems(mime))
        return pasteHosts(mime->text(), before);
    const Result<QList<ClipItem>> items = itemsOf(mime);
    const FieldRef place = cursor()->ref(hostsPath().index(std::max(0, before - 1)));
    const Result<StructureEdit> edit = items ? pasteItems(cursor()->workspace(), place, *items) : items.error();
    if (!edit)
        emit cursor()->failed(edit.error());
    else if (edit->changes.isEmpty())
        emit hostsPasted(tr("All of these hosts are there already."));
    else
        cursor()->change(*edit);
}

void DestinationPanel::askForHosts(const QString &text)
{
    if (cursor()->isEditable() && cursor()->rule() >= 0)
        m_pasting->ask(cursor()->ref(cursor()->destinationsPath().index(std::max(0, cursor()->destination()))), text,
                       -1);
}

void DestinationPanel::moveHosts(const QList<int> &rows, int before)
{
    QList<FieldRef> items;
    for (const int row : rows)
        items.append(cursor()->ref(hostsPath().index(row)));
    cursor()->change(tr("Move %n host(s)", nullptr, int(rows.size())),
                     moveItems(cursor()->workspace(), items, cursor()->ref(hostsPath()), before).changes);
}

void DestinationPanel::arrangeHosts(const QList<int> &order, const QString &step)
{
    cursor()->change(step.arg(cursor()->titleOf(hostsPath())), {arrangeItems(cursor()->ref(hostsPath()), order)});
}

void DestinationPanel::sortHosts()
{
    const QStringList hosts = m_list->hosts();
    QList<int> order(hosts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&hosts](int a, int b) { return canonicalHost(hosts[a]) < canonicalHost(hosts[b]); });
    arrangeHosts(order, tr("Sort the hosts of %1"));
}

void DestinationPanel::splitHosts()
{
    cursor()->change(tr("Split %1").arg(cursor()->titleOf(hostsPath())),
                     splitDestination(cursor()->workspace(), cursor()->ref(cursor()->destinationPath())));
}

void DestinationPanel::removeDuplicates()
{
    const QStringList hosts = m_list->hosts();
    QSet<QString> seen;
    QList<int> kept;
    for (int row = 0; row < int(hosts.size()); ++row) {
        const QString host = canonicalHost(hosts[row]);
        if (!seen.contains(host))
            kept.append(row);
        seen.insert(host);
    }
    arrangeHosts(kept, tr("Remove the duplicate hosts of %1"));
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
