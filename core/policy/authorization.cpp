// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/authorization.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// Every mesh SNI of a TLS or TCP route ends with this (docs/istio.md).
constexpr QLatin1StringView l4Suffix = ".l4.egress.internal"_L1;

/// Whether the pattern of a condition matches the SNI of every TLS and TCP route. Patterns are exact, "prefix*", "*suffix" or "*".
bool matchesAllL4(const QString &pattern)
{
    return pattern.startsWith(u'*') && QString(l4Suffix).endsWith(QStringView(pattern).sliced(1));
}

/// Whether it may match the SNI of some TLS or TCP route. They begin with a port: p443.example.org.….
bool mayMatchL4(const QString &pattern)
{
    if (pattern.startsWith(u'*'))
        return matchesAllL4(pattern) || pattern.endsWith(l4Suffix);
    if (pattern.endsWith(u'*'))
        return pattern.startsWith(u'p') || pattern.startsWith(u'w');
    return pattern.endsWith(l4Suffix);
}

QStringList textsOf(const Value &list)
{
    QStringList texts;
    for (const Member &item : list.members())
        texts.append(item.value.text());
    return texts;
}

} // namespace

QString everyL4Sni()
{
    return u'*' + l4Suffix;
}

bool keepsOffL4(const Value &condition)
{
    if (condition[u"key"].text() != "connection.sni"_L1)
        return false;
    const QStringList values = textsOf(condition[u"values"]);
    const QStringList notValues = textsOf(condition[u"notValues"]);
    const bool excludesL4 = std::any_of(notValues.begin(), notValues.end(), matchesAllL4);
    const bool namesOthersOnly = !values.isEmpty() && std::none_of(values.begin(), values.end(), mayMatchL4);
    return excludesL4 || namesOthersOnly;
}

bool AuthorizationRule::isHttpOnly() const
{
    return hasOtherHttpFields || !hosts.isEmpty() || !notHosts.isEmpty() || !methods.isEmpty() || !notMethods.isEmpty()
        || !paths.isEmpty() || !notPaths.isEmpty();
}

} // namespace sallyport
