// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/manifest.h"

#include <algorithm>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

/// Every member of `wanted` is there with the same value.
bool includes(const Value &present, const Value &wanted)
{
    return std::all_of(wanted.members().begin(), wanted.members().end(), [&](const Member &member) {
        const Value *found = present.find(member.key);
        return found && *found == member.value;
    });
}

bool isContent(const QString &key)
{
    return key != "apiVersion"_L1 && key != "kind"_L1 && key != "metadata"_L1 && key != "status"_L1;
}

/// Every member but metadata and status of `a` is in `b`, and equal.
bool contentIsIn(const Value &a, const Value &b)
{
    return std::all_of(a.members().begin(), a.members().end(), [&](const Member &member) {
        if (!isContent(member.key))
            return true;
        const Value *other = b.find(member.key);
        return other && *other == member.value;
    });
}

} // namespace

size_t qHash(const ObjectKey &key, size_t seed)
{
    return qHashMulti(seed, key.kind, key.namespaceName, key.name);
}

Manifest manifestOf(Value object)
{
    const Value &metadata = object[u"metadata"];
    ObjectRef ref = {object[u"apiVersion"].text(), object[u"kind"].text(), metadata[u"namespace"].text(),
                     metadata[u"name"].text()};
    return {std::move(ref), std::make_shared<const Value>(std::move(object))};
}

Manifest manifestOf(const Object &object)
{
    return {object.content->ref, {object.content, &object.content->value}};
}

QHash<ObjectKey, const Manifest *> byKey(const ManifestSet &set)
{
    QHash<ObjectKey, const Manifest *> index;
    index.reserve(qsizetype(set.size()));
    for (const Manifest &manifest : set)
        index.insert(manifest.key(), &manifest);
    return index;
}

Value withoutServerFields(const Value &object)
{
    Value cleaned = Value::map();
    for (const Member &member : object.members()) {
        if (member.key == "status"_L1)
            continue;
        if (member.key != "metadata"_L1) {
            cleaned.add(member.key, member.value);
            continue;
        }
        Value &metadata = cleaned.add(u"metadata"_s, Value::map());
        for (const Member &field : member.value.members()) {
            if (field.key == "name"_L1 || field.key == "namespace"_L1 || field.key == "labels"_L1
                || field.key == "annotations"_L1)
                metadata.add(field.key, field.value);
        }
    }
    return cleaned;
}

bool carries(const Value &present, const Value &wanted)
{
    const Value &metadata = present[u"metadata"];
    const Value &wantedMetadata = wanted[u"metadata"];
    return includes(metadata[u"labels"], wantedMetadata[u"labels"])
        && includes(metadata[u"annotations"], wantedMetadata[u"annotations"]) && contentIsIn(wanted, present)
        && contentIsIn(present, wanted);
}

} // namespace sallyport::kube
