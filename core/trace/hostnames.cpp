// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/hostnames.h"

namespace sallyport::istio {

using namespace Qt::StringLiterals;

bool isWildcardName(QStringView name)
{
    return name.startsWith(u'*');
}

bool namesOverlap(QStringView a, QStringView b)
{
    return isCoveredBy(a, b) || isCoveredBy(b, a);
}

bool isCoveredBy(QStringView name, QStringView pattern)
{
    if (!isWildcardName(pattern))
        return name == pattern;
    if (isWildcardName(name))
        return name.size() >= pattern.size() && name.sliced(1).endsWith(pattern.sliced(1));
    return name.endsWith(pattern.sliced(1));
}

bool isMoreSpecific(QStringView a, QStringView b)
{
    if (isWildcardName(a) != isWildcardName(b))
        return isWildcardName(b);
    return a.size() == b.size() ? a < b : a.size() > b.size();
}

QString resolvedName(const QString &name, const QString &namespaceName)
{
    if (name.isEmpty() || name.contains(u'.') || isWildcardName(name))
        return name.toLower();
    return name.toLower() + u'.' + namespaceName + ".svc.cluster.local"_L1;
}

bool isClusterName(QStringView name)
{
    return !name.contains(u'.') || name.endsWith(u".svc") || name.endsWith(u".svc.cluster.local")
        || name.endsWith(u".svc.cluster.local.");
}

} // namespace sallyport::istio
