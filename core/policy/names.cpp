// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/names.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLabel = 63;
constexpr qsizetype longestName = 253;
constexpr qsizetype longestGatewayName = 50;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isLowerOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || isDigit(c);
}

bool isLetterOrDigit(QChar c)
{
    return (c >= u'A' && c <= u'Z') || isLowerOrDigit(c);
}

/// Digits of a number between 0 and `most`, without leading zeros.
bool isNumberUpTo(QStringView text, int most)
{
    if (text.isEmpty() || text.size() > 5 || (text.size() > 1 && text[0] == u'0'))
        return false;
    return std::all_of(text.begin(), text.end(), isDigit) && text.toInt() <= most;
}

bool isIpv4(QStringView text)
{
    // thousands of names are asked after every key, and a name nearly always begins with a letter
    if (text.isEmpty() || !isDigit(text.front()))
        return false;
    const QList<QStringView> parts = text.split(u'.');
    return parts.size() == 4
        && std::all_of(parts.begin(), parts.end(), [](QStringView part) { return isNumberUpTo(part, 255); });
}

bool isHexGroup(QStringView text)
{
    const auto isHex = [](QChar c) { return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); };
    return !text.isEmpty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), isHex);
}

/// How many 16-bit groups the colon-separated text stands for; -1 where it is none. An IPv4 address may end the last one.
int ipv6Groups(QStringView text, bool isLast)
{
    if (text.isEmpty())
        return 0;
    int groups = 0;
    const QList<QStringView> parts = text.split(u':');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (isHexGroup(parts[i]))
            groups += 1;
        else if (isLast && i + 1 == parts.size() && isIpv4(parts[i]))
            groups += 2;
        else
            return -1;
    }
    return groups;
}

bool isIpv6(QStringView text)
{
    const qsizetype gap = text.indexOf("::"_L1);
    if (gap < 0)
        return ipv6Groups(text, true) == 8;
    const int before = ipv6Groups(text.first(gap), false);
    const int after = ipv6Groups(text.sliced(gap + 2), true);
    return before >= 0 && after >= 0 && before + after < 8;
}

} // namespace

bool isDnsLabel(QStringView text)
{
    if (text.isEmpty() || text.size() > longestLabel || text.front() == u'-' || text.back() == u'-')
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) { return isLowerOrDigit(c) || c == u'-'; });
}

bool isGatewayName(QStringView text)
{
    return text.size() <= longestGatewayName && isDnsLabel(text);
}

bool isDnsName(QStringView text)
{
    if (text.size() > longestName)
        return false;
    for (;;) {
        const qsizetype dot = text.indexOf(u'.');
        if (!isDnsLabel(dot < 0 ? text : text.first(dot)))
            return false;
        if (dot < 0)
            return true;
        text = text.sliced(dot + 1);
    }
}

bool isLabelValue(QStringView text)
{
    if (text.isEmpty())
        return true;
    if (text.size() > longestLabel || !isLetterOrDigit(text.front()) || !isLetterOrDigit(text.back()))
        return false;
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return isLetterOrDigit(c) || c == u'-' || c == u'_' || c == u'.'; });
}

bool isLabelKey(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const QStringView local = text.sliced(slash + 1);
    return !local.isEmpty() && isLabelValue(local) && (slash < 0 || isDnsName(text.first(slash)));
}

bool isAddress(QStringView text)
{
    return isIpv4(text) || isIpv6(text);
}

bool isAddressOrBlock(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    if (slash < 0)
        return isAddress(text);
    const QStringView address = text.first(slash);
    const QStringView length = text.sliced(slash + 1);
    return (isIpv4(address) && isNumberUpTo(length, 32)) || (isIpv6(address) && isNumberUpTo(length, 128));
}

bool isHostName(QStringView text)
{
    if (!isDnsName(text))
        return false;
    const QStringView last = text.sliced(text.lastIndexOf(u'.') + 1);
    return !std::all_of(last.begin(), last.end(), isDigit);
}

} // namespace sallyport
