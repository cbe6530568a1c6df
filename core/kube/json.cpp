// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/json.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace sallyport::kube {

namespace {

constexpr int maxDepth = 1000;

/// A cursor over the text; every function moves it behind what it read and says whether that was right.
class Reader
{
public:
    explicit Reader(QByteArrayView text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    std::optional<Value> document()
    {
        Value value;
        if (!readValue(value, 0))
            return {};
        skipBlanks();
        return m_at == m_end ? std::optional(std::move(value)) : std::nullopt;
    }

private:
    void skipBlanks()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
            ++m_at;
    }

    bool take(char c)
    {
        skipBlanks();
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    bool takeWord(const char *word)
    {
        const size_t length = std::strlen(word);
        if (size_t(m_end - m_at) < length || std::memcmp(m_at, word, length) != 0)
            return false;
        m_at += length;
        return true;
    }

    bool readValue(Value &value, int depth)
    {
        skipBlanks();
        if (m_at == m_end || depth > maxDepth)
            return false;
        switch (*m_at) {
        case '{':
            return readMap(value, depth);
        case '[':
            return readList(value, depth);
        case '"': {
            QString text;
            if (!readString(text))
                return false;
            value = Value(std::move(text));
            return true;
        }
        case 't':
            value = Value(true);
            return takeWord("true");
        case 'f':
            value = Value(false);
            return takeWord("false");
        case 'n':
            value = Value();
            return takeWord("null");
        default:
            return readNumber(value);
        }
    }

    bool readMap(Value &value, int depth)
    {
        value = Value::map();
        take('{');
        if (take('}'))
            return true;
        do {
            QString key;
            skipBlanks();
            if (!readString(key) || !take(':') || !readValue(value.add(std::move(key), Value()), depth + 1))
                return false;
        } while (take(','));
        return take('}');
    }

    bool readList(Value &value, int depth)
    {
        value = Value::list();
        take('[');
        if (take(']'))
            return true;
        do {
            if (!readValue(value.append(Value()), depth + 1))
                return false;
        } while (take(','));
        return take(']');
    }

    bool readNumber(Value &value)
    {
        const char *begin = m_at;
        const auto isNumeric = [](char c) {
            return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
        };
        while (m_at != m_end && isNumeric(*m_at))
            ++m_at;
        qint64 whole = 0;
        if (const auto [end, error] = std::from_chars(begin, m_at, whole); error == std::errc() && end == m_at) {
            value = Value(whole);
            return true;
        }
        bool isNumber = false;
        const double number = QByteArrayView(begin, m_at).toDouble(&isNumber);
        value = Value(number);
        return isNumber && std::isfinite(number);
    }

    bool readString(QString &text)
    {
        if (m_at == m_end || *m_at != '"')
            return false;
        const char *begin = ++m_at;
        while (m_at != m_end && *m_at != '"' && *m_at != '\\') {
            if (uchar(*m_at++) < 0x20)
                return false;
        }
        text = QString::fromUtf8(begin, m_at - begin);
        while (m_at != m_end && *m_at != '"') {
            if (*m_at == '\\') {
                if (!readEscape(text))
                    return false;
                continue;
            }
            begin = m_at;
            while (m_at != m_end && *m_at != '"' && *m_at != '\\') {
                if (uchar(*m_at++) < 0x20)
                    return false;
            }
            text += QString::fromUtf8(begin, m_at - begin);
        }
        if (m_at == m_end)
            return false;
        ++m_at;
        return true;
    }

    bool readEscape(QString &text)
    {
        static constexpr char letters[] = "\"\\/bfnrt";
        static constexpr char meanings[] = "\"\\/\b\f\n\r\t";
        if (m_end - m_at < 2)
            return false;
        const char letter = m_at[1];
        m_at += 2;
        if (letter == 'u') {
            ushort unit = 0;
            if (m_end - m_at < 4)
                return false;
            const auto [end, error] = std::from_chars(m_at, m_at + 4, unit, 16);
            if (error != std::errc() || end != m_at + 4)
                return false;
            m_at += 4;
            text += QChar(unit);
            return true;
        }
        const char *found = letter ? std::strchr(letters, letter) : nullptr;
        if (!found)
            return false;
        text += QLatin1Char(meanings[found - letters]);
        return true;
    }

    const char *m_at;
    const char *m_end;
};

} // namespace

std::optional<Value> fromJson(QByteArrayView text)
{
    return Reader(text).document();
}

} // namespace sallyport::kube
