// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/keyorder.h"

#include <QList>

#include <algorithm>

namespace sallyport::yaml {

namespace {

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// One run of digits in a list of code points: its number, and where it ends.
struct DigitRun {
    qint64 number;
    qsizetype end;
};

/// `above` is the value of the digits before the run; overlong runs wrap around, as they do in go-yaml.
DigitRun digitRun(const QList<uint> &text, qsizetype at, quint64 above)
{
    quint64 number = above;
    for (; at < text.size() && QChar::isDigit(text[at]); ++at)
        number = number * 10 + (quint64(text[at]) - '0');
    return {qint64(number), at};
}

/// True where a digit other than 0 stands in the run of digits just before `at`: a 0 that follows is then no leading one.
bool followsNonZeroDigit(const QList<uint> &text, qsizetype at)
{
    while (--at >= 0 && QChar::isDigit(text[at])) {
        if (text[at] != '0')
            return true;
    }
    return false;
}

bool lessByCodePoints(const QList<uint> &a, const QList<uint> &b)
{
    const qsizetype common = std::min(a.size(), b.size());
    const qsizetype at = std::mismatch(a.begin(), a.begin() + common, b.begin()).first - a.begin();
    if (at == common)
        return a.size() < b.size();
    const bool aIsLetter = QChar::isLetter(a[at]);
    const bool bIsLetter = QChar::isLetter(b[at]);
    if (aIsLetter && bIsLetter)
        return a[at] < b[at];
    if (aIsLetter || bIsLetter)
        return bIsLetter;
    const quint64 above = (a[at] == '0' || b[at] == '0') && followsNonZeroDigit(a, at) ? 1 : 0;
    const DigitRun x = digitRun(a, at, above);
    const DigitRun y = digitRun(b, at, above);
    if (x.number != y.number)
        return x.number < y.number;
    if (x.end != y.end)
        return x.end < y.end;
    return a[at] < b[at];
}

} // namespace

bool keyLess(QStringView a, QStringView b)
{
    const qsizetype common = std::min(a.size(), b.size());
    const qsizetype at = std::mismatch(a.begin(), a.begin() + common, b.begin()).first - a.begin();
    if (at == common)
        return a.size() < b.size();
    if (isAsciiLetter(a[at]) && isAsciiLetter(b[at]))
        return a[at] < b[at];
    return lessByCodePoints(a.toUcs4(), b.toUcs4());
}

std::vector<const Member *> membersInKeyOrder(const Value &map)
{
    std::vector<const Member *> members;
    members.reserve(map.size());
    for (const Member &member : map.members())
        members.push_back(&member);
    const auto byKey = [](const Member *a, const Member *b) { return keyLess(a->key, b->key); };
    if (!std::is_sorted(members.begin(), members.end(), byKey)) {
        // keyLess is no strict order for digits beside punctuation: sorted by code first, the outcome depends on the keys alone.
        std::stable_sort(members.begin(), members.end(),
                         [](const Member *a, const Member *b) { return a->key < b->key; });
        std::stable_sort(members.begin(), members.end(), byKey);
    }
    return members;
}

} // namespace sallyport::yaml
