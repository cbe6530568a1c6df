// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/kubeerror.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

/// A quoted-string (RFC 7230 3.2.6) at the start of `rest`, which is moved behind it.
std::optional<QByteArray> takeQuoted(QByteArrayView &rest)
{
    QByteArray text;
    if (!rest.startsWith('"'))
        return {};
    for (qsizetype i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest = rest.sliced(i + 1);
            return text;
        }
        if (rest[i] == '\\' && ++i == rest.size())
            break;
        text += rest[i];
    }
    return {};
}

void skipBlanks(QByteArrayView &rest)
{
    while (!rest.isEmpty() && (rest[0] == ' ' || rest[0] == '\t'))
        rest = rest.sliced(1);
}

/// A word without blanks, which is not followed by a comma.
std::optional<QByteArray> takeWord(QByteArrayView &rest)
{
    skipBlanks(rest);
    const qsizetype end = rest.indexOf(' ');
    if (end <= 0)
        return {};
    const QByteArray word = rest.first(end).toByteArray();
    rest = rest.sliced(end);
    return word;
}

/// One `299 - "text" "date"` at the start of `rest`, which is moved behind it and the comma. Nothing where it is none.
std::optional<std::pair<QByteArray, QByteArray>> takeWarning(QByteArrayView &rest)
{
    const std::optional<QByteArray> code = takeWord(rest);
    const std::optional<QByteArray> agent = code && code->size() == 3 ? takeWord(rest) : std::nullopt;
    skipBlanks(rest);
    const std::optional<QByteArray> text = agent ? takeQuoted(rest) : std::nullopt;
    if (!text)
        return {};
    skipBlanks(rest);
    if (rest.startsWith('"') && !takeQuoted(rest))
        return {};
    skipBlanks(rest);
    if (!rest.isEmpty() && rest[0] != ',')
        return {};
    rest = rest.isEmpty() ? rest : rest.sliced(1);
    return std::pair(*code, *text);
}

} // namespace

QStringList warningTexts(const QList<QByteArray> &headers)
{
    QStringList texts;
    for (const QByteArray &header : headers) {
        QByteArrayView rest = header;
        while (const auto warning = takeWarning(rest)) {
            const QString text = QString::fromUtf8(warning->second);
            if (warning->first == "299" && !texts.contains(text))
                texts.append(text);
        }
    }
    return texts;
}

} // namespace sallyport::kube
