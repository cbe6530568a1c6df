// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/navigatormodel.h"

#include "ui/clipboard/itemmime.h"
#include "ui/fields/rowdiff.h"
#include "ui/icons.h"
#include "ui/navigator/dragplaces.h"
#include "ui/selection.h"
#include "ui/titles.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

struct NavigatorModel::Node {
    OutlineItem item; ///< Without its children: those are nodes.
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;
    int row = 0;
    Badge badge;
    FoundHere found; ///< At this entry alone.
    Badge nextBadge; ///< While findings are counted.
    FoundHere nextFound;
    bool isShown = true; ///< By the filter.
};

namespace {

using Kind = OutlineItem::Kind;

/// What makes an entry the same one after others came or went: what people tell it by.
QString identityOf(const OutlineItem &item)
{
    return item.icon + u'\n' + item.title + u'\n' + item.detail;
}

bool looksEqual(const OutlineItem &a, const OutlineItem &b)
{
    return a.title == b.title && a.detail == b.detail && a.icon == b.icon && a.facts == b.facts
        && a.trafficClass == b.trafficClass && a.isFaded == b.isFaded;
}

qint64 countOf(const std::vector<OutlineItem> &items)
{
    qint64 count = qint64(items.size());
    for (const OutlineItem &item : items)
        count += countOf(item.children);
    return count;
}

/// The rule's or destination's bytes: where they are the same, so is what they say.
QByteArrayView bytesOf(const SourceFile &file, const yaml::NodeMember &item)
{
    return QByteArrayView(file.stream.text).sliced(item.value.range.begin, item.value.range.size());
}

} // namespace

void Badge::add(Severity severity)
{
    worst = count == 0 ? severity : std::min(worst, severity);
    ++count;
}

NavigatorModel::NavigatorModel(WorkspaceEditor *editor, QObject *parent)
    : QAbstractItemModel(parent)
    , m_editor(editor)
    , m_root(std::make_unique<Node>())
{
    rebuildFiles();
    updateBadges();
    connect(editor, &WorkspaceEditor::filesChanged, this, &NavigatorModel::rebuildFiles);
    connect(editor, &WorkspaceEditor::textEdited, this, &NavigatorModel::followText);
    connect(editor, &WorkspaceEditor::compiled, this, &NavigatorModel::updateBadges);
    connect(editor, &WorkspaceEditor::modifiedChanged, this, [this](int file) {
        const QModelIndex changed = index(file, 0);
        emit dataChanged(changed, changed, {ModifiedRole});
    });
}

NavigatorModel::~NavigatorModel() = default;

void NavigatorModel::rebuildFiles()
{
    m_sources = m_editor->workspace().files;
    std::vector<OutlineItem> files;
    for (int i = 0; i < int(m_sources.size()); ++i)
        files.push_back(outlineOf(*m_editor, i));
    m_outlined += countOf(files);
    sync(m_root.get(), 0, m_root->children.size(), std::move(files));
}

void NavigatorModel::followText(int file)
{
    Node *node = m_root->children[size_t(file)].get();
    const std::shared_ptr<const SourceFile> after = m_editor->workspace().files[size_t(file)];
    const std::shared_ptr<const SourceFile> before = std::exchange(m_sources[size_t(file)], after);
    if (followDocuments(node, *before, *after))
        return;
    std::vector<OutlineItem> items = outlineOf(*m_editor, file).children;
    m_outlined += countOf(items);
    sync(node, 0, node->children.size(), std::move(items));
}

