// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/navigator/outline.h"

#include <QAbstractItemModel>

namespace sallyport {

/// How many unsuppressed findings there are at and below an entry, and the worst of them.
struct Badge {
    Severity worst = Severity::Note;
    int count = 0;
    bool operator==(const Badge &) const = default;
};

/// The workspace as a tree for the navigator: files > policies > rules > destinations, and other documents.
///
/// Follows every change in place: entries that stay keep their index, so that selection, expansion and scroll position stay, too.
class NavigatorModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        WhereRole = Qt::UserRole, ///< FieldRef
        DetailRole, ///< QString
        ClassRole, ///< int of TrafficClass; invalid where there is none
        BadgeRole, ///< Badge
        FadedRole, ///< bool
        ModifiedRole, ///< bool, of files
        WordsRole, ///< QString: everything that the filter looks through
    };

    explicit NavigatorModel(WorkspaceEditor *editor, QObject *parent = nullptr);
    ~NavigatorModel() override;

    /// The entry that stands for the field: its destination, else its rule, document or file. Invalid where there is none.
    QModelIndex indexOf(const FieldRef &field) const;
    static FieldRef whereOf(const QModelIndex &index) { return index.data(WhereRole).value<FieldRef>(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node;

    void rebuildFiles();
    void rebuildFile(int file);
    void updateBadges();
    void sync(Node *parent, std::vector<OutlineItem> items);
    void insert(Node *parent, int row, std::vector<OutlineItem> items);
    void remove(Node *parent, int row, int count);
    static std::unique_ptr<Node> nodeFor(OutlineItem item, Node *parent);
    Node *nodeAt(const FieldRef &field) const;
    Node *documentNode(int file, int document) const;
    const Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    QString description(const Node &node) const;

    WorkspaceEditor *m_editor;
    std::unique_ptr<Node> m_root;
};

} // namespace sallyport
