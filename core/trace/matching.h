// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/objects.h"

#include <QHash>
#include <QRegularExpression>

#include <optional>

namespace sallyport {

/// True, false, or not known.
using Maybe = std::optional<bool>;

Maybe both(Maybe a, Maybe b);
Maybe either(Maybe a, Maybe b);
Maybe inverted(Maybe a);

/// A part of a request that a rule looks at.
struct Part {
    bool isKnown = true;
    bool isPresent = false;
    QString text;
};

/// Compiled regular expressions, which proxies match against the whole text.
class Expressions
{
public:
    /// Nothing where the expression is none that a proxy takes, or takes too long.
    Maybe matches(const QString &pattern, const QString &text);

private:
    QHash<QString, std::optional<QRegularExpression>> m_compiled;
};

Maybe matches(const istio::StringMatch &match, const Part &part, Expressions &expressions, bool ignoreCase = false);

/// A value of an AuthorizationPolicy: exact, "prefix*", "*suffix" or "*" for anything that is there.
Maybe matchesValue(const QString &value, const Part &part, Qt::CaseSensitivity sensitivity = Qt::CaseSensitive);

} // namespace sallyport
