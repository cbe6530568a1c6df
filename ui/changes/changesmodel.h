// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/comparison.h"

#include <QAbstractTableModel>

namespace sallyport {

/// A comparison as the rows of a table: one text below the other, or what was beside what is.
class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { BeforeNumber, Before, AfterNumber, After, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< A ComparedLine::Kind as an int; -1 where the side has no line.
        SpansRole, ///< QList<Span>: what differs from the line on the other side.
    };

    explicit ChangesModel(QObject *parent = nullptr);

    void setComparison(const Comparison &comparison);
    void setSideBySide(bool on); ///< Otherwise column Before is without meaning: After holds every line.
    bool isSideBySide() const { return m_isSideBySide; }
    const Comparison &comparison() const { return m_comparison; }
    int longestLine() const { return m_longest; } ///< In characters.

    /// The line of the comparison that a row stands for: where it has two, what is now.
    int lineAt(int row) const;
    int rowOf(int line) const;
    /// The row of the next difference after `row`, or before it; -1 where there is none at all. Goes on at the other end.
    int differenceFrom(int row, int direction) const;
    QString plainText(int row) const; ///< With the sign of the line.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int before = -1;
        int after = -1;
    };

    void layOut();
    const ComparedLine *lineOf(const Row &row, int column) const;
    QString textOf(const ComparedLine &line) const;
    QList<Span> spansOf(int line) const;

    Comparison m_comparison;
    QList<Row> m_rows;
    QList<int> m_rowOfLine;
    bool m_isSideBySide = false;
    int m_longest = 0;
};

} // namespace sallyport

Q_DECLARE_METATYPE(QList<sallyport::Span>)
