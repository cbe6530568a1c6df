// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/palette/palettedelegate.h"

#include "ui/palette/palettemodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace sallyport {

namespace {

/// One line with the given characters in bold, as far as it fits.
void drawMatched(QPainter *painter, const QRect &place, const QString &text, const QList<int> &positions,
                 const QFont &font)
{
    QTextLayout layout(text, font, painter->device());
    QList<QTextLayout::FormatRange> bold;
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    for (const int position : positions)
        bold.append({position, 1, format});
    layout.setFormats(bold);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(int(text.size()));
    layout.endLayout();
    painter->save();
    painter->setClipRect(place);
    layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2));
    painter->restore();
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString text = background.text;
    background.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    background.text = text;
    QRect place = style->subElementRect(QStyle::SE_ItemViewItemText, &background, option.widget);
    place.setRight(option.rect.right() - option.fontMetrics.averageCharWidth());
    const Theme &theme = Theme::of(option.widget);
    const QString detail = option.fontMetrics.elidedText(index.data(PaletteModel::DetailRole).toString(),
                                                         Qt::ElideMiddle, place.width() / 2);
    painter->setPen(theme.muted);
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, detail);
    place.setRight(place.right() - option.fontMetrics.horizontalAdvance(detail)
                   - option.fontMetrics.averageCharWidth());
    painter->setPen(option.palette.color(QPalette::Text));
    drawMatched(painter, place, text, index.data(PaletteModel::PositionsRole).value<QList<int>>(), option.font);
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 20, option.fontMetrics.height() * 3 / 2};
}

} // namespace sallyport
