// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/policy.h"

namespace sallyport {

using namespace Qt::StringLiterals;

QString policyNamespace()
{
    return u"istio-egress"_s;
}

QString policyNameFor(const QString &gateway)
{
    return u"egress-by-"_s + gateway;
}

QString canonicalHost(const QString &host)
{
    const QString lower = host.toLower();
    return lower.endsWith(u'.') ? lower.chopped(1) : lower;
}

bool isWildcard(QStringView host)
{
    return host.startsWith("*."_L1);
}

bool covers(QStringView pattern, QStringView host)
{
    if (pattern == host)
        return true;
    if (!isWildcard(pattern))
        return false;
    const QStringView suffix =
        pattern.sliced(1); // ".example.org"; a wildcard below it ("*.a.example.org") ends with it as well
    return host.size() > suffix.size() && host.endsWith(suffix);
}

} // namespace sallyport
