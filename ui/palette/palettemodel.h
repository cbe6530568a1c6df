// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/palette/paletteitem.h"

#include <QAbstractListModel>

namespace sallyport {

/// The items that match what was typed, best first; of very many the best two hundred.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, PositionsRole /**< QList<int>: the characters of the text that match. */ };

    explicit PaletteModel(QObject *parent = nullptr);

    void setItems(std::vector<PaletteItem> items);
    void setQuery(const QString &query);
    const PaletteItem &item(int row) const { return m_items[m_rows[size_t(row)].item]; }
    int matches() const { return m_matches; } ///< All of them, shown or not.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        size_t item;
        int score;
        QList<int> positions;
    };

    void search();

    std::vector<PaletteItem> m_items;
    QString m_query;
    std::vector<Row> m_rows;
    int m_matches = 0;
};

} // namespace sallyport
