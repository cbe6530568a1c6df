// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/core/generated.h"

using namespace Qt::StringLiterals;

namespace sallyport::test {

QString Generator::string()
{
    static const QStringList awkward{
        u"yes"_s,   u"No"_s,    u"~"_s,   u""_s,          u"null"_s, u"0x1f"_s,      u"017"_s,        u"1_000"_s,
        u"12:30"_s, u"1.5"_s,   u"1e3"_s, u".inf"_s,      u"a: b"_s, u"a #b"_s,      u"- a"_s,        u"? x"_s,
        u"*.x"_s,   u"&x"_s,    u"!x"_s,  u"%x"_s,        u"@x"_s,   u"a\nb"_s,      u"a\n"_s,        u"\na"_s,
        u" a\nb"_s, u"a\n\n"_s, u"\n"_s,  u"tab\there"_s, u"é"_s,    u"it's"_s,      u"x "_s,         u"{a}"_s,
        u"[a]"_s,   u"a, b"_s,  u"|"_s,   u"---"_s,       u"a:"_s,   u": a"_s,       u"10.0.0.0/8"_s, u"n"_s,
        u"<<"_s,    u"\\"_s,    u"'q"_s,  u"\"q"_s,       u"#x"_s,   u"a\n---\nb"_s, u"x\n  y\n z"_s, u"2024-06-01"_s,
    };
    if (m_random.bounded(3) == 0)
        return awkward[m_random.bounded(int(awkward.size()))];
    static const QString characters = u"abcXYZ0189.-_:# ,'\"/*&"_s;
    QString text;
    for (int i = m_random.bounded(9); i > 0; --i)
        text += characters[m_random.bounded(int(characters.size()))];
    return text;
}

Value Generator::value(int depth)
{
    switch (m_random.bounded(depth > 3 ? 6 : 9)) {
    case 0:
        return Value(qint64(m_random.generate64() >> m_random.bounded(64)));
    case 1:
        return Value(m_random.bounded(2) == 1);
    case 2:
        return {};
    case 6:
        return map(depth + 1);
    case 7:
        return list(depth + 1);
    default:
        return Value(string());
    }
}

Value Generator::map(int depth)
{
    Value map = Value::map();
    for (int i = m_random.bounded(6); i > 0; --i)
        map.set(string(), value(depth));
    return map;
}

Value Generator::list(int depth)
{
    Value list = Value::list();
    for (int i = m_random.bounded(5); i > 0; --i)
        list.append(value(depth));
    return list;
}

} // namespace sallyport::test
