// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/severaledits.h"

#include "core/policy/edits.h"
#include "core/policy/policywriter.h"
#include "core/yaml/itemtext.h"
#include "ui/newdocuments.h"
#include "ui/selection.h"
#include "ui/titles.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::SeveralEdits)
};

const yaml::Node *nodeAt(const Workspace &workspace, const FieldRef &place)
{
    return workspace.reading(place.file, place.document).source->root.find(place.path);
}

FieldRef at(const FieldRef &place, const FieldPath &path)
{
    return {place.file, place.document, path};
}

FieldRef listOf(const FieldRef &item)
{
    return at(item, item.path.parent());
}

int indexOf(const FieldRef &item)
{
    return item.path.last().index;
}

int countAt(const Workspace &workspace, const FieldRef &list)
{
    const yaml::Node *node = nodeAt(workspace, list);
    return node && node->kind == yaml::NodeKind::List ? int(node->members.size()) : 0;
}

/// The items list by list, in their order.
QList<QList<FieldRef>> byList(const QList<FieldRef> &items)
{
    QList<QList<FieldRef>> lists;
    for (const FieldRef &item : items) {
        if (lists.isEmpty() || listOf(lists.last().last()) != listOf(item))
            lists.append(QList<FieldRef>());
        lists.last().append(item);
    }
    return lists;
}

QString nameOf(const yaml::Node &item)
{
    const yaml::Node *name = item.find(u"name");
    return name ? name->text : QString();
}

/// "web-copy", "web-copy-2" where that is taken.
QString copiedName(const QString &name, QSet<QString> &taken)
{
    QString copy = name + "-copy"_L1;
    for (int i = 2; taken.contains(copy); ++i)
        copy = u"%1-copy-%2"_s.arg(name).arg(i);
    taken.insert(copy);
    return copy;
}

/// A gateway that a new policy is probably for.
QString gatewayWithoutPolicy(const Workspace &workspace)
{
    const Mesh mesh = meshOf(workspace);
    QStringList gateways = gatewaysOf(workspace, mesh);
    const QString usual = u"egressgateway"_s;
    if (gateways.isEmpty())
        return usual;
    for (const DocumentId &id : documentsOf(workspace, DocumentKind::Policy)) {
        if (const Policy *policy = workspace.reading(id.file, id.document).policy())
            gateways.removeAll(policy->gateway);
    }
    return gateways.isEmpty() ? usual : gateways.first();
}

Value newPolicy(const Workspace &workspace)
{
    Policy policy;
    policy.apiVersion = u"istio.alibabacloud.com/v1beta1"_s;
    policy.namespaceName = policyNamespace();
    policy.gateway = gatewayWithoutPolicy(workspace);
    policy.name = policyNameFor(policy.gateway);
    return toValue(policy);
}

} // namespace

std::optional<ClipItem::Kind> kindOf(const QList<FieldRef> &items)
{
    const std::optional<ClipItem::Kind> kind = clipKindOf(items.first().path);
    const bool isOne = std::all_of(items.begin(), items.end(),
                                   [&kind](const FieldRef &item) { return clipKindOf(item.path) == kind; });
    return isOne ? kind : std::nullopt;
}

StructureEdit deletion(const Workspace &workspace, const QList<FieldRef> &items)
{
    return removeItems(workspace, items, Texts::tr("Delete %1").arg(itemsTitle(workspace, items)));
}

SeveralEdit duplication(const Workspace &workspace, const QList<FieldRef> &items)
{
    SeveralEdit edit;
    edit.step.undoText = Texts::tr("Duplicate %1").arg(itemsTitle(workspace, items));
    QList<DocumentChange> renamings;
    for (const QList<FieldRef> &group : byList(items)) {
        const FieldRef list = listOf(group.first());
        QSet<QString> taken;
        for (const yaml::NodeMember &item : nodeAt(workspace, list)->members)
            taken.insert(nameOf(item.value));
        std::vector<Value> values;
        QByteArray lines;
        int position = indexOf(group.last()) + 1;
        const int first = position;
        for (const FieldRef &item : group) {
            const yaml::Node &node = *nodeAt(workspace, item);
            values.push_back(yaml::toValue(node));
            lines += yaml::itemText(workspace.files[size_t(item.file)]->stream,
                                    *workspace.reading(item.file, item.document).source, item.path);
            const FieldPath copy = list.path.index(position++);
            edit.itemsAfter.append(at(list, copy));
            if (!nameOf(node).isEmpty())
                renamings.append({item.file,
                                  item.document,
                                  {.path = copy.child(u"name"_s), .value = copiedName(nameOf(node), taken)}});
        }
        edit.step.changes += insertItems(workspace, list, first, values, lines);
    }
    edit.step.changes += renamings;
    edit.step.selectAfter = edit.itemsAfter.first();
    return edit;
}

