// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/managedfields.h"

#include "core/kube/json.h"

#include <algorithm>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

/// Our Apply entry; null where there is none.
const Value *ourEntry(const Value &object)
{
    for (const Member &entry : object[u"metadata"][u"managedFields"].members()) {
        if (entry.value[u"manager"].text() == ourManager && entry.value[u"operation"].text() == "Apply"_L1
            && entry.value[u"subresource"].text().isEmpty())
            return &entry.value;
    }
    return nullptr;
}

bool isNamed(const Member &owned, QLatin1StringView prefix)
{
    return owned.key.startsWith(prefix);
}

bool ownsExactly(const Value &owned, const Value &wanted, const Value &live);

/// f:name for every member of a map, and nothing else.
bool ownsMembers(const Value &owned, const Value &wanted, const Value &live)
{
    size_t named = 0;
    for (const Member &field : owned.members()) {
        if (field.key == "."_L1)
            continue;
        if (!isNamed(field, "f:"_L1))
            return false;
        const QStringView key = QStringView(field.key).mid(2);
        const Value *mine = wanted.find(key);
        const Value *there = live.find(key);
        if (!mine || !there || !ownsExactly(field.value, *mine, *there))
            return false;
        ++named;
    }
    return named == wanted.size();
}

const Value *itemWith(const Value &list, const Value &keys)
{
    for (const Member &item : list.members()) {
        const bool matches = std::all_of(keys.members().begin(), keys.members().end(),
                                         [&](const Member &key) { return item.value[key.key] == key.value; });
        if (matches)
            return &item.value;
    }
    return nullptr;
}

/// k:{…} for every item of a list that is a map by keys.
bool ownsItems(const Value &owned, const Value &wanted, const Value &live)
{
    size_t named = 0;
    for (const Member &field : owned.members()) {
        if (field.key == "."_L1)
            continue;
        const std::optional<Value> keys = isNamed(field, "k:"_L1) ? fromJson(field.key.mid(2).toUtf8()) : std::nullopt;
        const Value *mine = keys ? itemWith(wanted, *keys) : nullptr;
        const Value *there = keys ? itemWith(live, *keys) : nullptr;
        if (!mine || !there || !ownsExactly(field.value, *mine, *there))
            return false;
        ++named;
    }
    return named == wanted.size();
}

bool ownsExactly(const Value &owned, const Value &wanted, const Value &live)
{
    if (owned.isEmpty()) // a leaf, or an atomic list or map
        return wanted == live;
    if (wanted.isMap() && live.isMap())
        return ownsMembers(owned, wanted, live);
    return wanted.isList() && live.isList() && ownsItems(owned, wanted, live);
}

/// The parts of a value that these fields name.
Value owns(const Value &owned, const Value &live)
{
    if (owned.isEmpty() || (!live.isMap() && !live.isList()))
        return live;
    Value part = live.isMap() ? Value::map() : Value::list();
    for (const Member &field : owned.members()) {
        if (isNamed(field, "f:"_L1)) {
            const QString key = field.key.mid(2);
            if (const Value *there = live.find(key))
                part.add(key, owns(field.value, *there));
        } else if (isNamed(field, "k:"_L1)) {
            const std::optional<Value> keys = fromJson(field.key.mid(2).toUtf8());
            if (const Value *there = keys ? itemWith(live, *keys) : nullptr)
                part.append(owns(field.value, *there));
        }
    }
    return part;
}

/// What of an object can be owned: all but what identifies it.
Value ownable(const Value &wanted)
{
    Value rest = Value::map();
    for (const Member &member : wanted.members()) {
        if (member.key == "apiVersion"_L1 || member.key == "kind"_L1)
            continue;
        if (member.key != "metadata"_L1) {
            rest.add(member.key, member.value);
            continue;
        }
        Value metadata = Value::map();
        for (const Member &field : member.value.members()) {
            if (field.key != "name"_L1 && field.key != "namespace"_L1)
                metadata.add(field.key, field.value);
        }
        if (!metadata.isEmpty())
            rest.add(u"metadata"_s, std::move(metadata));
    }
    return rest;
}

} // namespace

bool isAppliedByUs(const Value &object)
{
    return ourEntry(object) != nullptr;
}

QStringList otherManagers(const Value &object)
{
    QStringList managers;
    for (const Member &entry : object[u"metadata"][u"managedFields"].members()) {
        const QString &manager = entry.value[u"manager"].text();
        if (manager != ourManager && entry.value[u"subresource"].text() != "status"_L1 && !managers.contains(manager))
            managers.append(manager);
    }
    managers.sort();
    return managers;
}

bool hasSameOwnership(const Value &a, const Value &b)
{
    const Value *first = ourEntry(a);
    const Value *second = ourEntry(b);
    return first && second && (*first)[u"apiVersion"] == (*second)[u"apiVersion"]
        && (*first)[u"fieldsV1"] == (*second)[u"fieldsV1"];
}

Value ownedPart(const Value &object)
{
    const Value *entry = ourEntry(object);
    Value part = Value::map({{u"apiVersion"_s, object[u"apiVersion"]}, {u"kind"_s, object[u"kind"]}});
    const Value owned = entry ? owns((*entry)[u"fieldsV1"], object) : Value::map();
    Value metadata = owned[u"metadata"].isMap() ? owned[u"metadata"] : Value::map();
    metadata.set(u"name"_s, object[u"metadata"][u"name"]);
    metadata.set(u"namespace"_s, object[u"metadata"][u"namespace"]);
    part.add(u"metadata"_s, std::move(metadata));
    for (const Member &member : owned.members()) {
        if (member.key != "metadata"_L1)
            part.add(member.key, member.value);
    }
    return part;
}

std::pair<QString, QString> lastWriter(const Value &object)
{
    std::pair<QString, QString> last;
    for (const Member &entry : object[u"metadata"][u"managedFields"].members()) {
        const QString &time = entry.value[u"time"].text();
        if (entry.value[u"subresource"].text() != "status"_L1 && time >= last.second)
            last = {entry.value[u"manager"].text(), time};
    }
    return last;
}

bool carriesExactly(const Value &live, const Value &wanted)
{
    const Value *entry = ourEntry(live);
    return entry && (*entry)[u"apiVersion"] == wanted[u"apiVersion"] && live[u"apiVersion"] == wanted[u"apiVersion"]
        && live[u"metadata"][u"deletionTimestamp"].isNull()
        && ownsMembers((*entry)[u"fieldsV1"], ownable(wanted), live);
}

} // namespace sallyport::kube
