// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/selecteditems.h"

#include "ui/selection.h"

#include <QScopedValueRollback>

#include <utility>

namespace sallyport {

SelectedItems::SelectedItems(Selection *selection, QObject *parent)
    : QObject(parent)
    , m_selection(selection)
{
    connect(selection, &Selection::changed, this, [this] {
        if (!m_selecting)
            clear();
    });
}

void SelectedItems::select(const QList<FieldRef> &items, const FieldRef &current)
{
    const QList<FieldRef> several = items.size() > 1 ? items : QList<FieldRef>();
    const bool differs = std::exchange(m_items, several) != several;
    {
        const QScopedValueRollback guard(m_selecting, true);
        m_selection->select(current);
    }
    if (differs)
        emit changed();
}

void SelectedItems::select(const QList<FieldRef> &items)
{
    select(items, m_selection->current());
}

void SelectedItems::clear()
{
    if (!std::exchange(m_items, {}).isEmpty())
        emit changed();
}

} // namespace sallyport
