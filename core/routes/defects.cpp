// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/defects.h"

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// The index that follows the member called `name` at position `at`: 2 for from[2]; -1 where the path says something else.
int itemOf(const QList<PathElement> &path, qsizetype at, QLatin1StringView name)
{
    if (at + 1 >= path.size() || path[at].name != name)
        return -1;
    return path[at + 1].index;
}

} // namespace

Defects::Defects(const QList<FieldPath> &fields)
{
    for (const FieldPath &field : fields)
        add(field);
}

void Defects::add(const FieldPath &field)
{
    const QList<PathElement> &path = field.elements();
    const QString top = path.isEmpty() ? QString() : path[0].name;
    if (top == "metadata"_L1 || top == "status"_L1 || top == "apiVersion"_L1)
        return;
    if (top != "spec"_L1 || path.size() == 1) {
        m_policy = true;
        return;
    }
    if (path[1].name == "byEgressGateway"_L1) {
        m_gateway = true;
        return;
    }
    const int rule = itemOf(path, 1, "egressRules"_L1);
    if (rule < 0) {
        m_policy = true;
        return;
    }
    const int from = itemOf(path, 3, "from"_L1);
    const int to = itemOf(path, 3, "to"_L1);
    const int host = itemOf(path, 5, "hosts"_L1);
    if (from >= 0)
        m_sources.insert({rule, from});
    else if (to >= 0 && host >= 0)
        m_hosts.insert({{rule, to}, host});
    else if (to >= 0)
        m_destinations.insert({rule, to});
    else
        m_rules.insert(rule);
}

} // namespace sallyport
