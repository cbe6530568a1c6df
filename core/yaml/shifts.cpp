// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/shifts.h"

namespace sallyport::yaml {

namespace {

FieldPath withIndex(const FieldPath &path, qsizetype level, int index)
{
    FieldPath result;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const PathElement &element = path.elements()[i];
        result = i == level     ? result.index(index)
            : element.isIndex() ? result.index(element.index)
                                : result.child(element.name);
    }
    return result;
}

} // namespace

std::optional<FieldPath> Shifts::before(const Change &change) const
{
    FieldPath path = change.path;
    for (FieldPath place = path; !m_unknown.isEmpty(); place = place.parent()) {
        if (m_unknown.contains(place))
            return std::nullopt;
        if (place.isEmpty())
            break;
    }
    for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run) {
        const qsizetype level = run->list.size();
        if (path.size() <= level || !path.startsWith(run->list))
            continue;
        if (change.kind == Change::Kind::Move && change.path.size() == level + 1)
            return std::nullopt; // its target is counted in the list as it is now
        const int index = path.elements()[level].index;
        if (!run->inserted) {
            if (index >= run->first)
                path = withIndex(path, level, index + run->count);
        } else if (index >= run->first + run->count) {
            path = withIndex(path, level, index - run->count);
        } else if (index >= run->first) {
            return std::nullopt; // one of those that came, or a new one before them
        }
    }
    return path;
}

void Shifts::add(const Change &change)
{
    const bool isItem = !change.path.isEmpty() && change.path.last().isIndex();
    if (change.kind == Change::Kind::Set)
        return;
    if (!isItem || (change.kind != Change::Kind::Insert && change.kind != Change::Kind::Remove)) {
        forget(change.kind == Change::Kind::Remove ? change.path : change.path.parent());
        return;
    }
    const bool inserted = change.kind == Change::Kind::Insert;
    const int index = change.path.last().index;
    const FieldPath list = change.path.parent();
    if (!m_runs.empty() && m_runs.back().inserted == inserted && m_runs.back().list == list) {
        Run &last = m_runs.back();
        if (inserted && index == last.first + last.count) {
            ++last.count;
            return;
        }
        if (!inserted && (index == last.first || index == last.first - 1)) {
            last.first = index;
            ++last.count;
            return;
        }
    }
    m_runs.push_back({list, index, 1, inserted});
}

} // namespace sallyport::yaml
