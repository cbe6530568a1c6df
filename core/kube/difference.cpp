// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/difference.h"

#include "core/fieldpath.h"
#include "core/kube/manifest.h"
#include "core/yaml/keyorder.h"

#include <algorithm>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

class Comparison
{
public:
    void compare(const FieldPath &path, const Value &live, const Value &next)
    {
        if (live == next)
            return;
        if (live.isMap() && next.isMap())
            compareMaps(path, live, next);
        else if (live.isList() && next.isList())
            compareLists(path, live, next);
        else
            changes.append({path.toString(), live, next});
    }

    QList<FieldChange> changes;

private:
    void compareMaps(const FieldPath &path, const Value &live, const Value &next)
    {
        for (const Member *member : yaml::membersInKeyOrder(live)) {
            if (const Value *other = next.find(member->key))
                compare(path.child(member->key), member->value, *other);
            else
                changes.append({path.child(member->key).toString(), member->value, {}});
        }
        for (const Member *member : yaml::membersInKeyOrder(next)) {
            if (!live.find(member->key))
                changes.append({path.child(member->key).toString(), {}, member->value});
        }
    }

    /// Equal items at both ends stay aside; of the rest, items in the same place are compared where both are maps and equally many.
    void compareLists(const FieldPath &path, const Value &live, const Value &next)
    {
        size_t front = 0;
        while (front < live.size() && front < next.size() && live[front] == next[front])
            ++front;
        size_t back = 0;
        while (back < live.size() - front && back < next.size() - front
               && live[live.size() - 1 - back] == next[next.size() - 1 - back])
            ++back;
        const size_t liveEnd = live.size() - back;
        const size_t nextEnd = next.size() - back;
        if (liveEnd == nextEnd) {
            for (size_t i = front; i < nextEnd; ++i)
                compare(path.index(int(i)), live[i], next[i]);
            return;
        }
        addOneSided(path, live, front, liveEnd, next, front, nextEnd, false);
        addOneSided(path, next, front, nextEnd, live, front, liveEnd, true);
    }

    /// Items of `list` that `other` has nowhere in its range.
    void addOneSided(const FieldPath &path, const Value &list, size_t begin, size_t end, const Value &other,
                     size_t otherBegin, size_t otherEnd, bool isNext)
    {
        for (size_t i = begin; i < end; ++i) {
            bool found = false;
            for (size_t j = otherBegin; j < otherEnd && !found; ++j)
                found = other[j] == list[i];
            if (found)
                continue;
            const QString field = path.index(int(i)).toString();
            changes.append(isNext ? FieldChange{field, {}, list[i]} : FieldChange{field, list[i], {}});
        }
    }
};

void collectLost(const FieldPath &path, const Value &sent, const Value &returned, QStringList &lost)
{
    if (sent.isMap() && returned.isMap()) {
        for (const Member &member : sent.members()) {
            const Value *there = returned.find(member.key);
            if (there)
                collectLost(path.child(member.key), member.value, *there, lost);
            else if (!member.value.isNull())
                lost.append(path.child(member.key).toString());
        }
    } else if (sent.isList() && returned.isList()) {
        for (size_t i = 0; i < sent.size(); ++i) {
            if (i < returned.size())
                collectLost(path.index(int(i)), sent[i], returned[i], lost);
            else
                lost.append(path.index(int(i)).toString());
        }
    }
}

} // namespace

QList<FieldChange> differences(const Value &live, const Value &next)
{
    Comparison comparison;
    comparison.compare({}, withoutServerFields(live), withoutServerFields(next));
    return comparison.changes;
}

QStringList lostFields(const Value &sent, const Value &returned)
{
    QStringList lost;
    collectLost({}, withoutServerFields(sent), returned, lost);
    return lost;
}

} // namespace sallyport::kube
