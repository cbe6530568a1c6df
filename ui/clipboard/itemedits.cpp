// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/clipboard/itemedits.h"

#include "ui/titles.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport {

namespace {

using Kind = ClipItem::Kind;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ItemEdits)
};

const yaml::Node *nodeAt(const Workspace &workspace, const FieldRef &place)
{
    return workspace.reading(place.file, place.document).source->root.find(place.path);
}

/// "3 rules", where all are of one kind.
QString counted(const QList<Kind> &kinds)
{
    const int count = int(kinds.size());
    if (kinds.count(kinds.front()) < count)
        return Texts::tr("%n item(s)", nullptr, count);
    switch (kinds.front()) {
    case Kind::Rule:
        return Texts::tr("%n rule(s)", nullptr, count);
    case Kind::Destination:
        return Texts::tr("%n destination(s)", nullptr, count);
    case Kind::Host:
        break;
    }
    return Texts::tr("%n host(s)", nullptr, count);
}

/// What is looked at once the items are gone: what takes the place of the first of them, its neighbour, or what held it.
FieldRef afterRemoval(const Workspace &workspace, const QList<FieldRef> &items)
{
    const FieldRef &first = items.front();
    const FieldPath list = first.path.parent();
    const auto inList = std::count_if(items.begin(), items.end(), [&](const FieldRef &item) {
        return item.file == first.file && item.document == first.document && item.path.parent() == list;
    });
    const int left = int(nodeAt(workspace, {first.file, first.document, list})->members.size()) - int(inList);
    const FieldPath next = left > 0 ? list.index(std::min(first.path.last().index, left - 1)) : list.parent();
    return {first.file, first.document, next};
}

} // namespace

QString itemsTitle(const Workspace &workspace, const QList<FieldRef> &items)
{
    const QList<FieldRef> all = outermost(workspace, items);
    if (all.isEmpty())
        return {};
    if (all.size() == 1) {
        const yaml::Node *node = nodeAt(workspace, all.front());
        return clipKindOf(all.front().path) == Kind::Host ? node->text : itemTitle(workspace, all.front());
    }
    QList<Kind> kinds;
    for (const FieldRef &item : all)
        kinds.append(*clipKindOf(item.path));
    return counted(kinds);
}

QString itemsTitle(const QList<ClipItem> &items)
{
    if (items.isEmpty())
        return {};
    if (items.size() == 1) {
        const ClipItem &item = items.front();
        const Value &name = item.kind == Kind::Host ? item.value : item.value[u"name"];
        if (name.isString() && !name.text().isEmpty())
            return name.text();
    }
    QList<Kind> kinds;
    for (const ClipItem &item : items)
        kinds.append(item.kind);
    return counted(kinds);
}

StructureEdit cutItems(const Workspace &workspace, const QList<FieldRef> &items)
{
    return removeItems(workspace, items, Texts::tr("Cut %1").arg(itemsTitle(workspace, items)));
}

StructureEdit removeItems(const Workspace &workspace, const QList<FieldRef> &items, const QString &undoText)
{
    const QList<FieldRef> all = outermost(workspace, items);
    if (all.isEmpty())
        return {};
    return {undoText, sallyport::removeItems(workspace, all), afterRemoval(workspace, all)};
}

Result<StructureEdit> pasteItems(const Workspace &workspace, const FieldRef &at, const QList<ClipItem> &items)
{
    const Result<ClipInsertion> insertion = insertClip(workspace, at, items);
    if (!insertion)
        return insertion.error();
    return StructureEdit{Texts::tr("Paste %1").arg(itemsTitle(items)), insertion->edit.changes, insertion->edit.first};
}

} // namespace sallyport
