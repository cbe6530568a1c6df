// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/changed.h"

#include "core/yaml/patch.h"

#include <algorithm>

namespace sallyport::yaml {

namespace {

/// The value at a path, made on the way where it is missing; null where the path does not fit.
Value *reach(Value &root, const FieldPath &path)
{
    Value *value = &root;
    for (const PathElement &element : path.elements()) {
        if (element.isIndex()) {
            if (!value->isList() || size_t(element.index) >= value->size())
                return nullptr;
            value = &value->members()[size_t(element.index)].value;
            continue;
        }
        if (value->isNull())
            *value = Value::map();
        if (!value->isMap())
            return nullptr;
        Value *member = value->find(element.name);
        value = member ? member : &value->add(element.name, {});
    }
    return value;
}

/// The value at a path, or null: nothing is made.
Value *lookUp(Value &root, const FieldPath &path)
{
    Value *value = &root;
    for (const PathElement &element : path.elements()) {
        if (element.isIndex()) {
            const bool exists = value->isList() && size_t(element.index) < value->size();
            value = exists ? &value->members()[size_t(element.index)].value : nullptr;
        } else {
            value = value->find(element.name);
        }
        if (!value)
            return nullptr;
    }
    return value;
}

bool set(Value &root, const Change &change)
{
    Value *value = reach(root, change.path);
    if (value)
        *value = change.value;
    return value;
}

bool remove(Value &root, const Change &change)
{
    if (change.path.isEmpty() || !lookUp(root, change.path))
        return false;
    Value *parent = lookUp(root, change.path.parent());
    const PathElement &last = change.path.last();
    if (last.isIndex())
        parent->members().erase(parent->members().begin() + last.index);
    else
        parent->remove(last.name);
    return true;
}

/// The list before whose item the change puts something, made where nothing is there yet; null where the position is none.
Value *listToInsertInto(Value &root, const Change &change)
{
    if (change.path.isEmpty() || !change.path.last().isIndex())
        return nullptr;
    Value *list = reach(root, change.path.parent());
    if (list && list->isNull())
        *list = Value::list();
    return list && list->isList() && size_t(change.path.last().index) <= list->size() ? list : nullptr;
}

bool insert(Value &root, const Change &change)
{
    Value *list = listToInsertInto(root, change);
    if (!list)
        return false;
    list->members().insert(list->members().begin() + change.path.last().index, Member{{}, change.value});
    return true;
}

bool insertItems(Value &root, const Change &change)
{
    Value *list = change.value.isList() ? listToInsertInto(root, change) : nullptr;
    if (!list)
        return false;
    const auto &items = change.value.members();
    list->members().insert(list->members().begin() + change.path.last().index, items.begin(), items.end());
    return true;
}

bool arrange(Value &root, const Change &change)
{
    Value *list = lookUp(root, change.path);
    if (!list || !list->isList())
        return false;
    std::vector<bool> isUsed(list->size());
    std::vector<Value> kept;
    for (const int i : change.order) {
        if (i < 0 || size_t(i) >= list->size() || isUsed[size_t(i)])
            return false;
        isUsed[size_t(i)] = true;
        kept.push_back(std::move(list->members()[size_t(i)].value));
    }
    *list = Value::list(std::move(kept));
    return true;
}

bool move(Value &root, const Change &change)
{
    if (change.path.isEmpty() || !change.path.last().isIndex() || !lookUp(root, change.path))
        return false;
    auto &items = lookUp(root, change.path.parent())->members();
    if (change.to < 0 || size_t(change.to) >= items.size())
        return false;
    const auto from = items.begin() + change.path.last().index;
    const auto to = items.begin() + change.to;
    if (from < to)
        std::rotate(from, from + 1, to + 1);
    else
        std::rotate(to, from, from + 1);
    return true;
}

bool renameKey(Value &root, const Change &change)
{
    if (change.path.isEmpty() || change.path.last().isIndex() || !change.value.isString())
        return false;
    Value *map = lookUp(root, change.path.parent());
    const QString &key = change.path.last().name;
    if (!map || !map->find(key) || (key != change.value.text() && map->find(change.value.text())))
        return false;
    for (Member &member : map->members()) {
        if (member.key == key)
            member.key = change.value.text();
    }
    return true;
}

} // namespace

bool makeChange(Value &value, const Change &change)
{
    bool fits = false;
    switch (change.kind) {
    case Change::Kind::Set:
        fits = set(value, change);
        break;
    case Change::Kind::Remove:
        fits = remove(value, change);
        break;
    case Change::Kind::Insert:
        fits = insert(value, change);
        break;
    case Change::Kind::InsertItems:
        fits = insertItems(value, change);
        break;
    case Change::Kind::Arrange:
        fits = arrange(value, change);
        break;
    case Change::Kind::Move:
        fits = move(value, change);
        break;
    case Change::Kind::RenameKey:
        fits = renameKey(value, change);
        break;
    case Change::Kind::AppendDocument:
        value = change.value;
        return true;
    case Change::Kind::RemoveDocument:
        value = {};
        return true;
    }
    return fits;
}

std::optional<Value> changed(const Value &root, const Change &change)
{
    Value value = root;
    return makeChange(value, change) ? std::optional(std::move(value)) : std::nullopt;
}

} // namespace sallyport::yaml
