// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fieldpath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isIdentifier(QStringView name)
{
    return !name.isEmpty() && isAsciiLetter(name.front())
        && std::all_of(name.begin(), name.end(), [](QChar c) { return isAsciiLetter(c) || isAsciiDigit(c); });
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isAsciiDigit);
}

/// In brackets a bare key ends at the first bracket, and digits alone are a position.
bool needsQuotes(QStringView key)
{
    return key.isEmpty() || isNumber(key) || key.startsWith(u'"') || key.contains(u']');
}

QString quoted(const QString &key)
{
    QString text;
    for (const QChar c : key) {
        if (c == u'"' || c == u'\\')
            text += u'\\';
        text += c;
    }
    return u'"' + text + u'"';
}

/// Reads a path from left to right; every step takes what it understood off `rest`.
class PathReader
{
public:
    explicit PathReader(QStringView text)
        : m_rest(text)
    {
    }

    std::optional<FieldPath> read()
    {
        FieldPath path;
        while (!m_rest.isEmpty()) {
            const auto longer = m_rest.front() == u'[' ? bracket(path) : name(path);
            if (!longer)
                return std::nullopt;
            path = *longer;
        }
        return path;
    }

private:
    std::optional<FieldPath> name(const FieldPath &path)
    {
        if (!path.isEmpty()) {
            if (m_rest.front() != u'.')
                return std::nullopt;
            m_rest = m_rest.sliced(1);
        }
        const auto end =
            std::find_if(m_rest.begin(), m_rest.end(), [](QChar c) { return c == u'.' || c == u'[' || c == u']'; });
        const QStringView word = m_rest.first(end - m_rest.begin());
        if (word.isEmpty())
            return std::nullopt;
        m_rest = m_rest.sliced(word.size());
        return path.child(word.toString());
    }

    std::optional<FieldPath> bracket(const FieldPath &path)
    {
        m_rest = m_rest.sliced(1);
        if (m_rest.startsWith(u'"'))
            return quotedKey(path);
        const qsizetype end = m_rest.indexOf(u']');
        if (end < 1)
            return std::nullopt;
        const QStringView word = m_rest.first(end);
        m_rest = m_rest.sliced(end + 1);
        if (!isNumber(word))
            return path.child(word.toString());
        bool fits = false;
        const int position = word.toInt(&fits);
        return fits ? std::optional(path.index(position)) : std::nullopt;
    }

    std::optional<FieldPath> quotedKey(const FieldPath &path)
    {
        QString key;
        for (qsizetype i = 1; i < m_rest.size(); ++i) {
            if (m_rest[i] == u'"') {
                if (i + 1 >= m_rest.size() || m_rest[i + 1] != u']')
                    return std::nullopt;
                m_rest = m_rest.sliced(i + 2);
                return path.child(key);
            }
            if (m_rest[i] == u'\\' && ++i == m_rest.size())
                break;
            key += m_rest[i];
        }
        return std::nullopt;
    }

    QStringView m_rest;
};

} // namespace

FieldPath FieldPath::child(const QString &name) const
{
    FieldPath path = *this;
    path.m_elements.append({.name = name});
    return path;
}

FieldPath FieldPath::index(int i) const
{
    FieldPath path = *this;
    path.m_elements.append({.name = {}, .index = i});
    return path;
}

FieldPath FieldPath::parent() const
{
    FieldPath path = *this;
    if (!path.isEmpty())
        path.m_elements.removeLast();
    return path;
}

bool FieldPath::startsWith(const FieldPath &ancestor) const
{
    return ancestor.size() <= size()
        && std::equal(ancestor.m_elements.begin(), ancestor.m_elements.end(), m_elements.begin());
}

QString FieldPath::toString() const
{
    QString text;
    for (const PathElement &element : m_elements) {
        if (element.isIndex())
            text += u'[' + QString::number(element.index) + u']';
        else if (isIdentifier(element.name))
            text += (text.isEmpty() ? ""_L1 : "."_L1) + element.name;
        else
            text += u'[' + (needsQuotes(element.name) ? quoted(element.name) : element.name) + u']';
    }
    return text;
}

std::optional<FieldPath> FieldPath::parse(QStringView text)
{
    return PathReader(text).read();
}

size_t qHash(const FieldPath &path, size_t seed)
{
    for (const PathElement &element : path.elements())
        seed = qHashMulti(seed, element.name, element.index);
    return seed;
}

} // namespace sallyport
