// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/value.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace sallyport {

namespace {

/// Above this many members an index pays for itself.
constexpr size_t manyMembers = 16;

bool sameNumber(const Value &a, const Value &b)
{
    if (a.type() == Value::Type::Int && b.type() == Value::Type::Int)
        return a.toInt() == b.toInt();
    const double x = a.toDouble();
    const double y = b.toDouble();
    return x == y || (std::isnan(x) && std::isnan(y));
}

bool isNumber(const Value &value)
{
    return value.type() == Value::Type::Int || value.type() == Value::Type::Double;
}

bool sameMembersInOrder(const std::vector<Member> &a, const std::vector<Member> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Member &x, const Member &y) { return x.key == y.key && x.value == y.value; });
}

bool sameKeysInOrder(const std::vector<Member> &a, const std::vector<Member> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Member &x, const Member &y) { return x.key == y.key; });
}

bool sameMembersInAnyOrder(const Value &a, const Value &b)
{
    QHash<QStringView, const Value *> index;
    if (b.size() > manyMembers) {
        for (const Member &member : b.members())
            index.insert(member.key, &member.value);
    }
    return std::all_of(a.members().begin(), a.members().end(), [&](const Member &member) {
        const Value *other = index.isEmpty() ? b.find(member.key) : index.value(member.key);
        return other && member.value == *other;
    });
}

} // namespace

Value::Value(bool b)
    : m_type(Type::Bool)
    , m_number{.b = b}
{
}

Value::Value(int n)
    : Value(qint64(n))
{
}

Value::Value(qint64 n)
    : m_type(Type::Int)
    , m_number{.i = n}
{
}

Value::Value(double d)
    : m_type(Type::Double)
    , m_number{.d = d}
{
}

Value::Value(QString text)
    : m_type(Type::String)
    , m_text(std::move(text))
{
}

Value Value::list()
{
    Value value;
    value.m_type = Type::List;
    return value;
}

Value Value::list(std::vector<Value> items)
{
    Value value = list();
    value.m_members.reserve(items.size());
    for (Value &item : items)
        value.m_members.push_back({QString(), std::move(item)});
    return value;
}

Value Value::list(const QStringList &items)
{
    Value value = list();
    value.m_members.reserve(size_t(items.size()));
    for (const QString &item : items)
        value.append(item);
    return value;
}

Value Value::map(std::initializer_list<std::pair<QString, Value>> members)
{
    Value value;
    value.m_type = Type::Map;
    value.m_members.reserve(members.size());
    for (const auto &[key, member] : members)
        value.add(key, member);
    return value;
}

bool Value::toBool(bool otherwise) const
{
    return m_type == Type::Bool ? m_number.b : otherwise;
}

qint64 Value::toInt(qint64 otherwise) const
{
    return m_type == Type::Int ? m_number.i : otherwise;
}

double Value::toDouble(double otherwise) const
{
    switch (m_type) {
    case Type::Double:
        return m_number.d;
    case Type::Int:
        return double(m_number.i);
    default:
        return otherwise;
    }
}

const Value *Value::find(QStringView key) const
{
    if (m_type != Type::Map)
        return nullptr;
    const auto found =
        std::find_if(m_members.begin(), m_members.end(), [key](const Member &member) { return member.key == key; });
    return found == m_members.end() ? nullptr : &found->value;
}

Value *Value::find(QStringView key)
{
    return const_cast<Value *>(std::as_const(*this).find(key));
}

const Value &Value::operator[](QStringView key) const
{
    static const Value none;
    const Value *member = find(key);
    return member ? *member : none;
}

const Value &Value::operator[](size_t i) const
{
    static const Value none;
    return i < m_members.size() ? m_members[i].value : none;
}

Value &Value::add(QString key, Value value)
{
    Q_ASSERT(isMap());
    if (m_members.empty())
        m_members.reserve(4); // what maps usually have
    m_members.push_back({std::move(key), std::move(value)});
    return m_members.back().value;
}

Value &Value::append(Value value)
{
    Q_ASSERT(isList());
    m_members.push_back({QString(), std::move(value)});
    return m_members.back().value;
}

Value &Value::set(const QString &key, Value value)
{
    if (Value *member = find(key)) {
        *member = std::move(value);
        return *member;
    }
    return add(key, std::move(value));
}

bool Value::remove(QStringView key)
{
    if (m_type != Type::Map)
        return false;
    return std::erase_if(m_members, [key](const Member &member) { return member.key == key; }) > 0;
}

bool Value::operator==(const Value &other) const
{
    if (m_type != other.m_type)
        return isNumber(*this) && isNumber(other) && sameNumber(*this, other);
    switch (m_type) {
    case Type::Null:
        return true;
    case Type::Bool:
        return m_number.b == other.m_number.b;
    case Type::Int:
    case Type::Double:
        return sameNumber(*this, other);
    case Type::String:
        return m_text == other.m_text;
    case Type::List:
        return sameMembersInOrder(m_members, other.m_members);
    case Type::Map:
        break;
    }
    if (size() != other.size())
        return false;
    return sameKeysInOrder(m_members, other.m_members) ? sameMembersInOrder(m_members, other.m_members)
                                                       : sameMembersInAnyOrder(*this, other);
}

} // namespace sallyport