/// Where the file has the same documents as before, some of them with other words: each of those by itself.
bool NavigatorModel::followDocuments(Node *file, const SourceFile &before, const SourceFile &after)
{
    const auto sameKind = [](const auto &a, const auto &b) {
        return a->kind == b->kind
            && (a == b || (a->kind != DocumentKind::Broken && !a->source->hasAliases && !b->source->hasAliases));
    };
    if (!std::equal(before.documents.begin(), before.documents.end(), after.documents.begin(), after.documents.end(),
                    sameKind))
        return false;
    for (int i = 0; i < int(after.documents.size()); ++i) {
        const DocumentReading &reading = *after.documents[size_t(i)];
        if (before.documents[size_t(i)].get() == &reading || reading.kind == DocumentKind::Empty)
            continue;
        Node *node = documentNode(file->row, i);
        update(node, documentItem(reading, i));
        if (reading.kind == DocumentKind::Policy)
            followRules(node, before, after, i);
    }
    return true;
}

void NavigatorModel::followRules(Node *policy, const SourceFile &before, const SourceFile &after, int document)
{
    const auto &old = rulesOf(*before.documents[size_t(document)]);
    const auto &now = rulesOf(*after.documents[size_t(document)]);
    const auto same = [&](const yaml::NodeMember &a, const yaml::NodeMember &b) {
        return bytesOf(before, a) == bytesOf(after, b);
    };
    const size_t head = size_t(std::mismatch(old.begin(), old.end(), now.begin(), now.end(), same).first - old.begin());
    const size_t most = std::min(old.size(), now.size()) - head;
    const auto tailEnd = std::mismatch(old.rbegin(), old.rbegin() + qsizetype(most), now.rbegin(), same);
    const size_t tail = size_t(tailEnd.first - old.rbegin());
    std::vector<OutlineItem> items;
    for (size_t i = head; i < now.size() - tail; ++i)
        items.push_back(ruleItem(now[i].value));
    m_outlined += countOf(items);
    sync(policy, head, old.size() - tail - head, std::move(items));
}

/// Gives an entry other words; its children are not looked at.
void NavigatorModel::update(Node *node, OutlineItem item)
{
    item.children.clear();
    const bool differs = !looksEqual(node->item, item);
    node->item = std::move(item);
    if (!differs)
        return;
    if (!node->isShown && fits(*node))
        showChanged(node);
    else
        emit dataChanged(indexOf(node), indexOf(node));
}

/// Makes `count` children of a node from `first` on what `items` say, with as few insertions and removals as there can be.
void NavigatorModel::sync(Node *parent, size_t first, size_t count, std::vector<OutlineItem> items)
{
    if (items.size() != count) {
        QStringList before;
        for (size_t i = first; i < first + count; ++i)
            before.append(identityOf(parent->children[i]->item));
        QStringList after;
        for (const OutlineItem &item : items)
            after.append(identityOf(item));
        const RowDiff diff = rowDiff<QString>(before, after);
        const int kept = std::min(diff.removed, diff.inserted);
        const size_t at = first + size_t(diff.first + kept);
        if (diff.removed > kept)
            remove(parent, at, size_t(diff.removed - kept));
        if (diff.inserted > kept) {
            const auto begin = items.begin() + diff.first + kept;
            insert(parent, at, std::vector<OutlineItem>(begin, begin + (diff.inserted - kept)));
        }
    }
    for (size_t i = 0; i < items.size(); ++i) {
        Node *node = parent->children[first + i].get();
        std::vector<OutlineItem> children = std::exchange(items[i].children, {});
        update(node, std::move(items[i]));
        sync(node, 0, node->children.size(), std::move(children));
    }
}

std::unique_ptr<NavigatorModel::Node> NavigatorModel::nodeFor(OutlineItem item, Node *parent)
{
    auto node = std::make_unique<Node>();
    node->parent = parent;
    for (OutlineItem &child : item.children) {
        node->children.push_back(nodeFor(std::move(child), node.get()));
        node->children.back()->row = int(node->children.size()) - 1;
    }
    item.children.clear();
    node->item = std::move(item);
    return node;
}

