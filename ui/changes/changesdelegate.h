// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace sallyport {

/// Paints a line of a comparison: what came and what went by ground and sign, the words that differ underlined on a stronger one.
class ChangesDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// The ground of words that differ; the theme's text is readable on it.
QColor changedWordGround(const Theme &theme, bool added);

} // namespace sallyport