bool canShift(const Workspace &workspace, const QList<FieldRef> &items, int by)
{
    const QList<QList<FieldRef>> lists = byList(items);
    return std::any_of(lists.begin(), lists.end(), [&](const QList<FieldRef> &group) {
        return by < 0 ? indexOf(group.last()) >= int(group.size())
                      : indexOf(group.first()) < countAt(workspace, listOf(group.first())) - int(group.size());
    });
}

std::optional<SeveralEdit> shift(const Workspace &workspace, const QList<FieldRef> &items, int by)
{
    SeveralEdit edit;
    for (const QList<FieldRef> &group : byList(items)) {
        const FieldRef list = listOf(group.first());
        QList<int> order;
        QSet<int> moved;
        for (int i = 0; i < countAt(workspace, list); ++i)
            order.append(i);
        for (const FieldRef &item : group)
            moved.insert(indexOf(item));
        const QList<int> before = order;
        const qsizetype last = order.size() - 1;
        for (qsizetype n = 1; n <= last; ++n) {
            const qsizetype i = by < 0 ? n : last - n; // the one at the far end goes first
            const qsizetype other = by < 0 ? i - 1 : i + 1;
            if (moved.contains(order[i]) && !moved.contains(order[other]))
                order.swapItemsAt(i, other);
        }
        for (const FieldRef &item : group)
            edit.itemsAfter.append(at(list, list.path.index(int(order.indexOf(indexOf(item))))));
        if (order != before)
            edit.step.changes.append(arrangeItems(list, order));
    }
    if (edit.step.changes.isEmpty())
        return std::nullopt;
    const QString text = by < 0 ? Texts::tr("Move %1 up") : Texts::tr("Move %1 down");
    edit.step.undoText = text.arg(itemsTitle(workspace, items));
    edit.step.selectAfter = edit.itemsAfter.first();
    return edit;
}

std::optional<SeveralEdit> transfer(const Workspace &workspace, const QList<FieldRef> &items, const FieldRef &list,
                                    int before)
{
    const int count = countAt(workspace, list);
    const int target = before < 0 ? count : std::min(before, count);
    const bool isOneRun = listOf(items.first()) == list && listOf(items.last()) == list
        && indexOf(items.last()) - indexOf(items.first()) == int(items.size()) - 1;
    if (isOneRun && target >= indexOf(items.first()) && target <= indexOf(items.last()) + 1)
        return std::nullopt;
    const ItemsEdit moving = moveItems(workspace, items, list, target);
    SeveralEdit edit{{Texts::tr("Move %1").arg(itemsTitle(workspace, items)), moving.changes, moving.first}, {}};
    for (int i = 0; i < int(items.size()); ++i)
        edit.itemsAfter.append(at(moving.first, moving.first.path.parent().index(indexOf(moving.first) + i)));
    return edit;
}

SeveralEdit insertion(const Workspace &workspace, const QList<ClipItem> &items, const FieldRef &list, int before)
{
    const ItemsEdit edit = insertClip(workspace, list, before, items).edit;
    SeveralEdit result{{Texts::tr("Insert %1").arg(itemsTitle(items)), edit.changes, edit.first}, {}};
    for (int i = 0; i < int(items.size()) && items.first().kind != ClipItem::Kind::Host; ++i)
        result.itemsAfter.append(at(edit.first, edit.first.path.parent().index(indexOf(edit.first) + i)));
    return result;
}

StructureEdit newDocument(const Workspace &workspace, const FieldRef &selected, DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Authorization:
        return newAuthorization(workspace, selected);
    case DocumentKind::Mesh:
        return newMesh(workspace, selected);
    case DocumentKind::Expectations:
        return newExpectations(workspace, selected);
    default:
        break;
    }
    const DocumentChange change = appendDocument(workspace, selected.file, newPolicy(workspace));
    return {Texts::tr("Add policy"), {change}, {selected.file, change.document, {}}};
}

StructureEdit documentDeletion(const Workspace &workspace, const QList<FieldRef> &documents)
{
    // From the last one on: those before it keep their numbers.
    QList<FieldRef> sorted = documents;
    std::sort(sorted.begin(), sorted.end(), [](const FieldRef &a, const FieldRef &b) {
        return std::pair(a.file, a.document) > std::pair(b.file, b.document);
    });
    StructureEdit edit;
    for (const FieldRef &document : std::as_const(sorted))
        edit.changes.append({document.file, document.document, {.kind = yaml::Change::Kind::RemoveDocument}});
    const FieldRef first = sorted.last();
    const QString title = documentTitle(workspace.reading(first.file, first.document), first.document);
    edit.undoText = sorted.size() == 1 ? Texts::tr("Delete %1").arg(title)
                                       : Texts::tr("Delete %Ln document(s)", nullptr, int(sorted.size()));
    const auto isInFile = [&first](const FieldRef &document) { return document.file == first.file; };
    const int left = int(workspace.files[size_t(first.file)]->documents.size())
        - int(std::count_if(sorted.begin(), sorted.end(), isInFile));
    edit.selectAfter = {first.file, left > 0 ? std::min(first.document, left - 1) : -1, {}};
    return edit;
}

} // namespace sallyport
