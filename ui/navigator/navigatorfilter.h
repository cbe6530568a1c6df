// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

namespace sallyport {

class NavigatorModel;

/// The navigator's entries that its filter shows, in the order of the files.
class NavigatorFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit NavigatorFilter(NavigatorModel *model, QObject *parent = nullptr);

    /// Shows what the text asks for; everything for an empty one.
    void setText(const QString &text);
    bool isFiltering() const;
    NavigatorModel *entries() const { return m_model; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    NavigatorModel *m_model;
};

} // namespace sallyport
