// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"

#include <QList>
#include <QObject>

namespace sallyport {

class Selection;

/// What is selected beside the field that the window looks at, for one edit over all of it: several rules, destinations or documents, in
/// the order of the workspace and with the one that is looked at. Whoever looks at another field ends it.
class SelectedItems : public QObject
{
    Q_OBJECT
public:
    explicit SelectedItems(Selection *selection, QObject *parent = nullptr);

    /// Empty where no more than one is selected.
    const QList<FieldRef> &all() const { return m_items; }

    /// Looks at the field and keeps several items selected; of fewer than two, the field alone is.
    void select(const QList<FieldRef> &items, const FieldRef &current);
    /// The same, and what is looked at stays so.
    void select(const QList<FieldRef> &items);
    /// Only what is looked at stays selected.
    void clear();

signals:
    void changed();

private:
    Selection *m_selection;
    QList<FieldRef> m_items;
    bool m_selecting = false; ///< It is we who look at another field.
};

} // namespace sallyport
