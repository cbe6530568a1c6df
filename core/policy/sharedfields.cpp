// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/sharedfields.h"

#include "core/policy/edits.h"
#include "core/policy/labels.h"
#include "core/policy/policywriter.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

const yaml::Node *nodeAt(const Workspace &workspace, const FieldRef &place)
{
    return workspace.reading(place.file, place.document).source->root.find(place.path);
}

bool isOfSources(SharedField field)
{
    return field == SharedField::Namespace || field == SharedField::Selector;
}

bool isNumber(SharedField field)
{
    return field == SharedField::Port || field == SharedField::TargetPort || field == SharedField::UpgradePort
        || field == SharedField::GatewayPort;
}

FieldPath pathIn(const FieldPath &part, SharedField field)
{
    switch (field) {
    case SharedField::Namespace:
        return part.child(u"namespace"_s);
    case SharedField::Selector:
        return part.child(u"workloadSelector"_s);
    case SharedField::Port:
        return part.child(u"port"_s).child(u"number"_s);
    case SharedField::Protocol:
        return part.child(u"port"_s).child(u"protocol"_s);
    case SharedField::TargetPort:
        return part.child(u"port"_s).child(u"targetPort"_s);
    case SharedField::Upgrade:
        return part.child(u"httpsUpgrade"_s).child(u"enabled"_s);
    case SharedField::UpgradePort:
        return part.child(u"httpsUpgrade"_s).child(u"port"_s);
    case SharedField::Gateway:
        return part.child(u"byEgressGateway"_s).child(u"name"_s);
    case SharedField::GatewayPort:
        return part.child(u"byEgressGateway"_s).child(u"port"_s);
    }
    return part;
}

/// The sources or destinations that have the field.
QList<FieldRef> partsOf(const Workspace &workspace, const QList<FieldRef> &items, SharedField field)
{
    QList<FieldRef> parts;
    for (const FieldRef &item : items) {
        const bool isRule = item.path.size() == 3;
        if (!isRule) {
            if (!isOfSources(field))
                parts.append(item);
            continue;
        }
        const FieldPath list = item.path.child(isOfSources(field) ? u"from"_s : u"to"_s);
        const yaml::Node *node = nodeAt(workspace, {item.file, item.document, list});
        const int count = node && node->kind == yaml::NodeKind::List ? int(node->members.size()) : 0;
        for (int i = 0; i < count; ++i)
            parts.append({item.file, item.document, list.index(i)});
    }
    // What is written as something else than a map has no fields.
    parts.removeIf([&workspace](const FieldRef &part) { return nodeAt(workspace, part)->kind != yaml::NodeKind::Map; });
    return parts;
}

QString textAt(const Workspace &workspace, const FieldRef &part, SharedField field)
{
    const yaml::Node *node = nodeAt(workspace, {part.file, part.document, pathIn(part.path, field)});
    if (field == SharedField::Upgrade)
        return node && yaml::resolve(*node).toBool() ? u"true"_s : u"false"_s;
    if (!node)
        return {};
    if (field == SharedField::Selector) {
        Labels labels = labelsAt(node);
        std::sort(labels.begin(), labels.end());
        return labelsText(labels);
    }
    const QString text = node->kind == yaml::NodeKind::Scalar ? node->text : QString();
    return field == SharedField::Protocol ? text.toUpper() : text;
}

Value valueOf(SharedField field, const QString &text)
{
    bool isInt = false;
    const int number = text.toInt(&isInt);
    if (isNumber(field) && isInt)
        return number;
    return text;
}

/// Takes a field away, and the map that it leaves empty.
QList<DocumentChange> withoutField(const Workspace &workspace, const FieldRef &place)
{
    const FieldRef parent{place.file, place.document, place.path.parent()};
    const yaml::Node *map = nodeAt(workspace, parent);
    const QString &key = parent.path.last().name;
    const bool goesToo = (key == "byEgressGateway"_L1 || key == "httpsUpgrade"_L1) && map && map->members.size() == 1;
    return nodeAt(workspace, place) ? clearField(workspace, goesToo ? parent : place) : QList<DocumentChange>();
}

QList<DocumentChange> setUpgrade(const Workspace &workspace, const FieldRef &part, bool on)
{
    const FieldRef enabled{part.file, part.document, pathIn(part.path, SharedField::Upgrade)};
    const FieldRef port{part.file, part.document, pathIn(part.path, SharedField::UpgradePort)};
    // Without a port to remember, the switch leaves nothing behind.
    if (!on && !nodeAt(workspace, port))
        return withoutField(workspace, enabled);
    return {setField(workspace, enabled, Value(on))};
}

/// Label by label, so that comments of those that stay stay, too: what comes first for all, then what goes, because an emptied map is
/// written in another way.
QList<DocumentChange> setSelectors(const Workspace &workspace, const QList<FieldRef> &sources, const Labels &labels)
{
    QList<DocumentChange> changes;
    QList<DocumentChange> removals;
    for (const FieldRef &source : sources) {
        const FieldRef place{source.file, source.document, pathIn(source.path, SharedField::Selector)};
        const yaml::Node *map = nodeAt(workspace, place);
        if (!map || map->kind != yaml::NodeKind::Map || map->members.empty()) {
            changes.append(setField(workspace, place, toValue(labels)));
            continue;
        }
        const Labels old = labelsAt(map);
        for (const auto &label : labels) {
            if (!old.contains(label))
                changes.append(setLabel(workspace, place, label.first, label.second));
        }
        for (const auto &[key, value] : old) {
            const bool stays =
                std::any_of(labels.begin(), labels.end(), [&key](const auto &label) { return label.first == key; });
            if (!stays)
                removals += clearField(workspace, {place.file, place.document, place.path.child(key)});
        }
    }
    return changes + removals;
}

} // namespace

SharedValue sharedValue(const Workspace &workspace, const QList<FieldRef> &items, SharedField field)
{
    SharedValue shared;
    for (const FieldRef &part : partsOf(workspace, items, field)) {
        const QString text = textAt(workspace, part, field);
        if (shared.places++ == 0)
            shared.text = text;
        shared.isMixed |= shared.text != text;
    }
    if (shared.isMixed)
        shared.text.clear();
    return shared;
}

QList<DocumentChange> setShared(const Workspace &workspace, const QList<FieldRef> &items, SharedField field,
                                const QString &text)
{
    QList<DocumentChange> changes;
    if (text.isEmpty() && !isOptional(field))
        return changes;
    if (field == SharedField::Selector && !text.isEmpty()) {
        const std::optional<Labels> labels = parseLabels(text);
        return labels ? setSelectors(workspace, partsOf(workspace, items, field), *labels) : changes;
    }
    for (const FieldRef &part : partsOf(workspace, items, field)) {
        const FieldRef place{part.file, part.document, pathIn(part.path, field)};
        if (textAt(workspace, part, field) == text && (!text.isEmpty() || !nodeAt(workspace, place)))
            continue;
        if (field == SharedField::Upgrade)
            changes += setUpgrade(workspace, part, text == "true"_L1);
        else if (text.isEmpty())
            changes += withoutField(workspace, place);
        else
            changes.append(setField(workspace, place, valueOf(field, text)));
    }
    return changes;
}

bool isOptional(SharedField field)
{
    return field != SharedField::Namespace && field != SharedField::Port && field != SharedField::Protocol;
}

} // namespace sallyport
