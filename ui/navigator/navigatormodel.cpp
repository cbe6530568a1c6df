// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/navigatormodel.h"

#include "ui/fields/rowdiff.h"
#include "ui/icons.h"
#include "ui/selection.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

struct NavigatorModel::Node {
    OutlineItem item; ///< Without its children: those are nodes.
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;
    int row = 0;
    Badge badge;
};

namespace {

/// What makes an entry the same one after others came or went: what people tell it by.
QString identityOf(const OutlineItem &item)
{
    return item.icon + u'\n' + item.title + u'\n' + item.detail;
}

bool looksEqual(const OutlineItem &a, const OutlineItem &b)
{
    return a.title == b.title && a.detail == b.detail && a.icon == b.icon && a.words == b.words
        && a.trafficClass == b.trafficClass && a.isFaded == b.isFaded;
}

} // namespace

NavigatorModel::NavigatorModel(WorkspaceEditor *editor, QObject *parent)
    : QAbstractItemModel(parent)
    , m_editor(editor)
    , m_root(std::make_unique<Node>())
{
    rebuildFiles();
    updateBadges();
    connect(editor, &WorkspaceEditor::filesChanged, this, &NavigatorModel::rebuildFiles);
    connect(editor, &WorkspaceEditor::textEdited, this, &NavigatorModel::rebuildFile);
    connect(editor, &WorkspaceEditor::compiled, this, &NavigatorModel::updateBadges);
    connect(editor, &WorkspaceEditor::modifiedChanged, this, [this](int file) {
        const QModelIndex changed = index(file, 0);
        emit dataChanged(changed, changed, {ModifiedRole});
    });
}

NavigatorModel::~NavigatorModel() = default;

void NavigatorModel::rebuildFiles()
{
    std::vector<OutlineItem> files;
    for (int i = 0; i < int(m_editor->workspace().files.size()); ++i)
        files.push_back(outlineOf(*m_editor, i));
    sync(m_root.get(), std::move(files));
}

void NavigatorModel::rebuildFile(int file)
{
    Node *node = m_root->children[size_t(file)].get();
    sync(node, outlineOf(*m_editor, file).children);
}

/// Makes the children of a node what `items` say, with as few insertions and removals as there can be.
void NavigatorModel::sync(Node *parent, std::vector<OutlineItem> items)
{
    if (items.size() != parent->children.size()) {
        QStringList before;
        for (const auto &child : parent->children)
            before.append(identityOf(child->item));
        QStringList after;
        for (const OutlineItem &item : items)
            after.append(identityOf(item));
        const RowDiff diff = rowDiff<QString>(before, after);
        const int kept = std::min(diff.removed, diff.inserted);
        if (diff.removed > kept)
            remove(parent, diff.first + kept, diff.removed - kept);
        if (diff.inserted > kept) {
            const auto first = items.begin() + diff.first + kept;
            insert(parent, diff.first + kept, std::vector<OutlineItem>(first, first + (diff.inserted - kept)));
        }
    }
    for (size_t i = 0; i < items.size(); ++i) {
        Node *node = parent->children[i].get();
        std::vector<OutlineItem> children = std::exchange(items[i].children, {});
        const bool differs = !looksEqual(node->item, items[i]);
        node->item = std::move(items[i]);
        if (differs)
            emit dataChanged(indexOf(node), indexOf(node));
        sync(node, std::move(children));
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

void NavigatorModel::insert(Node *parent, int row, std::vector<OutlineItem> items)
{
    beginInsertRows(indexOf(parent), row, row + int(items.size()) - 1);
    for (size_t i = 0; i < items.size(); ++i)
        parent->children.insert(parent->children.begin() + row + int(i), nodeFor(std::move(items[i]), parent));
    for (size_t i = size_t(row); i < parent->children.size(); ++i)
        parent->children[i]->row = int(i);
    endInsertRows();
}

void NavigatorModel::remove(Node *parent, int row, int count)
{
    beginRemoveRows(indexOf(parent), row, row + count - 1);
    parent->children.erase(parent->children.begin() + row, parent->children.begin() + row + count);
    for (size_t i = size_t(row); i < parent->children.size(); ++i)
        parent->children[i]->row = int(i);
    endRemoveRows();
}

void NavigatorModel::updateBadges()
{
    QHash<const Node *, Badge> badges;
    for (const Diagnostic &finding : m_editor->compilation().findings) {
        if (finding.suppressed)
            continue;
        for (const Node *node = nodeAt(finding.where); node && node != m_root.get(); node = node->parent) {
            Badge &badge = badges[node];
            badge.worst = badge.count == 0 ? finding.severity : std::min(badge.worst, finding.severity);
            ++badge.count;
        }
    }
    const auto visit = [&](const auto &self, Node *parent) -> void {
        for (const auto &child : parent->children) {
            const Badge badge = badges.value(child.get());
            if (std::exchange(child->badge, badge) != badge)
                emit dataChanged(indexOf(child.get()), indexOf(child.get()),
                                 {BadgeRole, Qt::AccessibleDescriptionRole, Qt::ToolTipRole});
            self(self, child.get());
        }
    };
    visit(visit, m_root.get());
}

NavigatorModel::Node *NavigatorModel::documentNode(int file, int document) const
{
    if (file < 0 || size_t(file) >= m_root->children.size())
        return nullptr;
    Node *fileNode = m_root->children[size_t(file)].get();
    for (const auto &child : fileNode->children) {
        if (child->item.where.document == document && child->item.where.isValid())
            return child.get();
        if (child->item.where.isValid())
            continue;
        for (const auto &grouped : child->children) {
            if (grouped->item.where.document == document)
                return grouped.get();
        }
    }
    return fileNode;
}

NavigatorModel::Node *NavigatorModel::nodeAt(const FieldRef &field) const
{
    Node *node = documentNode(field.file, field.document);
    for (const FieldPath &part : {rulePathOf(field.path), destinationPathOf(field.path)}) {
        if (!node || part.isEmpty() || size_t(part.last().index) >= node->children.size())
            break;
        node = node->children[size_t(part.last().index)].get();
    }
    return node;
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
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
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
        return item.title;
    case Qt::DecorationRole:
        return item.icon.isEmpty() ? QVariant() : icon(item.icon);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        const QString words = description(node);
        return words.isEmpty() ? item.title : u"%1 · %2"_s.arg(item.title, words);
    }
    case WhereRole:
        return QVariant::fromValue(item.where);
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
    case WordsRole:
        return QString(item.title + u' ' + item.detail + u' ' + item.words
                       + (item.trafficClass ? u' ' + name(*item.trafficClass) : QString()));
    default:
        return {};
    }
}

} // namespace sallyport
