// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/compilecache.h"

#include <algorithm>

namespace sallyport {

void CompileCache::setMesh(const Mesh &mesh)
{
    if (mesh == m_mesh)
        return;
    m_entries.clear();
    m_table.clear();
    m_objects.clear();
    m_mesh = mesh;
}

const std::vector<Object> *CompileCache::find(const std::vector<EgressRoute> &table) const
{
    const bool same =
        std::equal(table.begin(), table.end(), m_table.begin(), m_table.end(),
                   [](const EgressRoute &now, const EgressRoute &before) { return now.sameRouteAs(before); });
    return same ? &m_objects : nullptr;
}

void CompileCache::keep(const std::vector<EgressRoute> &table, const std::vector<Object> &objects)
{
    m_table = table;
    m_objects = objects;
}

std::shared_ptr<const ObjectContent> CompileCache::find(const ObjectSpec &spec,
                                                        const std::vector<EgressRoute> &table) const
{
    const auto entry = m_entries.constFind({spec.kind, spec.namespaceName, spec.name});
    if (entry == m_entries.constEnd())
        return nullptr;
    const bool same =
        std::equal(spec.routes.begin(), spec.routes.end(), entry->routes.begin(), entry->routes.end(),
                   [&table](quint32 i, const EgressRoute &before) { return table[i].sameRouteAs(before); });
    if (!same || entry->upgradedAndPlain != spec.upgradedAndPlain)
        return nullptr;
    entry->lastRound = m_round;
    return entry->content;
}

void CompileCache::insert(const ObjectSpec &spec, const std::vector<EgressRoute> &table,
                          std::shared_ptr<const ObjectContent> content)
{
    Entry entry{{}, spec.upgradedAndPlain, std::move(content), m_round};
    entry.routes.reserve(spec.routes.size());
    for (quint32 i : spec.routes)
        entry.routes.push_back(table[i]);
    m_entries.insert({spec.kind, spec.namespaceName, spec.name}, std::move(entry));
}

void CompileCache::endRound()
{
    m_entries.removeIf([this](const auto &entry) { return entry.value().lastRound != m_round; });
    ++m_round;
}

} // namespace sallyport
