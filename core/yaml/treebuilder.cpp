// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/treebuilder.h"

#include "core/yaml/limits.h"
#include "core/yaml/problems.h"

#include <yaml-cpp/emitterstyle.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport::yaml {

namespace {

bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

Style styleAt(const Layout &layout, qsizetype offset, bool inFlow)
{
    switch (layout.at(offset)) {
    case '"':
        return Style::DoubleQuoted;
    case '\'':
        return Style::SingleQuoted;
    case '|':
        return inFlow ? Style::Plain : Style::Literal;
    case '>':
        return inFlow ? Style::Plain : Style::Folded;
    default:
        return Style::Plain;
    }
}

/// Tags under which Kubernetes decides by the text what a scalar is, even a quoted one.
bool isTagOfWordsAndNumbers(const std::string &tag)
{
    static const std::string prefix = "tag:yaml.org,2002:";
    if (!tag.starts_with(prefix))
        return false;
    const std::string name = tag.substr(prefix.size());
    return name == "int" || name == "float" || name == "bool" || name == "null";
}

bool hasTag(const std::string &tag)
{
    return tag != "?";
}

bool isMergeKey(const Node &key)
{
    return key.kind == NodeKind::Scalar && key.style == Style::Plain && !key.isText && key.text == "<<"_L1;
}

/// An alias's copy of a node stands, with all that is in it, where the alias stands.
void setRange(Node &node, Range range)
{
    node.range = range;
    for (NodeMember &member : node.members) {
        setRange(member.key, range);
        setRange(member.value, range);
    }
}

void keepLastOfEachKey(std::vector<NodeMember> &members)
{
    QSet<QString> seen;
    std::vector<NodeMember> kept;
    for (auto member = members.rbegin(); member != members.rend(); ++member) {
        const QString key = keyText(member->key);
        if (!seen.contains(key)) {
            seen.insert(key);
            kept.push_back(std::move(*member));
        }
    }
    std::reverse(kept.begin(), kept.end());
    members = std::move(kept);
}

} // namespace

TreeBuilder::TreeBuilder(Layout layout, qsizetype begin, qsizetype content, qint64 &nodes)
    : m_layout(layout)
    , m_begin(begin)
    , m_at(content)
    , m_nodesLeft(nodes)
{
}

void TreeBuilder::fail(Problem problem) const
{
    throw BuildFailure{std::move(problem)};
}

qsizetype TreeBuilder::expect(qsizetype offset, char c) const
{
    if (m_layout.at(offset) != c)
        fail(problems::unplaced({offset, m_layout.lineEnd(offset)}));
    return offset + 1;
}

qsizetype TreeBuilder::behindComma(const Frame &frame, qsizetype offset) const
{
    return frame.node.members.empty() ? offset : expect(m_layout.skipToToken(offset), ',');
}

TreeBuilder::Place TreeBuilder::itemPlace(Frame &frame)
{
    if (frame.inFlow)
        return {behindComma(frame, m_at)};
    return {expect(m_layout.skipToToken(m_at), '-')};
}

TreeBuilder::Place TreeBuilder::keyPlace(Frame &frame)
{
    const qsizetype from = frame.inFlow && !frame.isPair ? behindComma(frame, m_at) : m_at;
    const qsizetype start = m_layout.skipToToken(from);
    if (frame.node.members.empty() && frame.node.style == Style::Block)
        frame.node.range.begin = start;
    if (frame.isPair)
        frame.node.range.begin = start;
    if (m_layout.isIndicatorAt(start, '?'))
        return {start + 1};
    return {frame.inFlow ? from : start};
}

TreeBuilder::Place TreeBuilder::valuePlace(const Frame &frame)
{
    const qsizetype colon = m_layout.skipToToken(m_at);
    const bool isOurs = frame.inFlow || m_layout.sameLine(m_at, colon) || m_layout.column(colon) == frame.indent;
    if (m_layout.at(colon) != ':' || colon >= m_layout.end() || !isOurs)
        return {m_at, true};
    return {colon + 1};
}

