// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/structureedits.h"

#include "core/policy/edits.h"
#include "ui/selection.h"
#include "ui/titles.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::StructureEdits)
};

const yaml::Node *nodeAt(const Workspace &workspace, const FieldRef &place)
{
    return workspace.reading(place.file, place.document).source->root.find(place.path);
}

FieldRef at(const FieldRef &place, const FieldPath &path)
{
    return {place.file, place.document, path};
}

int countAt(const Workspace &workspace, const FieldRef &list)
{
    const yaml::Node *node = nodeAt(workspace, list);
    return node && node->kind == yaml::NodeKind::List ? int(node->members.size()) : 0;
}

Value newDestination()
{
    return Value::map(
        {{u"hosts"_s, Value::list()}, {u"port"_s, Value::map({{u"number"_s, 443}, {u"protocol"_s, u"HTTPS"_s}})}});
}

Value newRule(const QString &clientNamespace)
{
    return Value::map({{u"from"_s, Value::list({Value::map({{u"namespace"_s, clientNamespace}})})},
                       {u"to"_s, Value::list({newDestination()})}});
}

FieldRef listOf(const FieldRef &item)
{
    return at(item, item.path.parent());
}

} // namespace

bool isRuleOrDestination(const FieldPath &path)
{
    return !path.isEmpty() && (path == rulePathOf(path) || path == destinationPathOf(path));
}

QString itemTitle(const Workspace &workspace, const FieldRef &item)
{
    const yaml::Node *node = nodeAt(workspace, item);
    if (!node || item.path.isEmpty())
        return {};
    const int index = item.path.last().index;
    return destinationPathOf(item.path).isEmpty() ? ruleTitle(*node, index) : destinationTitle(*node, index);
}

StructureEdit addRule(const Workspace &workspace, const DocumentId &policy, int before)
{
    const FieldRef list{policy.file, policy.document, rulePath(0).parent()};
    const int count = countAt(workspace, list);
    const int position = before < 0 ? count : std::min(before, count);
    QString clientNamespace;
    if (position > 0) {
        const yaml::Node *neighbour = nodeAt(workspace, at(list, rulePath(position - 1)));
        clientNamespace = textAt(*neighbour, FieldPath().child(u"from"_s).index(0).child(u"namespace"_s));
    }
    return {Texts::tr("Add rule"),
            {insertItem(workspace, list, position, newRule(clientNamespace))},
            at(list, rulePath(position))};
}

StructureEdit addDestination(const Workspace &workspace, const FieldRef &rule, int before)
{
    const FieldRef list = at(rule, rule.path.child(u"to"_s));
    const int count = countAt(workspace, list);
    const int position = before < 0 ? count : std::min(before, count);
    return {Texts::tr("Add destination to %1").arg(itemTitle(workspace, rule)),
            {insertItem(workspace, list, position, newDestination())},
            at(list, list.path.index(position))};
}

StructureEdit duplicate(const Workspace &workspace, const FieldRef &item)
{
    const int position = item.path.last().index + 1;
    Value copy = yaml::toValue(*nodeAt(workspace, item));
    if (Value *name = copy.find(u"name"); name && name->isString() && !name->text().isEmpty())
        *name = Value(name->text() + "-copy"_L1);
    const FieldRef list = listOf(item);
    return {Texts::tr("Duplicate %1").arg(itemTitle(workspace, item)),
            {insertItem(workspace, list, position, copy)},
            at(list, list.path.index(position))};
}

StructureEdit removeItem(const Workspace &workspace, const FieldRef &item)
{
    const FieldRef list = listOf(item);
    const int left = countAt(workspace, list) - 1;
    // The next one takes its place, in the list and in the selection; the last one leaves its neighbour or, if alone, its list.
    const FieldRef next =
        left > 0 ? at(item, list.path.index(std::min(item.path.last().index, left - 1))) : at(item, list.path.parent());
    return {Texts::tr("Delete %1").arg(itemTitle(workspace, item)), clearField(workspace, item), next};
}

std::optional<StructureEdit> moveItem(const Workspace &workspace, const FieldRef &item, int by)
{
    const int to = item.path.last().index + by;
    if (to < 0 || to >= countAt(workspace, listOf(item)))
        return std::nullopt;
    const QString text = by < 0 ? Texts::tr("Move %1 up") : Texts::tr("Move %1 down");
    return StructureEdit{
        text.arg(itemTitle(workspace, item)), {moveItemTo(item, to)}, at(item, item.path.parent().index(to))};
}

} // namespace sallyport
