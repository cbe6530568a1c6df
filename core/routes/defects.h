// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"

#include <QSet>

namespace sallyport {

/// The parts of one policy that error findings make unusable, so that a defect costs no more than the smallest part around it.
///
/// A fault of a host costs that host, of a destination's other fields the destination, of a source the source, of anything else in a
/// rule the rule. Faults of metadata and version cost nothing: no generated object depends on them.
class Defects
{
public:
    explicit Defects(const QList<FieldPath> &fields);

    bool wholePolicy() const { return m_policy; }
    bool policyGateway() const { return m_gateway; } ///< spec.byEgressGateway cannot be used.
    bool rule(int i) const { return m_rules.contains(i); }
    bool source(int rule, int from) const { return m_sources.contains({rule, from}); }
    bool destination(int rule, int to) const { return m_destinations.contains({rule, to}); }
    bool host(int rule, int to, int host) const { return m_hosts.contains({{rule, to}, host}); }

private:
    void add(const FieldPath &field);

    bool m_policy = false;
    bool m_gateway = false;
    QSet<int> m_rules;
    QSet<std::pair<int, int>> m_sources;
    QSet<std::pair<int, int>> m_destinations;
    QSet<std::pair<std::pair<int, int>, int>> m_hosts;
};

} // namespace sallyport
