// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/place.h"

#include <cmath>

namespace sallyport {

namespace {

/// The integer that a scalar means to Kubernetes: JSON knows no difference between 80 and 80.0.
std::optional<qint64> integerOf(const Value &value)
{
    if (value.type() == Value::Type::Int)
        return value.toInt();
    const double number = value.toDouble();
    if (value.type() == Value::Type::Double && std::floor(number) == number && std::abs(number) < 1e15)
        return qint64(number);
    return std::nullopt;
}

} // namespace

Place::Place(const yaml::Node *node, const Place *parent, QLatin1StringView key, int index)
    : m_node(node)
    , m_parent(parent)
    , m_key(key)
    , m_index(index)
{
}

Place Place::child(QLatin1StringView key) const &
{
    if (!isMap())
        return Place(nullptr, this, key, -1);
    for (const yaml::NodeMember &member : m_node->members) {
        if (member.key.text == key)
            return Place(&member.value, this, key, -1);
    }
    return Place(nullptr, this, key, -1);
}

Place Place::item(size_t i) const &
{
    return Place(isList() && i < size() ? &m_node->members[i].value : nullptr, this, {}, int(i));
}

std::optional<QString> Place::text() const
{
    if (!isScalar())
        return std::nullopt;
    if (m_node->style != yaml::Style::Plain)
        return m_node->text;
    const Value value = yaml::resolve(*m_node);
    return value.isString() ? std::optional(value.text()) : std::nullopt;
}

std::optional<qint64> Place::integer() const
{
    return isScalar() ? integerOf(yaml::resolve(*m_node)) : std::nullopt;
}

std::optional<bool> Place::boolean() const
{
    if (!isScalar())
        return std::nullopt;
    const Value value = yaml::resolve(*m_node);
    return value.type() == Value::Type::Bool ? std::optional(value.toBool()) : std::nullopt;
}

QStringList Place::texts() const
{
    QStringList answer;
    for (size_t i = 0; isList() && i < size(); ++i)
        answer.append(item(i).text().value_or(QString()));
    return answer;
}

FieldPath Place::path() const
{
    if (!m_parent)
        return {};
    return m_index >= 0 ? m_parent->path().index(m_index) : m_parent->path().child(m_key);
}

FieldPath Place::reportPath() const
{
    return isPresent() || !m_parent ? path() : m_parent->path();
}

} // namespace sallyport
