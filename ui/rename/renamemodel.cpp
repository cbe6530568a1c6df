// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rename/renamemodel.h"

#include "core/yaml/document.h"
#include "ui/fields/marks.h"

using namespace Qt::StringLiterals;

namespace sallyport {

RenameModel::RenameModel(WorkspaceEditor *editor, QObject *parent)
    : QAbstractTableModel(parent)
    , m_editor(editor)
{
}

void RenameModel::setPlaces(const QList<RenamedPlace> &places)
{
    if (places.size() != m_places.size()) {
        beginResetModel();
        m_places = places;
        endResetModel();
        return;
    }
    // While the new name is typed the rows stay, and so does the place in the list.
    m_places = places;
    if (!places.isEmpty())
        emit dataChanged(index(0, 0), index(int(places.size()) - 1, ColumnCount - 1));
}

int RenameModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_places.size());
}

int RenameModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RenameModel::whereOf(const FieldRef &field) const
{
    const Workspace &workspace = m_editor->workspace();
    const yaml::Node *node = workspace.reading(field.file, field.document).source->root.find(field.path);
    const QByteArray &text = workspace.files[size_t(field.file)]->stream.text;
    const qsizetype line = node ? text.first(node->range.begin).count('\n') + 1 : 0;
    return u"%1:%2 · %3"_s.arg(m_editor->title(field.file)).arg(line).arg(field.path.toString());
}

QVariant RenameModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RenamedPlace &place = m_places[index.row()];
    const bool stays = !place.obstacle.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Where ? whereOf(place.field)
            : index.column() == Before ? place.before
            : stays                    ? tr("stays: %1").arg(place.obstacle)
                                       : place.after;
    case Qt::DecorationRole:
        return stays && index.column() == After ? QVariant(iconOf(Severity::Warning)) : QVariant();
    case Qt::ToolTipRole:
        return stays ? place.obstacle : data(index, Qt::DisplayRole);
    default:
        return {};
    }
}

QVariant RenameModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Where:
        return tr("Place");
    case Before:
        return tr("Now");
    default:
        return tr("Then");
    }
}

} // namespace sallyport
