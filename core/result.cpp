// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/result.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

bool endsSentence(const QString &text)
{
    return text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'?') || text.endsWith(u':');
}

QString sentence(const QString &text)
{
    return endsSentence(text) ? text : text + u'.';
}

} // namespace

QString Error::toString() const
{
    QStringList sentences;
    QString first = what.trimmed();
    if (!where.trimmed().isEmpty()) {
        while (endsSentence(first))
            first.chop(1);
        first += (first.isEmpty() ? ""_L1 : ": "_L1) + where.trimmed();
    }
    for (const QString &part : {first, unaffected.trimmed(), next.trimmed()}) {
        if (!part.isEmpty())
            sentences.append(sentence(part));
    }
    return sentences.join(u' ');
}

} // namespace sallyport