TreeBuilder::Place TreeBuilder::nextPlace()
{
    Frame *frame = top();
    if (!frame)
        return {m_at};
    if (frame->node.kind == NodeKind::List)
        return itemPlace(*frame);
    return frame->key ? valuePlace(*frame) : keyPlace(*frame);
}

qsizetype TreeBuilder::nodeStart(Place place) const
{
    if (place.isAbsent)
        return -1;
    const qsizetype start = m_layout.skipToToken(place.offset);
    if (start >= m_layout.end())
        return -1;
    // A block node on a line of its own is indented more than its parent, but for a list in a map, which is no scalar.
    if (!inFlow() && !m_layout.sameLine(place.offset, start) && m_layout.column(start) <= indent())
        return -1;
    return start;
}

qsizetype TreeBuilder::skipProperties(qsizetype offset, bool hasTag, bool hasAnchor, bool &found) const
{
    while (true) {
        const qsizetype start = m_layout.skipToToken(offset);
        if (hasTag && m_layout.at(start) == '!') {
            offset = m_layout.skipTag(start);
            hasTag = false;
        } else if (hasAnchor && m_layout.at(start) == '&') {
            offset = m_layout.skipAnchor(start);
            hasAnchor = false;
        } else {
            return offset;
        }
        found = true;
    }
}

void TreeBuilder::OnDocumentStart(const YAML::Mark &mark)
{
    if (++m_documents > 1) {
        const qsizetype offset = offsetOf(mark);
        fail(problems::textAfterEnd({offset, m_layout.lineEnd(offset)}));
    }
}

void TreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    ++m_events;
    settlePair(offsetOf(mark));
    Place place = nextPlace();
    Node node{.kind = NodeKind::Null};
    if (anchor) {
        const qsizetype offset = m_layout.skipToToken(place.offset);
        place.offset = skipProperties(place.offset, false, true, node.tagged);
        noteAlias({offset, place.offset});
    }
    const qsizetype start = nodeStart(place);
    node.range = {place.offset, place.offset};
    if (start >= 0) {
        const qsizetype end = m_layout.plainEnd(start, indent() + 1, inFlow());
        const QByteArrayView word = m_layout.text({start, end});
        if (word == "~" || word == "null" || word == "Null" || word == "NULL") {
            node.range = {start, end};
            node.text = QString::fromUtf8(word);
        }
    }
    m_at = node.range.end;
    attach(std::move(node), anchor, 1, 0);
}

void TreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    ++m_events;
    settlePair(offsetOf(mark));
    nextPlace();
    const Range range{offsetOf(mark), m_layout.skipAnchor(offsetOf(mark))};
    m_at = range.end;
    noteAlias(range);
    const auto found = m_anchors.constFind(anchor);
    if (found == m_anchors.constEnd())
        fail(problems::aliasOfItself(range));
    m_aliasedNodes += found->size;
    if (m_aliasedNodes > limits::aliasedNodes)
        fail(problems::tooManyAliases(range));
    count(found->size, range);
    if (int(m_frames.size()) + found->height > limits::depth)
        fail(problems::tooDeep(range));
    Node copy = found->node;
    setRange(copy, range);
    attach(std::move(copy), 0, found->size, found->height);
}

void TreeBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                           const std::string &value)
{
    ++m_events;
    settlePair(offsetOf(mark));
    nextPlace();
    Node node{.kind = NodeKind::Scalar, .text = QString::fromUtf8(value.data(), qsizetype(value.size()))};
    Place place{skipProperties(offsetOf(mark), hasTag(tag), anchor != 0, node.tagged)};
    if (!node.tagged)
        place.offset = offsetOf(mark);
    if (anchor)
        noteAlias({offsetOf(mark), place.offset});
    const qsizetype start = node.tagged ? nodeStart(place) : place.offset;
    node.range = {place.offset, place.offset};
    node.style = start < 0 ? Style::Plain : styleAt(m_layout, start, inFlow());
    // A tag alone is an empty text; what follows it is somebody else's.
    const bool isGap = start < 0 || (value.empty() && node.style == Style::Plain);
    if (!isGap) {
        node.range.begin = start;
        if (node.style == Style::Plain)
            node.range.end = m_layout.plainEnd(start, indent() + 1, inFlow());
        else if (isQuote(m_layout.at(start)))
            node.range.end = m_layout.quotedEnd(start);
        else
            node.range.end = m_layout.blockScalarEnd(start, indent());
        if (node.range.end < 0)
            fail(problems::unclosedQuote({start, m_layout.lineEnd(start)}));
    }
    node.isText = node.style == Style::Plain ? node.tagged && hasTag(tag) && !isTagOfWordsAndNumbers(tag)
                                             : !isTagOfWordsAndNumbers(tag);
    m_at = node.range.end;
    attach(std::move(node), anchor, 1, 0);
}

void TreeBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style)
{
    openCollection({.kind = NodeKind::List}, mark, tag, anchor, style);
}

void TreeBuilder::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style)
{
    openCollection({.kind = NodeKind::Map}, mark, tag, anchor, style);
}

void TreeBuilder::openCollection(Node node, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                 YAML::EmitterStyle::value style)
{
    ++m_events;
    const qsizetype offset = offsetOf(mark);
    settlePair(offset);
    nextPlace();
    if (int(m_frames.size()) >= limits::depth)
        fail(problems::tooDeep({offset, m_layout.lineEnd(offset)}));
    Frame frame{.anchor = anchor, .mark = offset, .indent = indent()};
    const qsizetype behind = skipProperties(offset, hasTag(tag), anchor != 0, node.tagged);
    if (anchor)
        noteAlias({offset, behind});
    const qsizetype start = m_layout.skipToToken(behind);
    frame.inFlow = style != YAML::EmitterStyle::Block;
    node.style = frame.inFlow ? Style::Flow : Style::Block;
    node.range = {start, start};
    m_at = start;
    if (!frame.inFlow) {
        frame.indent = m_layout.column(start);
    } else if (node.kind == NodeKind::List) {
        m_at = expect(start, '[');
    } else {
        frame.mayBePair = m_layout.at(start) == '{';
        frame.isPair = !frame.mayBePair;
        if (frame.mayBePair)
            ++m_at;
        else
            m_at = offset;
    }
    frame.node = std::move(node);
    m_frames.push_back(std::move(frame));
}

/// A map in [] that starts with a brace: when its first key starts at the very same place, the brace is that key's.
void TreeBuilder::settlePair(qsizetype mark)
{
    Frame *frame = top();
    if (!frame || !frame->mayBePair)
        return;
    frame->mayBePair = false;
    if (mark == frame->mark) {
        frame->isPair = true;
        m_at = frame->mark;
    }
}

void TreeBuilder::closeCollection()
{
    ++m_events;
    Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    Node node = std::move(frame.node);
    if (frame.inFlow && !frame.isPair) {
        qsizetype bracket = m_layout.skipToToken(m_at);
        if (m_layout.at(bracket) == ',')
            bracket = m_layout.skipToToken(bracket + 1);
        m_at = expect(bracket, node.kind == NodeKind::List ? ']' : '}');
    }
    node.range.end = m_at;
    if (frame.hasMerged)
        keepLastOfEachKey(node.members);
    attach(std::move(node), frame.anchor, frame.size, frame.height + 1);
}

void TreeBuilder::count(qint64 nodes, Range where)
{
    m_nodesLeft -= nodes;
    if (m_nodesLeft < 0)
        fail(problems::tooManyNodes(where));
}

