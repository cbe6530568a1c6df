// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/matching.h"

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// What Qt's expressions know and RE2, which proxies use, does not.
bool isBeyondRe2(const QString &pattern)
{
    static const QRegularExpression beyond(
        u"\\(\\?(?:[=!>|#&R(+]|<[=!]|-?\\d|P[>=])|\\\\(?:[1-9GKRXZghk]|N\\{)|[*+?}]\\+|\\(\\*"_s);
    return beyond.match(pattern).hasMatch();
}

std::optional<QRegularExpression> compiled(const QString &pattern)
{
    if (isBeyondRe2(pattern))
        return std::nullopt;
    QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    return expression.isValid() ? std::optional(expression) : std::nullopt;
}

} // namespace

Maybe both(Maybe a, Maybe b)
{
    if ((a && !*a) || (b && !*b))
        return false;
    return a && b ? Maybe(true) : std::nullopt;
}

Maybe either(Maybe a, Maybe b)
{
    return inverted(both(inverted(a), inverted(b)));
}

Maybe inverted(Maybe a)
{
    return a ? Maybe(!*a) : std::nullopt;
}

Maybe Expressions::matches(const QString &pattern, const QString &text)
{
    auto found = m_compiled.find(pattern);
    if (found == m_compiled.end())
        found = m_compiled.insert(pattern, compiled(pattern));
    if (!*found)
        return std::nullopt;
    const QRegularExpressionMatch match = (*found)->match(text);
    return match.isValid() ? Maybe(match.hasMatch()) : std::nullopt;
}

Maybe matches(const istio::StringMatch &match, const Part &part, Expressions &expressions, bool ignoreCase)
{
    if (!part.isKnown)
        return std::nullopt;
    if (!part.isPresent)
        return false;
    const Qt::CaseSensitivity sensitivity = ignoreCase ? Qt::CaseInsensitive : Qt::CaseSensitive;
    switch (match.how) {
    case istio::StringMatch::How::Present:
        return true;
    case istio::StringMatch::How::Exact:
        return part.text.compare(match.text, sensitivity) == 0;
    case istio::StringMatch::How::Prefix:
        return part.text.startsWith(match.text, sensitivity);
    case istio::StringMatch::How::Regex:
        break;
    }
    return expressions.matches(match.text, part.text); // case counts in expressions, whatever else is ignored
}

Maybe matchesValue(const QString &value, const Part &part, Qt::CaseSensitivity sensitivity)
{
    if (!part.isKnown)
        return std::nullopt;
    if (!part.isPresent)
        return false;
    if (value == "*"_L1)
        return !part.text.isEmpty();
    if (value.startsWith(u'*'))
        return part.text.endsWith(QStringView(value).sliced(1), sensitivity);
    if (value.endsWith(u'*'))
        return part.text.startsWith(QStringView(value).chopped(1), sensitivity);
    return part.text.compare(value, sensitivity) == 0;
}

} // namespace sallyport