void NavigatorModel::insert(Node *parent, size_t row, std::vector<OutlineItem> items)
{
    std::vector<std::unique_ptr<Node>> nodes;
    for (OutlineItem &item : items)
        nodes.push_back(nodeFor(std::move(item), parent));
    beginInsertRows(indexOf(parent), int(row), int(row + items.size()) - 1);
    parent->children.insert(parent->children.begin() + qsizetype(row), std::make_move_iterator(nodes.begin()),
                            std::make_move_iterator(nodes.end()));
    for (size_t i = row; i < parent->children.size(); ++i)
        parent->children[i]->row = int(i);
    endInsertRows();
}

void NavigatorModel::remove(Node *parent, size_t row, size_t count)
{
    beginRemoveRows(indexOf(parent), int(row), int(row + count) - 1);
    const auto begin = parent->children.begin() + qsizetype(row);
    parent->children.erase(begin, begin + qsizetype(count));
    for (size_t i = row; i < parent->children.size(); ++i)
        parent->children[i]->row = int(i);
    endRemoveRows();
}

void NavigatorModel::updateBadges()
{
    for (const Diagnostic &finding : m_editor->compilation().findings) {
        Node *node = finding.suppressed ? nullptr : nodeAt(finding.where);
        if (node)
            node->nextFound.add(finding);
        for (; node && node != m_root.get(); node = node->parent)
            node->nextBadge.add(finding.severity);
    }
    const auto visit = [&](const auto &self, Node *parent) -> void {
        for (const auto &child : parent->children) {
            const Badge badge = std::exchange(child->nextBadge, {});
            const bool differs = std::exchange(child->badge, badge) != badge;
            if (adoptFindings(child.get()))
                showChanged(child.get());
            else if (differs)
                emit dataChanged(indexOf(child.get()), indexOf(child.get()),
                                 {BadgeRole, Qt::AccessibleDescriptionRole, Qt::ToolTipRole});
            self(self, child.get());
        }
    };
    visit(visit, m_root.get());
}

/// True where the entry is one now that the filter looks for.
bool NavigatorModel::adoptFindings(Node *node)
{
    FoundHere found = std::exchange(node->nextFound, {});
    if (std::exchange(node->found, std::move(found)) == node->found)
        return false;
    return m_query.asksForFindings() && !node->isShown && fits(*node);
}

// What the filter shows

/// Whether the entry itself is searched for. What a rule or destination stands in counts as said by it.
bool NavigatorModel::fits(const Node &node) const
{
    if (m_query.isEmpty())
        return true;
    if (node.item.kind == Kind::Group)
        return false;
    Facts facts;
    const Node *file = &node;
    const Node *rule = nullptr;
    for (; file->parent != m_root.get(); file = file->parent) {
        facts.add(file->item.facts);
        if (file->item.kind == Kind::Rule)
            rule = file;
    }
    if (file == &node)
        facts = node.item.facts;
    return m_query.fits(facts, file->item.facts) && m_query.fits(node.found, rule ? rule->found : node.found);
}

/// Whether the entry is shown: for itself, or for something in it. What has children is searched for through them, so that what
/// they lack (-tls) counts; but a policy's own findings and name are its own.
bool NavigatorModel::decide(Node *node)
{
    bool isAny = false;
    for (const auto &child : node->children)
        isAny |= decide(child.get());
    const bool mayStandAlone = node->children.empty()
        || (m_query.asksForFindings() && node->item.kind == Kind::Document) || node->item.kind == Kind::File;
    node->isShown = isAny || (mayStandAlone && fits(*node));
    return node->isShown;
}

void NavigatorModel::setQuery(const Query &query)
{
    m_query = query;
    for (const auto &file : m_root->children)
        decide(file.get());
}

/// Shows an entry, and the way to it, that was not shown so far.
void NavigatorModel::showChanged(Node *node)
{
    for (Node *each = node; each != m_root.get(); each = each->parent) {
        each->isShown = true;
        emit dataChanged(indexOf(each), indexOf(each));
    }
}

