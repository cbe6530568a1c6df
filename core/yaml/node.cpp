// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/document.h"

#include "core/yaml/plain.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport::yaml {

bool Node::operator==(const Node &other) const
{
    return kind == other.kind && style == other.style && tagged == other.tagged && isText == other.isText
        && text == other.text && range == other.range && members == other.members;
}

const Node *Node::find(QStringView key) const
{
    if (kind != NodeKind::Map)
        return nullptr;
    const auto found = std::find_if(members.begin(), members.end(),
                                    [key](const NodeMember &member) { return keyText(member.key) == key; });
    return found == members.end() ? nullptr : &found->value;
}

const Node *Node::find(const FieldPath &path) const
{
    const Node *node = this;
    for (const PathElement &element : path.elements()) {
        if (!element.isIndex())
            node = node->find(element.name);
        else if (node->kind == NodeKind::List && size_t(element.index) < node->members.size())
            node = &node->members[size_t(element.index)].value;
        else
            node = nullptr;
        if (!node)
            return nullptr;
    }
    return node;
}

Value resolve(const Node &scalar)
{
    if (scalar.kind != NodeKind::Scalar)
        return {};
    return scalar.isText ? Value(scalar.text) : resolvePlain(scalar.text);
}

QString keyText(const Node &key)
{
    if (key.kind == NodeKind::Null)
        return u"null"_s;
    if (key.isText)
        return key.text;
    const Value value = resolvePlain(key.text);
    switch (value.type()) {
    case Value::Type::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case Value::Type::Int:
        return QString::number(value.toInt());
    case Value::Type::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    default:
        return key.text;
    }
}

Value toValue(const Node &node)
{
    switch (node.kind) {
    case NodeKind::Null:
        return {};
    case NodeKind::Scalar:
        return resolve(node);
    case NodeKind::List: {
        Value list = Value::list();
        list.members().reserve(node.members.size());
        for (const NodeMember &item : node.members)
            list.append(toValue(item.value));
        return list;
    }
    case NodeKind::Map:
        break;
    }
    Value map = Value::map();
    map.members().reserve(node.members.size());
    for (const NodeMember &member : node.members)
        map.add(keyText(member.key), toValue(member.value));
    return map;
}

} // namespace sallyport::yaml
