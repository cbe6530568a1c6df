// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/edits.h"
#include "core/yaml/itemtext.h"

#include <algorithm>

// The edits of edits.h that take many items at once.

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using Kind = yaml::Change::Kind;

const yaml::Node *nodeAt(const Workspace &workspace, const FieldRef &place)
{
    return workspace.reading(place.file, place.document).source->root.find(place.path);
}

int countAt(const Workspace &workspace, const FieldRef &list)
{
    const yaml::Node *node = nodeAt(workspace, list);
    return node && node->kind == yaml::NodeKind::List ? int(node->members.size()) : 0;
}

FieldRef at(const FieldRef &place, const FieldPath &path)
{
    return {place.file, place.document, path};
}

DocumentChange changeAt(const FieldRef &place, Kind kind, Value value = {})
{
    return {place.file, place.document, {.kind = kind, .path = place.path, .value = std::move(value)}};
}

FieldRef listOf(const FieldRef &item)
{
    return at(item, item.path.parent());
}

/// The positions of items, by the lists they are in; lists deeper in the document come first.
std::vector<std::pair<FieldRef, QList<int>>> byList(const QList<FieldRef> &items)
{
    std::vector<std::pair<FieldRef, QList<int>>> lists;
    for (const FieldRef &item : items) {
        const FieldRef list = listOf(item);
        const auto isSame = [&list](const auto &entry) { return entry.first == list; };
        // Selections come list by list: the last one is nearly always the one.
        auto entry = std::find_if(lists.rbegin(), lists.rend(), isSame);
        if (entry == lists.rend()) {
            lists.push_back({list, {}});
            entry = lists.rbegin();
        }
        if (!entry->second.contains(item.path.last().index))
            entry->second.append(item.path.last().index);
    }
    std::stable_sort(lists.begin(), lists.end(),
                     [](const auto &a, const auto &b) { return a.first.path.size() > b.first.path.size(); });
    return lists;
}

QList<int> othersThan(const QList<int> &positions, int count)
{
    std::vector<bool> isGone(static_cast<size_t>(count));
    for (const int position : positions) {
        if (position < count)
            isGone[size_t(position)] = true;
    }
    QList<int> others;
    for (int i = 0; i < count; ++i) {
        if (!isGone[size_t(i)])
            others.append(i);
    }
    return others;
}

/// The order of a list in which some of its items have gone to position `before`, as counted with them.
QList<int> gathered(const QList<int> &positions, int count, int before)
{
    QList<int> order;
    const QList<int> others = othersThan(positions, count);
    for (const int other : others) {
        if (other < before)
            order.append(other);
    }
    order += positions;
    for (const int other : others) {
        if (other >= before)
            order.append(other);
    }
    return order;
}

/// Where a place is once `count` items were put into a list before position `before`.
FieldRef shifted(const FieldRef &place, const FieldRef &list, int before, int count)
{
    const bool isBelow = place.file == list.file && place.document == list.document
        && place.path.size() > list.path.size() && place.path.startsWith(list.path);
    if (!isBelow || place.path.elements()[list.path.size()].index < before)
        return place;
    FieldPath path = list.path.index(place.path.elements()[list.path.size()].index + count);
    for (const PathElement &element : place.path.elements().sliced(path.size()))
        path = element.isIndex() ? path.index(element.index) : path.child(element.name);
    return at(place, path);
}

/// Where a place is once items were taken away that do not hold it.
FieldRef withoutThose(const FieldRef &place, const QList<FieldRef> &removed)
{
    FieldPath path;
    for (const PathElement &element : place.path.elements()) {
        if (!element.isIndex()) {
            path = path.child(element.name);
            continue;
        }
        // The lists of `removed` are spelled as before the removal, and so is this one.
        FieldPath before;
        for (const PathElement &step : place.path.elements().first(path.size()))
            before = step.isIndex() ? before.index(step.index) : before.child(step.name);
        const auto goesBefore = [&](const FieldRef &item) {
            return item.file == place.file && item.document == place.document && item.path.parent() == before
                && item.path.last().index < element.index;
        };
        path = path.index(element.index - int(std::count_if(removed.begin(), removed.end(), goesBefore)));
    }
    return at(place, path);
}

} // namespace

QList<DocumentChange> insertItems(const Workspace &workspace, const FieldRef &list, int before,
                                  const std::vector<Value> &items, const QByteArray &lines)
{
    if (items.empty())
        return {};
    const int count = countAt(workspace, list);
    const int position = before < 0 ? count : std::min(before, count);
    DocumentChange insertion =
        changeAt(at(list, list.path.index(position)), Kind::InsertItems, Value::list(std::vector<Value>(items)));
    insertion.change.lines = lines;
    if (count > 0)
        return {insertion};
    if (lines.isEmpty())
        return {setField(workspace, list, insertion.change.value)};
    // A list with one item shows where and how the lines go.
    return {setField(workspace, list, Value::list(QStringList{u"placeholder"_s})), insertion,
            changeAt(at(list, list.path.index(int(items.size()))), Kind::Remove)};
}

DocumentChange arrangeItems(const FieldRef &list, const QList<int> &order)
{
    DocumentChange change = changeAt(list, Kind::Arrange);
    change.change.order = order;
    return change;
}

QList<DocumentChange> removeItems(const Workspace &workspace, const QList<FieldRef> &items)
{
    QList<DocumentChange> changes;
    for (const auto &[list, positions] : byList(items))
        changes.append(arrangeItems(list, othersThan(positions, countAt(workspace, list))));
    return changes;
}

ItemsEdit moveItems(const Workspace &workspace, const QList<FieldRef> &items, const FieldRef &list, int before)
{
    const auto lists = byList(items);
    if (lists.empty())
        return {};
    const int target = std::clamp(before, 0, countAt(workspace, list));
    if (lists.size() == 1 && lists.front().first == list) {
        const QList<int> order = gathered(lists.front().second, countAt(workspace, list), target);
        return {{arrangeItems(list, order)},
                at(list, list.path.index(int(order.indexOf(lists.front().second.first()))))};
    }
    std::vector<Value> values;
    QByteArray lines;
    QList<FieldRef> old; ///< Where the items stand once their copies are in.
    for (const FieldRef &item : items) {
        const DocumentReading &reading = workspace.reading(item.file, item.document);
        values.push_back(yaml::toValue(*reading.source->root.find(item.path)));
        lines += yaml::itemText(workspace.files[size_t(item.file)]->stream, *reading.source, item.path);
        old.append(shifted(item, list, target, int(items.size())));
    }
    ItemsEdit edit;
    edit.changes = insertItems(workspace, list, target, values, lines);
    const int arrived = int(items.size());
    for (const auto &[source, positions] : lists) {
        QList<int> gone = positions;
        if (source == list)
            std::for_each(gone.begin(), gone.end(), [&](int &i) { i += i >= target ? arrived : 0; });
        const int count = countAt(workspace, source) + (source == list ? arrived : 0);
        edit.changes.append(arrangeItems(shifted(source, list, target, arrived), othersThan(gone, count)));
    }
    edit.first = withoutThose(at(list, list.path.index(target)), old);
    return edit;
}

} // namespace sallyport
