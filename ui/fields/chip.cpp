// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/chip.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace sallyport {

namespace {

QFont chipFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.8);
    font.setBold(true);
    return font;
}

QPainterPath shapeOf(TrafficClass trafficClass, const QRectF &place)
{
    QPainterPath path;
    switch (trafficClass) {
    case TrafficClass::Http:
        path.addRoundedRect(place, place.height() / 2, place.height() / 2);
        break;
    case TrafficClass::Tls: {
        const qreal cut = place.height() / 3;
        path.addPolygon(QPolygonF{{place.left() + cut, place.top()},
                                  {place.right() - cut, place.top()},
                                  {place.right(), place.top() + cut},
                                  {place.right(), place.bottom() - cut},
                                  {place.right() - cut, place.bottom()},
                                  {place.left() + cut, place.bottom()},
                                  {place.left(), place.bottom() - cut},
                                  {place.left(), place.top() + cut}});
        path.closeSubpath();
        break;
    }
    case TrafficClass::Tcp:
        path.addRect(place);
        break;
    }
    return path;
}

} // namespace

QSize chipSize(TrafficClass trafficClass, const QFont &font)
{
    const QFontMetrics metrics(chipFont(font));
    return {metrics.horizontalAdvance(name(trafficClass)) + metrics.height(), metrics.height() + metrics.lineWidth()};
}

void paintChip(QPainter *painter, const QRect &place, TrafficClass trafficClass, const QPalette &palette)
{
    const Tint &tint = Theme::of(palette).of(trafficClass);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(chipFont(painter->font()));
    painter->setPen(QPen(tint.text, painter->fontMetrics().lineWidth()));
    painter->setBrush(tint.ground);
    painter->drawPath(shapeOf(trafficClass, QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)));
    painter->drawText(place, Qt::AlignCenter, name(trafficClass));
    painter->restore();
}

} // namespace sallyport
