// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/pasteplan.h"

#include "core/policy/hostlimit.h"
#include "core/yaml/blockwriter.h"
#include "core/yaml/itemtext.h"
#include "core/yaml/patch.h"

#include <QSet>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using State = PastedRow::State;

const yaml::Node *nodeAt(const Workspace &workspace, const FieldRef &place)
{
    return workspace.reading(place.file, place.document).source->root.find(place.path);
}

FieldRef at(const FieldRef &place, const FieldPath &path)
{
    return {place.file, place.document, path};
}

FieldRef child(const FieldRef &place, const QString &key)
{
    return at(place, place.path.child(key));
}

/// Hosts that go to destinations of one port and protocol.
struct Group {
    int port = 0;
    Protocol protocol = Protocol::Https;
    QStringList hosts;
};

QList<Group> groupsOf(const QList<PastedRow> &rows)
{
    QList<Group> groups;
    for (const PastedRow &row : rows) {
        if (row.state != State::Host || !row.port || !row.protocol)
            continue;
        const auto isSame = [&row](const Group &group) {
            return group.port == *row.port && group.protocol == *row.protocol;
        };
        auto group = std::find_if(groups.begin(), groups.end(), isSame);
        if (group == groups.end())
            group = groups.insert(groups.end(), {*row.port, *row.protocol, {}});
        group->hosts.append(row.host);
    }
    return groups;
}

/// Names that no other destination of the rule has.
class FreeNames
{
public:
    FreeNames(const Workspace &workspace, const FieldRef &destinations)
    {
        const yaml::Node *list = nodeAt(workspace, destinations);
        for (size_t i = 0; list && i < list->members.size(); ++i) {
            if (const yaml::Node *name = list->members[i].value.find(u"name"))
                m_taken.insert(name->text);
        }
    }

    QString take(const QString &wanted)
    {
        QString name = wanted;
        for (int i = 2; m_taken.contains(name); ++i)
            name = wanted + u'-' + QString::number(i);
        m_taken.insert(name);
        return name;
    }

private:
    QSet<QString> m_taken;
};

Value namedCopy(const Value &destination, const QString &name, const QStringList &hosts)
{
    Value copy = destination;
    if (!name.isEmpty())
        copy.set(u"name"_s, name);
    copy.set(u"hosts"_s, Value::list(hosts));
    return copy;
}

/// Plans one paste.
class Planner
{
public:
    Planner(const Workspace &workspace, const FieldRef &destination)
        : m_workspace(workspace)
        , m_destination(destination)
        , m_node(nodeAt(workspace, destination))
        , m_names(workspace, at(destination, destination.path.parent()))
    {
    }

    PastePlan plan(QList<Group> groups, int before)
    {
        for (const Group &group : std::as_const(groups))
            m_plan.hosts += int(group.hosts.size());
        m_plan.first = m_destination;
        if (groups.isEmpty())
            return m_plan;
        const bool isFree = m_node && hostCount() == 0;
        auto own = std::find_if(groups.begin(), groups.end(), [this](const Group &group) { return isOwn(group); });
        if (own == groups.end() && isFree) {
            own = groups.begin();
            takePortOf(*own);
        }
        if (own != groups.end() && m_node)
            fill(*own, before);
        for (const Group &group : std::as_const(groups))
            addDestinations(group);
        const int position = m_destination.path.last().index + (m_node ? 1 : 0);
        m_plan.changes += insertItems(m_workspace, at(m_destination, m_destination.path.parent()), position, m_new);
        m_plan.newDestinations = int(m_new.size());
        if (m_hasOwn)
            return m_plan;
        m_plan.first = at(m_destination, m_destination.path.parent().index(position));
        return m_plan;
    }

private:
    QString textAt(const QString &key, const QString &inner = {}) const
    {
        const yaml::Node *node = m_node ? m_node->find(key) : nullptr;
        if (node && !inner.isEmpty())
            node = node->find(inner);
        return node ? node->text : QString();
    }

    qsizetype hostCount() const
    {
        const yaml::Node *hosts = m_node ? m_node->find(u"hosts") : nullptr;
        return hosts ? qsizetype(hosts->members.size()) : 0;
    }

    bool isOwn(const Group &group) const
    {
        return m_node && textAt(u"port"_s, u"number"_s) == QString::number(group.port)
            && parseProtocol(textAt(u"port"_s, u"protocol"_s)) == group.protocol;
    }

    /// The destination has no hosts yet: its port is no one's. What belonged to the old one goes with it.
    void takePortOf(const Group &group)
    {
        const FieldRef port = child(m_destination, u"port"_s);
        m_plan.changes.append(setField(m_workspace, child(port, u"number"_s), group.port));
        m_plan.changes.append(setField(m_workspace, child(port, u"protocol"_s), info(group.protocol).name));
        m_plan.changes += clearField(m_workspace, child(port, u"targetPort"_s));
        m_plan.changes += clearField(m_workspace, child(m_destination, u"httpsUpgrade"_s));
        m_plan.changes += clearField(m_workspace, child(child(m_destination, u"byEgressGateway"_s), u"port"_s));
    }

