// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/clipboard.h"

#include "core/yaml/itemtext.h"
#include "core/yaml/write.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using Kind = ClipItem::Kind;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Clipboard)
};

const yaml::Node *nodeAt(const Workspace &workspace, const FieldRef &place)
{
    return workspace.reading(place.file, place.document).source->root.find(place.path);
}

bool isBefore(const FieldRef &a, const FieldRef &b)
{
    if (a.file != b.file || a.document != b.document)
        return std::pair(a.file, a.document) < std::pair(b.file, b.document);
    const auto &x = a.path.elements();
    const auto &y = b.path.elements();
    return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end(),
                                        [](const PathElement &left, const PathElement &right) {
                                            return std::tie(left.name, left.index) < std::tie(right.name, right.index);
                                        });
}

Error unreadable(const QString &why, const QString &where = {})
{
    return {.what = Texts::tr("Nothing was pasted."),
            .where = where,
            .unaffected = Texts::tr("The policy is as it was."),
            .next = why,
            .details = {}};
}

/// Collects the items of one document.
class ClipReader
{
public:
    ClipReader(const yaml::Stream &stream, const yaml::Document &document, QList<ClipItem> &items)
        : m_stream(stream)
        , m_document(document)
        , m_items(items)
    {
    }

    std::optional<Error> read()
    {
        const yaml::Node &root = m_document.root;
        if (root.kind == yaml::NodeKind::List)
            return readList(FieldPath(), root);
        if (root.kind == yaml::NodeKind::Map)
            return readMap(FieldPath(), root);
        if (root.kind == yaml::NodeKind::Scalar && !root.text.contains(u' ')) {
            m_items.append({Kind::Host, Value(root.text), "- " + yaml::scalar(root.text) + '\n'});
            return std::nullopt;
        }
        return unreadable(Texts::tr("The clipboard holds no rule, destination or host."));
    }

private:
    std::optional<Error> readList(const FieldPath &path, const yaml::Node &list)
    {
        for (size_t i = 0; i < list.members.size(); ++i) {
            const yaml::Node &item = list.members[i].value;
            const FieldPath place = path.index(int(i));
            if (const std::optional<Kind> kind = kindOf(item))
                append(*kind, place, item);
            else if (item.kind != yaml::NodeKind::Map)
                return notOurs(place);
            else if (const auto error = readMap(place, item))
                return error;
        }
        return std::nullopt;
    }

    /// A map is an item itself, or holds the list that the items are in.
    std::optional<Error> readMap(const FieldPath &path, const yaml::Node &map)
    {
        if (const yaml::Node *kind = map.find(u"kind")) {
            if (kind->text == "ASMEgressTrafficPolicy"_L1)
                return readMember(path, map, {u"spec"_s, u"egressRules"_s});
            if (kind->text.endsWith("List"_L1))
                return readMember(path, map, {u"items"_s});
            return unreadable(Texts::tr("It is a %1, not a part of an egress policy.").arg(kind->text),
                              path.toString());
        }
        if (const std::optional<Kind> kind = kindOf(map)) {
            append(*kind, path, map);
            return std::nullopt;
        }
        for (const QStringList &keys : {QStringList{u"spec"_s, u"egressRules"_s}, QStringList{u"egressRules"_s},
                                        QStringList{u"to"_s}, QStringList{u"hosts"_s}}) {
            if (map.find(keys.front()))
                return readMember(path, map, keys);
        }
        return notOurs(path);
    }

    std::optional<Error> readMember(const FieldPath &path, const yaml::Node &map, const QStringList &keys)
    {
        const yaml::Node *node = &map;
        FieldPath place = path;
        for (const QString &key : keys) {
            place = place.child(key);
            node = node->find(key);
            if (!node)
                return unreadable(Texts::tr("It has no %1.").arg(place.toString()), path.toString());
        }
        return node->kind == yaml::NodeKind::List ? readList(place, *node) : notOurs(place);
    }

    static std::optional<Kind> kindOf(const yaml::Node &node)
    {
        if (node.kind == yaml::NodeKind::Scalar)
            return Kind::Host;
        if (node.kind != yaml::NodeKind::Map || node.find(u"kind"))
            return std::nullopt;
        if (node.find(u"from"))
            return Kind::Rule;
        if (node.find(u"port") && (node.find(u"hosts") || node.find(u"name")))
            return Kind::Destination;
        if (node.find(u"hosts") && node.find(u"name"))
            return Kind::Destination;
        return node.find(u"to") && node.find(u"name") ? std::optional(Kind::Rule) : std::nullopt;
    }

