// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "core/policy/clipboard.h"
#include "ui/navigator/outline.h"

#include <QAbstractItemModel>

namespace sallyport {

/// How many unsuppressed findings there are at and below an entry, and the worst of them.
struct Badge {
    Severity worst = Severity::Note;
    int count = 0;
    bool operator==(const Badge &) const = default;

    void add(Severity severity);
};

/// How many rules there are, and how many of them the filter shows.
struct RuleCount {
    int shown = 0;
    int all = 0;
};

/// The workspace as a tree for the navigator: files > policies > rules > destinations, and other documents.
///
/// Follows every change in place: entries that stay keep their index, so that selection, expansion and scroll position stay, too; of a
/// policy only the rules whose text changed are looked at. What the filter shows is decided when it is set. Later changes add to that,
/// and take nothing away: nothing vanishes under the hands of who edits it.
class NavigatorModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        WhereRole = Qt::UserRole, ///< FieldRef; of a group invalid
        DetailRole, ///< QString
        ClassRole, ///< int of TrafficClass; invalid where there is none
        BadgeRole, ///< Badge
        FadedRole, ///< bool
        ModifiedRole, ///< bool, of files
        KindRole, ///< OutlineItem::Kind
    };

    explicit NavigatorModel(WorkspaceEditor *editor, QObject *parent = nullptr);
    ~NavigatorModel() override;

    /// The entry that stands for the field: its destination, else its rule, document or file. Invalid where there is none.
    QModelIndex indexOf(const FieldRef &field) const;
    static FieldRef whereOf(const QModelIndex &index) { return index.data(WhereRole).value<FieldRef>(); }

    /// Decides anew what isShown(); who shows it asks again.
    void setQuery(const Query &query);
    const Query &query() const { return m_query; }
    bool isShown(const QModelIndex &index) const;
    /// Whether it is what was searched for, not only the way there.
    bool isMatch(const QModelIndex &index) const;
    RuleCount ruleCount() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    // Drags. A rule goes to a policy, a destination to a rule, a host to a destination.
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override; ///< Null where something cannot be dragged.
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    /// What is on its way over the view, so that only what can take it shows that it can; null when it is gone.
    void setDragged(const QMimeData *data);
    bool isFromHere(const QMimeData &data) const;

    /// Entries looked at anew since the start, for tests: a keystroke must not look at all of them.
    qint64 outlined() const { return m_outlined; }

signals:
    /// Something was dropped into a list, before a position of it (-1 = at the end).
    void dropped(const QMimeData *data, const sallyport::FieldRef &list, int before, Qt::DropAction action);

private:
    struct Node;

    void rebuildFiles();
    void followText(int file);
    bool followDocuments(Node *file, const SourceFile &before, const SourceFile &after);
    void followRules(Node *policy, const SourceFile &before, const SourceFile &after, int document);
    void updateBadges();
    bool adoptFindings(Node *node);
    void update(Node *node, OutlineItem item);
    void sync(Node *parent, size_t first, size_t count, std::vector<OutlineItem> items);
    void insert(Node *parent, size_t row, std::vector<OutlineItem> items);
    void remove(Node *parent, size_t row, size_t count);
    std::unique_ptr<Node> nodeFor(OutlineItem item, Node *parent);
    Node *nodeAt(const FieldRef &field) const;
    Node *documentNode(int file, int document) const;
    const Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    FieldRef whereOf(const Node &node) const;
    QString titleOf(const Node &node) const;
    QString description(const Node &node) const;
    std::optional<ClipItem::Kind> takenBy(const Node &node) const;
    bool fits(const Node &node) const;
    bool decide(Node *node);
    void showChanged(Node *node);

    WorkspaceEditor *m_editor;
    std::unique_ptr<Node> m_root;
    std::vector<std::shared_ptr<const SourceFile>> m_sources; ///< The files as they are shown.
    Query m_query;
    std::optional<ClipItem::Kind> m_dragged;
    bool m_isDragging = false;
    qint64 m_outlined = 0;
};

} // namespace sallyport
