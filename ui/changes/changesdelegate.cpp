// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/changes/changesdelegate.h"

#include "ui/changes/changesmodel.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace sallyport {

namespace {

using Kind = ComparedLine::Kind;

bool isNumber(const QModelIndex &index)
{
    return index.column() == ChangesModel::BeforeNumber || index.column() == ChangesModel::AfterNumber;
}

} // namespace

QColor changedWordGround(const Theme &theme, bool added)
{
    const QColor ground = added ? theme.addedLine : theme.removedLine;
    const QColor ink = added ? theme.good.text : theme.error.text;
    const auto mix = [](int a, int b) { return (a * 4 + b) / 5; };
    return {mix(ground.red(), ink.red()), mix(ground.green(), ink.green()), mix(ground.blue(), ink.blue())};
}

void ChangesDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme &theme = Theme::of(option->palette);
    const int kind = index.data(ChangesModel::KindRole).toInt();
    if (kind == int(Kind::Added))
        option->backgroundBrush = theme.addedLine;
    else if (kind == int(Kind::Removed))
        option->backgroundBrush = theme.removedLine;
    else if (kind == int(Kind::Title))
        option->backgroundBrush = option->palette.alternateBase();
    else if (kind < 0)
        option->backgroundBrush = option->palette.window();
    option->font.setBold(kind == int(Kind::Title));
    if (isNumber(index) || kind == int(Kind::Gap))
        option->palette.setColor(QPalette::Text, theme.muted);
}

void ChangesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int kind = index.data(ChangesModel::KindRole).toInt();
    if (isNumber(index) || (kind != int(Kind::Added) && kind != int(Kind::Removed)))
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    const QRect rect = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    const QString text = item.text;
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    QList<QTextLayout::FormatRange> formats;
    const auto spans = index.data(ChangesModel::SpansRole).value<QList<Span>>();
    for (const Span &span : spans) {
        QTextLayout::FormatRange range{span.begin, span.length, {}};
        range.format.setFontUnderline(true);
        if (!(item.state & QStyle::State_Selected))
            range.format.setBackground(changedWordGround(Theme::of(item.palette), kind == int(Kind::Added)));
        formats.append(range);
    }
    QTextLayout layout(text, item.font);
    QTextOption textOption;
    textOption.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(textOption);
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    painter->save();
    painter->setClipRect(item.rect);
    const bool selected = item.state & QStyle::State_Selected;
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &item, item.widget) + 1;
    const qreal y = rect.top() + (rect.height() - layout.boundingRect().height()) / 2;
    layout.draw(painter, QPointF(rect.left() + margin, y));
    painter->restore();
}

} // namespace sallyport