void TreeBuilder::keepAnchored(YAML::anchor_t anchor, const Node &node, qint64 size, int height)
{
    // A copy each: anchors inside anchored collections count several times.
    m_aliasedNodes += size;
    if (m_aliasedNodes > limits::aliasedNodes)
        fail(problems::tooManyAliases(node.range));
    m_anchors.insert(anchor, {node, size, height});
}

void TreeBuilder::attach(Node node, YAML::anchor_t anchor, qint64 size, int height)
{
    count(1, node.range);
    if (anchor)
        keepAnchored(anchor, node, size, height);
    Frame *frame = top();
    if (!frame) {
        m_root = std::move(node);
        return;
    }
    frame->size += size;
    frame->height = std::max(frame->height, height);
    if (frame->node.kind == NodeKind::List)
        frame->node.members.push_back({{}, std::move(node)});
    else if (!frame->key)
        attachKey(*frame, std::move(node));
    else
        attachValue(*frame, std::move(node));
}

bool TreeBuilder::isDuplicate(Frame &frame, const QString &key) const
{
    constexpr size_t fewKeys = 16;
    const auto &members = frame.node.members;
    if (members.size() < fewKeys)
        return std::any_of(members.begin(), members.end(),
                           [&](const NodeMember &member) { return keyText(member.key) == key; });
    if (frame.keys.isEmpty()) {
        for (const NodeMember &member : members)
            frame.keys.insert(keyText(member.key));
    }
    const auto before = frame.keys.size();
    frame.keys.insert(key);
    return frame.keys.size() == before;
}

void TreeBuilder::attachKey(Frame &frame, Node key)
{
    if (isMergeKey(key)) {
        noteAlias(key.range);
    } else if (!key.isCollection()) {
        const QString text = keyText(key);
        if (isDuplicate(frame, text) && !frame.hasMerged && m_problems.size() < limits::problems)
            m_problems.append(problems::duplicateKey(key.range, path().child(text), text));
    }
    frame.key = std::move(key);
}

void TreeBuilder::attachValue(Frame &frame, Node value)
{
    Node key = std::move(*frame.key);
    frame.key.reset();
    if (isMergeKey(key))
        merge(frame, value);
    else
        frame.node.members.push_back({std::move(key), std::move(value)});
}

/// As Kubernetes merges: at this place of the map, so that the key that comes later wins; of several maps the first wins.
void TreeBuilder::merge(Frame &frame, const Node &from)
{
    frame.hasMerged = true;
    if (from.kind == NodeKind::Map) {
        mergeMap(frame, from, from.range);
    } else if (from.kind == NodeKind::List) {
        for (auto map = from.members.rbegin(); map != from.members.rend(); ++map)
            mergeMap(frame, map->value, from.range);
    }
}

void TreeBuilder::mergeMap(Frame &frame, const Node &map, Range range)
{
    for (NodeMember member : map.members) {
        setRange(member.key, range);
        setRange(member.value, range);
        frame.node.members.push_back(std::move(member));
    }
}

QList<Problem> TreeBuilder::takeProblems()
{
    if (m_alias)
        m_problems.append(*m_alias);
    return std::move(m_problems);
}

/// The path is that of the value, or of the map whose key it concerns.
void TreeBuilder::noteAlias(Range where)
{
    if (m_alias)
        return;
    FieldPath place = path();
    if (const Frame *frame = top()) {
        if (frame->node.kind == NodeKind::List)
            place = place.index(int(frame->node.members.size()));
        else if (frame->key)
            place = place.child(keyText(*frame->key));
    }
    m_alias = problems::aliases(where, place);
}

FieldPath TreeBuilder::path() const
{
    FieldPath path;
    for (size_t i = 0; i + 1 < m_frames.size(); ++i) {
        const Frame &frame = m_frames[i];
        path = frame.key ? path.child(keyText(*frame.key)) : path.index(int(frame.node.members.size()));
    }
    return path;
}

} // namespace sallyport::yaml
