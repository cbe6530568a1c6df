// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/paste/pastefilter.h"

#include "ui/paste/pastemodel.h"

namespace sallyport {

void PasteFilter::show(const QList<PastedRow::State> &states)
{
    m_states = states;
    setDynamicSortFilter(false); // rows are filtered when they come, not again when they change
    invalidateRowsFilter();
}

bool PasteFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_states.contains(static_cast<PasteModel *>(sourceModel())->rows()[row].state);
}

} // namespace sallyport
