// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>

namespace sallyport::yaml {
class LineIndex;
}

namespace sallyport {

class WorkspaceEditor;

/// The findings of the workspace as rows: errors first, suppressed ones last, within that in order of the text.
///
/// Rows that stay are not touched when the workspace is compiled, so that lists keep selection and scroll position while one types.
class ProblemsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { SeverityColumn, MessageColumn, PlaceColumn, CodeColumn, FieldColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, SeverityRole, SuppressedRole };

    explicit ProblemsModel(WorkspaceEditor *workspace, QObject *parent = nullptr);
    ~ProblemsModel() override;

    const Diagnostic &finding(int row) const { return m_findings[row]; }
    int count(Severity severity) const; ///< Without suppressed ones.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    QString textOf(const Diagnostic &finding, int column) const;
    QVariant sortKey(const Diagnostic &finding, int column) const;
    int lineOf(const Diagnostic &finding) const;
    QString messageOf(const Diagnostic &finding) const;

    WorkspaceEditor *m_workspace;
    QList<Diagnostic> m_findings;
    mutable QHash<int, std::shared_ptr<const yaml::LineIndex>> m_lines; ///< By file, made when a line is asked for.
};

} // namespace sallyport
