// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/coverage.h"

#include <algorithm>

namespace sallyport {

bool selectsAllOf(const Labels &wide, const Labels &narrow)
{
    return std::includes(narrow.begin(), narrow.end(), wide.begin(), wide.end());
}

bool canSelectOnePod(const Labels &a, const Labels &b)
{
    auto i = a.begin();
    auto j = b.begin();
    while (i != a.end() && j != b.end()) {
        if (i->first == j->first) {
            if (i->second != j->second)
                return false;
            ++i;
            ++j;
        } else if (i->first < j->first) {
            ++i;
        } else {
            ++j;
        }
    }
    return true;
}

QStringList coveringWildcards(const QString &host)
{
    QStringList wildcards;
    const qsizetype start = isWildcard(host) ? 2 : 0;
    for (qsizetype dot = host.indexOf(u'.', start); dot >= 0; dot = host.indexOf(u'.', dot + 1))
        wildcards.append(u'*' + host.mid(dot));
    return wildcards;
}

} // namespace sallyport
