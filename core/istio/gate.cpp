// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/gate.h"

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// The longest regular expression that Istio's validation lets into a match.
constexpr qsizetype longestExpression = 1024;

// Anchored, so it reads the last element only: the one that Envoy appended.
const QString beforeNames = u".*;URI=spiffe://[^/;,\"]+/ns/("_s;
const QString afterNames = u")/sa/[^/;,\"]+"_s;

QString gate(const QStringList &namespaces)
{
    return beforeNames + namespaces.join(u'|') + afterNames;
}

} // namespace

QStringList gates(const std::set<QString> &namespaces)
{
    QStringList expressions;
    QStringList group;
    for (const QString &name : namespaces) {
        if (!group.isEmpty() && gate(group + QStringList{name}).size() > longestExpression) {
            expressions.append(gate(group));
            group.clear();
        }
        group.append(name);
    }
    expressions.append(gate(group));
    return expressions;
}

std::optional<QStringList> namespacesOf(const QString &gate)
{
    const qsizetype length = gate.size() - beforeNames.size() - afterNames.size();
    if (length <= 0 || !gate.startsWith(beforeNames) || !gate.endsWith(afterNames))
        return std::nullopt;
    QStringList names = gate.mid(beforeNames.size(), length).split(u'|');
    for (const QString &name : names) {
        for (QChar c : name) {
            if (!(c >= u'a' && c <= u'z') && !(c >= u'0' && c <= u'9') && c != u'-')
                return std::nullopt; // an expression inside the expression: somebody else's
        }
        if (name.isEmpty())
            return std::nullopt;
    }
    return names;
}

} // namespace sallyport