    void append(Kind kind, const FieldPath &path, const yaml::Node &node)
    {
        if (kind == Kind::Host)
            m_items.append({kind, Value(node.text), yaml::itemText(m_stream, m_document, path)});
        else
            m_items.append({kind, yaml::toValue(node), yaml::itemText(m_stream, m_document, path)});
    }

    std::optional<Error> notOurs(const FieldPath &path) const
    {
        return unreadable(Texts::tr("This part of it is neither a rule, a destination nor a host."),
                          path.isEmpty() ? Texts::tr("the clipboard") : path.toString());
    }

    const yaml::Stream &m_stream;
    const yaml::Document &m_document;
    QList<ClipItem> &m_items;
};

/// The list at or above `at` that takes items of a kind, and the position behind `at` in it; the list may not be there yet.
struct ListPlace {
    FieldRef list;
    int before = -1;
};

FieldRef child(const FieldRef &place, const QString &key)
{
    return {place.file, place.document, place.path.child(key)};
}

FieldRef rulesOf(const FieldRef &place)
{
    return {place.file, place.document, FieldPath().child(u"spec"_s).child(u"egressRules"_s)};
}

/// The item of `list` that `at` lies in; of a list of one item that item; else nullopt.
std::optional<FieldRef> itemAt(const Workspace &workspace, const FieldRef &list, const FieldPath &at)
{
    const yaml::Node *node = nodeAt(workspace, list);
    const qsizetype depth = list.path.size();
    int index = at.size() > depth && at.startsWith(list.path) ? at.elements()[depth].index : -1;
    if (!node || node->kind != yaml::NodeKind::List)
        return std::nullopt;
    if (index < 0 && node->members.size() == 1)
        index = 0;
    if (index < 0 || size_t(index) >= node->members.size())
        return std::nullopt;
    return FieldRef{list.file, list.document, list.path.index(index)};
}

ListPlace behind(const FieldRef &list, const FieldPath &at)
{
    const qsizetype depth = list.path.size();
    const bool isIn = at.size() > depth && at.startsWith(list.path) && at.elements()[depth].isIndex();
    return {list, isIn ? at.elements()[depth].index + 1 : -1};
}

Result<ListPlace> placeFor(const Workspace &workspace, const FieldRef &at, Kind kind)
{
    const FieldRef rules = rulesOf(at);
    if (kind == Kind::Rule)
        return behind(rules, at.path);
    const std::optional<FieldRef> rule = itemAt(workspace, rules, at.path);
    if (!rule)
        return unreadable(Texts::tr("Select the rule that they are to go to first."));
    const FieldRef destinations = child(*rule, u"to"_s);
    if (kind == Kind::Destination)
        return behind(destinations, at.path);
    const std::optional<FieldRef> destination = itemAt(workspace, destinations, at.path);
    if (!destination)
        return unreadable(Texts::tr("Select the destination that the hosts are to go to first."));
    return behind(child(*destination, u"hosts"_s), at.path);
}

/// Hosts that the list does not have yet, each once.
QList<ClipItem> freshHosts(const Workspace &workspace, const FieldRef &list, const QList<ClipItem> &items)
{
    QSet<QString> known;
    if (const yaml::Node *node = nodeAt(workspace, list)) {
        for (const yaml::NodeMember &member : node->members)
            known.insert(canonicalHost(member.value.text));
    }
    QList<ClipItem> fresh;
    for (const ClipItem &item : items) {
        const QString host = canonicalHost(item.value.text());
        if (known.contains(host))
            continue;
        known.insert(host);
        fresh.append(item);
    }
    return fresh;
}

} // namespace

