// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/paste/pastedrow.h"
#include "core/policy/paste/pastejudge.h"

#include <QAbstractTableModel>

namespace sallyport {

/// What was understood of a pasted text, one row for each piece of it, to be adjusted before it is taken: hosts, ports and protocols
/// can be changed, rows can be left out. Rejects become hosts by giving them a good name.
class PasteModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Host, Port, ProtocolName, Line, Text, Remark, ColumnCount };

    explicit PasteModel(const PasteJudge &judge, QObject *parent = nullptr);

    void clear();
    void append(QList<PastedRow> rows);
    const QList<PastedRow> &rows() const { return m_rows; }
    bool isChosen(int row) const; ///< It will be added.
    QList<PastedRow> chosen() const;
    int count(PastedRow::State state) const;

    /// Leaves rows out or takes them in again; rows that are no hosts stay out.
    void choose(const QList<int> &rows, bool chosen);
    /// Gives hosts and rejects a port and a protocol; what is absent stays.
    void setPorts(const QList<int> &rows, std::optional<int> port, std::optional<Protocol> protocol);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void chosenChanged();

private:
    QString textIn(const PastedRow &row, int column) const;
    bool setHost(int row, const QString &text);
    bool setPort(int row, const QString &text);
    bool setProtocol(int row, const QString &text);
    void judgeAnew();

    PasteJudge m_judge;
    QList<PastedRow> m_rows;
    QList<bool> m_isLeftOut; ///< By the user.
};

/// "Host", "Duplicate", …: what a row is, as a word.
QString wordOf(PastedRow::State state);

} // namespace sallyport
