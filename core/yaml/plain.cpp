// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/plain.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace sallyport::yaml {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Only texts with one of these first characters can be anything but a string.
bool mayMeanMore(QStringView text)
{
    static const auto table = [] {
        std::array<bool, 128> starts{};
        for (const char c : "yYnNtTfFoO~+-.0123456789<=")
            starts[size_t(c)] = true;
        return starts;
    }();
    return text.isEmpty() || (text.front().unicode() < 128 && table[text.front().unicode()]);
}

struct Word {
    QLatin1StringView text;
    Value value;
};

/// The words of YAML 1.1 in the spellings it lists: nO or tRUE are strings.
std::optional<Value> word(QStringView text)
{
    if (text.isEmpty() || text == u'~')
        return Value();
    constexpr qsizetype longestWord = 5;
    if (text.size() > longestWord)
        return std::nullopt;
    static const double infinity = std::numeric_limits<double>::infinity();
    static const Word words[] = {
        {"null"_L1, Value()}, {"true"_L1, true},     {"false"_L1, false},    {"yes"_L1, true},
        {"no"_L1, false},     {"on"_L1, true},       {"off"_L1, false},      {"y"_L1, true},
        {"n"_L1, false},      {".inf"_L1, infinity}, {"+.inf"_L1, infinity}, {"-.inf"_L1, -infinity},
    };
    if (text == ".nan"_L1 || text == ".NaN"_L1 || text == ".NAN"_L1)
        return Value(std::numeric_limits<double>::quiet_NaN());
    const bool allUpper = std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLower(); });
    const bool tailLower = std::none_of(text.begin() + 1, text.end(), [](QChar c) { return c.isUpper(); })
        || (text.contains(u'.') && text.endsWith("Inf"_L1));
    if (!allUpper && !tailLower)
        return std::nullopt;
    for (const Word &candidate : words) {
        if (text.compare(candidate.text, Qt::CaseInsensitive) == 0)
            return candidate.value;
    }
    return std::nullopt;
}

/// Digits with an optional sign and a prefix for the base: 12, -0x1f, 0o17, 017, 0b101.
std::optional<Value> integer(const QByteArray &text)
{
    const char *at = text.constBegin();
    const char *const end = text.constEnd();
    const bool negative = at != end && *at == '-';
    const bool isSigned = at != end && (*at == '-' || *at == '+');
    if (isSigned)
        ++at;
    int base = 10;
    if (end - at > 1 && *at == '0') {
        const char mark = char(*(at + 1) | 0x20);
        base = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
        at += mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1;
    }
    quint64 magnitude = 0;
    const auto [stop, failure] = std::from_chars(at, end, magnitude, base);
    if (at == end || stop != end || failure != std::errc())
        return std::nullopt;
    const quint64 limit = quint64(std::numeric_limits<qint64>::max()) + (negative ? 1 : 0);
    if (magnitude <= limit)
        return Value(qint64(negative ? 0 - magnitude : magnitude));
    return isSigned ? std::nullopt : std::optional(Value(double(magnitude)));
}

/// Steps over digits; the answer is how many there were.
qsizetype skipDigits(const QByteArray &text, qsizetype &at)
{
    const qsizetype begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    return at - begin;
}

bool isFloat(const QByteArray &text)
{
    qsizetype at = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
    const qsizetype whole = skipDigits(text, at);
    qsizetype fraction = 0;
    if (at < text.size() && text[at] == '.') {
        ++at;
        fraction = skipDigits(text, at);
    }
    if (whole + fraction == 0)
        return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        if (skipDigits(text, at) == 0)
            return false;
    }
    return at == text.size();
}

std::optional<Value> number(QStringView text)
{
    if (!std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; }))
        return std::nullopt;
    QByteArray plain = text.toLatin1();
    if (plain.front() != '.')
        plain.replace("_", "");
    if (const auto n = integer(plain))
        return n;
    if (!isFloat(plain))
        return std::nullopt;
    bool fits = false;
    const double d = plain.toDouble(&fits);
    if (!fits)
        return std::nullopt;
    constexpr double largestExact = 9007199254740992.0; // 2^53
    if (std::floor(d) == d && std::abs(d) <= largestExact)
        return Value(qint64(d));
    return Value(d);
}

/// 190:20:30 and 20:30.15 are numbers to YAML 1.1.
bool isSexagesimal(QStringView text)
{
    const QList<QStringView> parts = text.split(u':');
    if (parts.size() < 2)
        return false;
    const auto isPart = [](QStringView part, bool last) {
        return !part.isEmpty() && isDigit(part.front()) && std::all_of(part.begin(), part.end(), [last](QChar c) {
            return isDigit(c) || c == u'_' || (last && c == u'.');
        });
    };
    QStringView first = parts.front();
    if (first.startsWith(u'-') || first.startsWith(u'+'))
        first = first.sliced(1);
    if (!isPart(first, false))
        return false;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        if (!isPart(parts[i], i + 1 == parts.size()))
            return false;
    }
    return true;
}

/// 2024-06-01, alone or with a time behind it.
bool isDate(QStringView text)
{
    qsizetype at = 0;
    const auto digits = [&](qsizetype least, qsizetype most) {
        const qsizetype begin = at;
        while (at < text.size() && at - begin < most && isDigit(text[at]))
            ++at;
        return at - begin >= least;
    };
    const auto dash = [&] { return at < text.size() && text[at++] == u'-'; };
    if (!digits(4, 4) || !dash() || !digits(1, 2) || !dash() || !digits(1, 2))
        return false;
    return at == text.size() || text[at] == u'T' || text[at] == u't' || text[at] == u' ' || text[at] == u'\t';
}

} // namespace

Value resolvePlain(const QString &text)
{
    if (!mayMeanMore(text))
        return text;
    if (auto value = word(text))
        return *value;
    const QChar first = text.front();
    if (isDigit(first) || first == u'-' || first == u'+' || first == u'.') {
        if (auto value = number(text))
            return *value;
    }
    return text;
}

bool isMisreadAsPlain(QStringView text)
{
    if (!mayMeanMore(text))
        return false;
    if (!text.isEmpty() && text.front().isLetter()) // most keys and names: words are all that these can be
        return word(text).has_value();
    if (text == u'=' || text == "<<"_L1 || !resolvePlain(text.toString()).isString())
        return true;
    if (text.startsWith(u'.') && text.contains(u'_'))
        return isMisreadAsPlain(text.toString().remove(u'_'));
    return isSexagesimal(text) || isDate(text);
}

} // namespace sallyport::yaml
