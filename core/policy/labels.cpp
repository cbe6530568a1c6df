// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/labels.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

QString labelsText(const Labels &labels, QLatin1StringView separator)
{
    QStringList words;
    for (const auto &[key, value] : labels)
        words.append(key + u'=' + value);
    return words.join(separator);
}

std::optional<Labels> parseLabels(const QString &text)
{
    Labels labels;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString label = part.trimmed();
        if (label.isEmpty())
            continue;
        const qsizetype equals = label.indexOf(u'=');
        if (equals < 1)
            return std::nullopt;
        labels.append({label.first(equals).trimmed(), label.sliced(equals + 1).trimmed()});
    }
    std::sort(labels.begin(), labels.end());
    const bool isTwice = std::adjacent_find(labels.begin(), labels.end(),
                                            [](const auto &a, const auto &b) { return a.first == b.first; })
        != labels.end();
    return isTwice ? std::nullopt : std::optional(labels);
}

Labels labelsAt(const yaml::Node *map)
{
    Labels labels;
    if (!map || map->kind != yaml::NodeKind::Map)
        return labels;
    for (const yaml::NodeMember &member : map->members)
        labels.append({yaml::keyText(member.key), member.value.text});
    return labels;
}

} // namespace sallyport
