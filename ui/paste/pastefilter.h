// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/paste/pastedrow.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace sallyport {

/// The rows of a PasteModel that are of some states. A row that was edited stays, whatever has become of it, until other states are
/// asked for: what one works on does not vanish.
class PasteFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void show(const QList<PastedRow::State> &states);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QList<PastedRow::State> m_states;
};

} // namespace sallyport