    void fill(Group &group, int before)
    {
        const qsizetype room = std::max(qsizetype(0), mostHosts - hostCount());
        const QStringList fitting = group.hosts.first(std::min(room, group.hosts.size()));
        group.hosts = group.hosts.sliced(fitting.size());
        if (fitting.isEmpty())
            return;
        m_hasOwn = true;
        const FieldRef hosts = child(m_destination, u"hosts"_s);
        m_plan.changes += insertItems(m_workspace, hosts, before, {fitting.begin(), fitting.end()});
        m_plan.first = at(hosts, hosts.path.index(before < 0 ? int(hostCount()) : before));
    }

    void addDestinations(const Group &group)
    {
        const bool isOverflow = m_node && isOwn(group);
        const QString name = textAt(u"name"_s);
        const bool isNamed = !m_node || !name.isEmpty();
        const QString wanted =
            isOverflow ? name : info(group.protocol).name.toLower() + u'-' + QString::number(group.port);
        for (qsizetype i = 0; i < group.hosts.size(); i += mostHosts) {
            const QStringList part = group.hosts.sliced(i, std::min(qsizetype(mostHosts), group.hosts.size() - i));
            const QString free = isNamed ? m_names.take(wanted) : QString();
            m_new.push_back(isOverflow ? namedCopy(yaml::toValue(*m_node), free, part) : fresh(group, free, part));
        }
    }

    /// A destination of another port: only the gateway is as in the selected one.
    Value fresh(const Group &group, const QString &name, const QStringList &hosts) const
    {
        Value value = Value::map();
        if (!name.isEmpty())
            value.add(u"name"_s, name);
        value.add(u"hosts"_s, Value::list(hosts));
        value.add(u"port"_s,
                  Value::map({{u"number"_s, group.port}, {u"protocol"_s, Value(info(group.protocol).name)}}));
        if (const QString gateway = textAt(u"byEgressGateway"_s, u"name"_s); !gateway.isEmpty())
            value.add(u"byEgressGateway"_s, Value::map({{u"name"_s, gateway}}));
        return value;
    }

    const Workspace &m_workspace;
    FieldRef m_destination;
    const yaml::Node *m_node; ///< Null where the rule has no destination.
    FreeNames m_names;
    bool m_hasOwn = false; ///< Some hosts went to the destination itself.
    std::vector<Value> m_new;
    PastePlan m_plan;
};

/// The text of a destination with these hosts as they are written elsewhere.
QByteArray destinationText(const Value &destination, const std::vector<Value> &hosts, const QByteArray &lines)
{
    QByteArray text;
    yaml::BlockStyle style;
    style.sortsKeys = false;
    yaml::BlockWriter(text, style).writeItem(destination, 0);
    yaml::Change insertion{.kind = yaml::Change::Kind::InsertItems,
                           .path = FieldPath().index(0).child(u"hosts"_s).index(0),
                           .value = Value::list(std::vector<Value>(hosts))};
    insertion.lines = lines;
    const yaml::Change removal{.kind = yaml::Change::Kind::Remove,
                               .path = FieldPath().index(0).child(u"hosts"_s).index(int(hosts.size()))};
    const Result<yaml::TextEdits> edits = yaml::patch(yaml::parse(text), {{0, insertion}, {0, removal}});
    return edits ? yaml::apply(*edits, text) : QByteArray();
}

} // namespace

PastePlan planPaste(const Workspace &workspace, const FieldRef &at, int before, const QList<PastedRow> &rows)
{
    return Planner(workspace, at).plan(groupsOf(rows), before);
}

QList<DocumentChange> splitDestination(const Workspace &workspace, const FieldRef &destination)
{
    const yaml::Node *node = nodeAt(workspace, destination);
    const yaml::Node *hosts = node ? node->find(u"hosts") : nullptr;
    if (!hosts || hosts->kind != yaml::NodeKind::List || hosts->members.size() <= mostHosts)
        return {};
    const yaml::Stream &stream = workspace.files[size_t(destination.file)]->stream;
    const yaml::Document &document = *workspace.reading(destination.file, destination.document).source;
    const FieldRef list = at(destination, destination.path.parent());
    FreeNames names(workspace, list);
    const QString name = node->find(u"name") ? node->find(u"name")->text : QString();
    const FieldRef hostList = child(destination, u"hosts"_s);
    QList<int> kept;
    std::vector<Value> parts;
    QByteArray partLines;
    for (size_t i = 0; i < hosts->members.size(); i += mostHosts) {
        std::vector<Value> values;
        QByteArray lines;
        for (size_t k = i; k < std::min(i + mostHosts, hosts->members.size()); ++k) {
            if (i == 0) {
                kept.append(int(k));
                continue;
            }
            values.push_back(yaml::toValue(hosts->members[k].value));
            lines += yaml::itemText(stream, document, hostList.path.index(int(k)));
        }
        if (i == 0)
            continue;
        Value part = yaml::toValue(*node);
        if (!name.isEmpty())
            part.set(u"name"_s, names.take(name));
        part.set(u"hosts"_s, Value::list(QStringList{u"placeholder"_s}));
        partLines += destinationText(part, values, lines);
        part.set(u"hosts"_s, Value::list(std::vector<Value>(values)));
        parts.push_back(part);
    }
    // The whole goes first: what comes behind it moves none of its hosts.
    return QList{arrangeItems(hostList, kept)}
    + insertItems(workspace, list, destination.path.last().index + 1, parts, partLines);
}

} // namespace sallyport
