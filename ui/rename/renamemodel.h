// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "core/policy/rename.h"

#include <QAbstractTableModel>

namespace sallyport {

/// The places that a renaming finds, one in a row: where, as it is, as it will be.
class RenameModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Where, Before, After, ColumnCount };

    explicit RenameModel(WorkspaceEditor *editor, QObject *parent = nullptr);

    void setPlaces(const QList<RenamedPlace> &places);
    const RenamedPlace &place(int row) const { return m_places[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString whereOf(const FieldRef &field) const;

    WorkspaceEditor *m_editor;
    QList<RenamedPlace> m_places;
};

} // namespace sallyport