std::optional<ClipItem::Kind> clipKindOf(const FieldPath &path)
{
    const auto &elements = path.elements();
    const auto isItemOf = [&](qsizetype depth, QLatin1StringView list) {
        return elements.size() >= depth && elements[depth - 2].name == list && elements[depth - 1].isIndex();
    };
    if (!isItemOf(3, "egressRules"_L1) || elements[0].name != "spec"_L1)
        return std::nullopt;
    if (elements.size() == 3)
        return Kind::Rule;
    if (!isItemOf(5, "to"_L1))
        return std::nullopt;
    if (elements.size() == 5)
        return Kind::Destination;
    return elements.size() == 7 && isItemOf(7, "hosts"_L1) ? std::optional(Kind::Host) : std::nullopt;
}

QList<FieldRef> outermost(const Workspace &workspace, QList<FieldRef> items)
{
    items.removeIf([&](const FieldRef &item) { return !clipKindOf(item.path) || !nodeAt(workspace, item); });
    std::sort(items.begin(), items.end(), isBefore);
    QList<FieldRef> result;
    for (const FieldRef &item : std::as_const(items)) {
        const bool isInside = !result.isEmpty() && result.back().file == item.file
            && result.back().document == item.document && item.path.startsWith(result.back().path);
        if (!isInside)
            result.append(item);
    }
    return result;
}

QByteArray clipText(const Workspace &workspace, const QList<FieldRef> &items)
{
    const QList<FieldRef> all = outermost(workspace, items);
    if (all.size() == 1 && clipKindOf(all.front().path) == Kind::Host)
        return yaml::scalar(nodeAt(workspace, all.front())->text);
    return clipLines(workspace, all);
}

QByteArray clipLines(const Workspace &workspace, const QList<FieldRef> &items)
{
    QByteArray text;
    for (const FieldRef &item : outermost(workspace, items))
        text += yaml::itemText(workspace.files[size_t(item.file)]->stream,
                               *workspace.reading(item.file, item.document).source, item.path);
    return text;
}

Result<QList<ClipItem>> readClip(const QByteArray &text)
{
    const yaml::Stream stream = yaml::parse(text);
    if (!stream.problems.isEmpty())
        return unreadable(stream.problems.front().message);
    QList<ClipItem> items;
    for (const auto &document : stream.documents) {
        const bool isEmpty = document->root.kind == yaml::NodeKind::Null && !document->broken;
        if (isEmpty)
            continue;
        for (const yaml::Problem &problem : document->problems) {
            if (problem.code != "yaml.alias"_L1) // what aliases stand for is pasted
                return unreadable(problem.message, Texts::tr("the clipboard"));
        }
        if (const auto error = ClipReader(stream, *document, items).read())
            return *error;
    }
    if (items.isEmpty())
        return unreadable(Texts::tr("The clipboard holds no rule, destination or host."));
    return items;
}

ClipInsertion insertClip(const Workspace &workspace, const FieldRef &list, int before, const QList<ClipItem> &items)
{
    if (items.isEmpty())
        return {};
    const bool isHosts = items.front().kind == Kind::Host;
    const QList<ClipItem> fresh = isHosts ? freshHosts(workspace, list, items) : items;
    std::vector<Value> values;
    QByteArray lines;
    for (const ClipItem &item : fresh) {
        values.push_back(item.value);
        lines += item.lines;
    }
    const yaml::Node *node = nodeAt(workspace, list);
    const int count = node ? int(node->members.size()) : 0;
    const int position = before < 0 ? count : std::min(before, count);
    return {.edit = {.changes = insertItems(workspace, list, position, values, lines),
                     .first = {list.file, list.document, list.path.index(position)}},
            .present = int(items.size() - fresh.size())};
}

Result<ClipInsertion> insertClip(const Workspace &workspace, const FieldRef &at, const QList<ClipItem> &items)
{
    ClipInsertion all;
    // From the inside out: what goes behind a rule moves nothing that is in it.
    for (const Kind kind : {Kind::Host, Kind::Destination, Kind::Rule}) {
        QList<ClipItem> ofKind = items;
        ofKind.removeIf([kind](const ClipItem &item) { return item.kind != kind; });
        if (ofKind.isEmpty())
            continue;
        const Result<ListPlace> place = placeFor(workspace, at, kind);
        if (!place)
            return place.error();
        const ClipInsertion one = insertClip(workspace, place->list, place->before, ofKind);
        all.edit.changes += one.edit.changes;
        all.edit.first = one.edit.first;
        all.present += one.present;
    }
    return all;
}

} // namespace sallyport