bool NavigatorModel::isShown(const QModelIndex &index) const
{
    return nodeOf(index)->isShown;
}

bool NavigatorModel::isMatch(const QModelIndex &index) const
{
    return fits(*nodeOf(index));
}

RuleCount NavigatorModel::ruleCount() const
{
    RuleCount count;
    const auto visit = [&count](const auto &self, const Node &parent) -> void {
        for (const auto &child : parent.children) {
            if (child->item.kind != Kind::Rule) {
                self(self, *child);
                continue;
            }
            ++count.all;
            count.shown += child->isShown;
        }
    };
    visit(visit, *m_root);
    return count;
}

// Where entries are

NavigatorModel::Node *NavigatorModel::documentNode(int file, int document) const
{
    if (file < 0 || size_t(file) >= m_root->children.size())
        return nullptr;
    Node *fileNode = m_root->children[size_t(file)].get();
    for (const auto &child : fileNode->children) {
        if (child->item.kind == Kind::Document && child->item.document == document)
            return child.get();
        if (child->item.kind != Kind::Group)
            continue;
        for (const auto &grouped : child->children) {
            if (grouped->item.document == document)
                return grouped.get();
        }
    }
    return fileNode;
}

NavigatorModel::Node *NavigatorModel::nodeAt(const FieldRef &field) const
{
    Node *node = documentNode(field.file, field.document);
    const QList<PathElement> &path = field.path.elements();
    const bool isInRule =
        path.size() > 2 && path[0].name == "spec"_L1 && path[1].name == "egressRules"_L1 && path[2].isIndex();
    if (!node || !isInRule || size_t(path[2].index) >= node->children.size())
        return node;
    node = node->children[size_t(path[2].index)].get();
    const bool isInDestination = path.size() > 4 && path[3].name == "to"_L1 && path[4].isIndex();
    if (isInDestination && size_t(path[4].index) < node->children.size())
        node = node->children[size_t(path[4].index)].get();
    return node;
}

FieldRef NavigatorModel::whereOf(const Node &node) const
{
    switch (node.item.kind) {
    case Kind::Group:
        break;
    case Kind::File:
        return {node.row, -1, {}};
    case Kind::Document: {
        const Node *file = node.parent->item.kind == Kind::File ? node.parent : node.parent->parent;
        return {file->row, node.item.document, {}};
    }
    case Kind::Rule:
        return {node.parent->parent->row, node.parent->item.document, rulePath(node.row)};
    case Kind::Destination: {
        const Node &policy = *node.parent->parent;
        return {policy.parent->row, policy.item.document, destinationPath(node.parent->row, node.row)};
    }
    }
    return {};
}

QString NavigatorModel::titleOf(const Node &node) const
{
    if (!node.item.title.isEmpty())
        return node.item.title;
    return node.item.kind == Kind::Rule ? ruleTitle({}, node.row) : destinationTitle({}, node.row);
}

QModelIndex NavigatorModel::indexOf(const FieldRef &field) const
{
    const Node *node = nodeAt(field);
    return node ? indexOf(node) : QModelIndex();
}

QModelIndex NavigatorModel::indexOf(const Node *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

const NavigatorModel::Node *NavigatorModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex NavigatorModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[size_t(row)].get());
}

QModelIndex NavigatorModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent) : QModelIndex();
}

int NavigatorModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int NavigatorModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags NavigatorModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Node &node = *nodeOf(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool isItem = node.item.kind == Kind::Rule || node.item.kind == Kind::Destination;
    if (isItem)
        flags |= Qt::ItemIsDragEnabled;
    const std::optional<ClipItem::Kind> taken = takenBy(node);
    if (taken && (!m_isDragging || taken == m_dragged))
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

/// What may be dropped into the entry.
std::optional<ClipItem::Kind> NavigatorModel::takenBy(const Node &node) const
{
    const Node *policy = &node;
    while (policy && policy->item.kind != Kind::Document)
        policy = policy->parent;
    if (!policy || !policy->item.isPolicy || policy->item.isFixed)
        return std::nullopt;
    switch (node.item.kind) {
    case Kind::Document:
        return ClipItem::Kind::Rule;
    case Kind::Rule:
        return ClipItem::Kind::Destination;
    case Kind::Destination:
        return ClipItem::Kind::Host;
    default:
        return std::nullopt;
    }
}

QStringList NavigatorModel::mimeTypes() const
{
    return {u"text/plain"_s};
}

QMimeData *NavigatorModel::mimeData(const QModelIndexList &indexes) const
{
    QList<FieldRef> items;
    for (const QModelIndex &index : indexes) {
        if (!(flags(index) & Qt::ItemIsDragEnabled))
            return nullptr;
        items.append(whereOf(*nodeOf(index)));
    }
    items = outermost(m_editor->workspace(), items);
    if (items.isEmpty())
        return nullptr;
    QMimeData *data = mimeOf(m_editor->workspace(), items);
    addPlaces(data, *m_editor, items);
    return data;
}

void NavigatorModel::setDragged(const QMimeData *data)
{
    m_isDragging = data;
    m_dragged = data ? kindOf(*data, *m_editor) : std::nullopt;
}

bool NavigatorModel::isFromHere(const QMimeData &data) const
{
    return !placesIn(data, *m_editor).isEmpty();
}

bool NavigatorModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                     const QModelIndex &parent) const
{
    if (!parent.isValid() || !(supportedDropActions() & action))
        return false;
    const std::optional<ClipItem::Kind> kind = m_isDragging ? m_dragged : kindOf(*data, *m_editor);
    return kind && takenBy(*nodeOf(parent)) == kind;
}

bool NavigatorModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                  const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const Node &node = *nodeOf(parent);
    FieldRef list = whereOf(node);
    const bool intoHosts = node.item.kind == Kind::Destination;
    list.path =
        node.item.kind == Kind::Document ? rulePath(0).parent() : list.path.child(intoHosts ? u"hosts"_s : u"to"_s);
    emit dropped(data, list, intoHosts ? -1 : row, action);
    return true;
}

/// What the row says without colours and icons, for tool tips and screen readers.
QString NavigatorModel::description(const Node &node) const
{
    QStringList parts;
    if (node.item.trafficClass)
        parts.append(name(*node.item.trafficClass));
    if (!node.item.detail.isEmpty())
        parts.append(node.item.detail);
    const int count = node.badge.count;
    if (count > 0) {
        switch (node.badge.worst) {
        case Severity::Error:
            parts.append(tr("%Ln finding(s), at least one error", nullptr, count));
            break;
        case Severity::Warning:
            parts.append(tr("%Ln finding(s), at least one warning", nullptr, count));
            break;
        case Severity::Note:
            parts.append(tr("%Ln note(s)", nullptr, count));
            break;
        }
    }
    return parts.join(u" · "_s);
}

QVariant NavigatorModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    const OutlineItem &item = node.item;
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(node);
    case Qt::DecorationRole:
        return item.icon.isEmpty() ? QVariant() : icon(item.icon);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        const QString words = description(node);
        return words.isEmpty() ? titleOf(node) : u"%1 · %2"_s.arg(titleOf(node), words);
    }
    case WhereRole:
        return QVariant::fromValue(whereOf(node));
    case DetailRole:
        return item.detail;
    case ClassRole:
        return item.trafficClass ? QVariant(int(*item.trafficClass)) : QVariant();
    case BadgeRole:
        return QVariant::fromValue(node.badge);
    case FadedRole:
        return item.isFaded;
    case ModifiedRole:
        return node.parent == m_root.get() && m_editor->isModified(node.row);
    case KindRole:
        return int(item.kind);
    default:
        return {};
    }
}

} // namespace sallyport
