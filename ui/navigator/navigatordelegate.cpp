// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/navigatordelegate.h"

#include "ui/fields/chip.h"
#include "ui/fields/marks.h"
#include "ui/navigator/navigatormodel.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

int gapOf(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.horizontalAdvance(u' ');
}

/// Takes `width` from the right end of the place.
QRect takeRight(QRect *place, int width, int gap)
{
    QRect result = *place;
    result.setLeft(std::max(place->left(), place->right() - width + 1));
    place->setRight(result.left() - gap - 1);
    return result;
}

/// The mark of the worst finding and the number of them, on a ground of their own: readable on the selection, too.
void paintBadge(QPainter *painter, QRect *place, const QStyleOptionViewItem &option, const Badge &badge,
                const Theme &theme)
{
    if (badge.count == 0)
        return;
    const int gap = gapOf(option);
    const QString number = QString::number(badge.count);
    const int height = option.fontMetrics.height();
    const int mark = option.fontMetrics.ascent();
    QRect pill = takeRight(place, mark + option.fontMetrics.horizontalAdvance(number) + 3 * gap, gap);
    pill.moveTop(place->top() + (place->height() - height) / 2);
    pill.setHeight(height);
    const Tint &tint = theme.of(badge.worst);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tint.ground);
    painter->drawRoundedRect(pill, height / 4.0, height / 4.0);
    QRect words = pill.adjusted(gap, 0, -gap, 0);
    painter->setPen(tint.text);
    painter->drawText(takeRight(&words, option.fontMetrics.horizontalAdvance(number), gap), Qt::AlignCenter, number);
    iconOf(badge.worst).paint(painter, QRect(words.left(), pill.top() + (height - mark) / 2, mark, mark));
}

} // namespace

void NavigatorDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    const Theme &theme = Theme::of(item.palette);
    const QColor strong = item.palette.color(QPalette::Text);

    item.text.clear(); // the style draws ground, focus and icon; the words are ours
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    item.text = index.data(Qt::DisplayRole).toString();
    QRect place = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    const int gap = gapOf(item);
    place.setRight(item.rect.right() - gap);
    place.adjust(gap / 2, 0, 0, 0);

    painter->save();
    painter->setFont(item.font);
    paintBadge(painter, &place, item, index.data(NavigatorModel::BadgeRole).value<Badge>(), theme);
    if (const QVariant trafficClass = index.data(NavigatorModel::ClassRole); trafficClass.isValid()) {
        const auto value = TrafficClass(trafficClass.toInt());
        const QSize size = chipSize(value, item.font);
        QRect chip = takeRight(&place, size.width(), gap);
        chip.moveTop(place.top() + (place.height() - size.height()) / 2);
        chip.setHeight(size.height());
        paintChip(painter, chip, value, item.palette);
    }
    QString title = item.text;
    if (index.data(NavigatorModel::ModifiedRole).toBool())
        title.prepend(u"● "_s);
    title = item.fontMetrics.elidedText(title, Qt::ElideMiddle, place.width());
    painter->setPen(index.data(NavigatorModel::FadedRole).toBool() ? theme.muted : strong);
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, title);
    place.setLeft(place.left() + item.fontMetrics.horizontalAdvance(title) + 2 * gap);
    const QString detail = index.data(NavigatorModel::DetailRole).toString();
    if (!detail.isEmpty() && place.width() > 4 * gap) {
        painter->setPen(theme.muted);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                          item.fontMetrics.elidedText(detail, Qt::ElideRight, place.width()));
    }
    painter->restore();
}

QSize NavigatorDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() * 3 / 2));
    return size;
}

} // namespace sallyport
