// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/search.h"

namespace sallyport {

QList<int> Search::matches(QStringView line) const
{
    QList<int> starts;
    if (text.isEmpty())
        return starts;
    const Qt::CaseSensitivity sensitivity = matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = line.indexOf(text, 0, sensitivity); at >= 0;
         at = line.indexOf(text, at + text.size(), sensitivity))
        starts.append(int(at));
    return starts;
}

} // namespace sallyport
