// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/flowstrip.h"

#include "ui/fields/chip.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// Gives each what it wants and an equal share of the rest; where that is too much, all give way in proportion.
QList<int> shared(const QList<int> &wanted, int room)
{
    const int sum = std::accumulate(wanted.begin(), wanted.end(), 0);
    QList<int> widths;
    for (const int width : wanted)
        widths.append(sum <= room ? width + (room - sum) / int(wanted.size()) : width * room / std::max(sum, 1));
    return widths;
}

} // namespace

/// One painting of the strip: its measures follow the font, its colours the theme.
struct FlowStrip::Painting {
    QPainter painter;
    const Theme &theme;
    QPalette palette;
    QFontMetrics metrics;
    int height;
    int gap;

    explicit Painting(FlowStrip *strip)
        : painter(strip)
        , theme(Theme::of(strip))
        , palette(strip->palette())
        , metrics(strip->fontMetrics())
        , height(strip->height())
        , gap(metrics.horizontalAdvance(u' ') * 2)
    {
        painter.setRenderHint(QPainter::Antialiasing);
    }

    qreal line() const { return std::max(1, metrics.lineWidth()); }

    int padding() const { return gap / 2; }
    int widthOf(const QString &title, const QString &detail) const
    {
        return std::max(metrics.horizontalAdvance(title), metrics.horizontalAdvance(detail)) + 2 * padding() + 2;
    }

    void station(const QRect &place, const QString &title, const QString &detail)
    {
        painter.setPen(QPen(theme.line, line()));
        painter.setBrush(palette.base());
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), gap / 2.0, gap / 2.0);
        const QRect inner = place.adjusted(padding(), 0, -padding(), 0);
        if (detail.isEmpty()) {
            text(inner, title, theme.muted);
            return;
        }
        const int top = place.center().y() - metrics.height();
        text(QRect(inner.left(), top, inner.width(), metrics.height()), title, palette.color(QPalette::Text));
        text(QRect(inner.left(), top + metrics.height(), inner.width(), metrics.height()), detail, theme.muted);
    }

    void text(const QRect &place, const QString &words, const QColor &colour, Qt::Alignment alignment = Qt::AlignCenter)
    {
        painter.setPen(colour);
        painter.drawText(place, int(alignment), metrics.elidedText(words, Qt::ElideMiddle, place.width()));
    }

    void sign(Lock lock, const QPoint &centre)
    {
        const int size = metrics.ascent();
        const QRect place(centre.x() - size / 2, centre.y() - size / 2, size, size);
        if (lock != Lock::Opaque) {
            icon(lock == Lock::Closed ? u"lock"_s : u"lock-open"_s).paint(&painter, place);
            return;
        }
        painter.setPen(QPen(palette.color(QPalette::ButtonText), line(), Qt::DotLine));
        for (const int y : {place.center().y() - size / 4, place.center().y(), place.center().y() + size / 4})
            painter.drawLine(place.left(), y, place.right(), y);
    }

    /// An arrow with what is spoken above it and its lock below.
    void leg(const QRect &place, const Leg &leg, std::optional<TrafficClass> chip)
    {
        const int y = place.center().y();
        const int head = metrics.descent() + 1;
        const QColor colour = leg.lock == Lock::Closed ? theme.good.text : theme.muted;
        const Qt::PenStyle style = leg.lock == Lock::Opaque ? Qt::DashLine : Qt::SolidLine;
        painter.setPen(QPen(colour, line() * 1.5, style));
        painter.drawLine(place.left() + gap / 2, y, place.right() - gap / 2, y);
        painter.setPen(QPen(colour, line() * 1.5));
        const QPoint tip(place.right() - gap / 2, y);
        painter.drawLine(tip, tip + QPoint(-head, -head));
        painter.drawLine(tip, tip + QPoint(-head, head));

        const int half = metrics.height();
        const QRect above(place.left(), y - half - head / 2, place.width(), half);
        if (chip) {
            const QSize size = chipSize(*chip, painter.font());
            const QPoint corner(above.center().x() - size.width() / 2, above.center().y() - size.height() / 2);
            paintChip(&painter, QRect(corner, size), *chip, palette);
        } else {
            text(above, leg.text, colour);
        }
        const QPoint below(place.center().x(), y + half / 2 + head / 2 + 1);
        sign(leg.lock, below);
    }
};

FlowStrip::FlowStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Way of the traffic"));
}

void FlowStrip::show(const Flow &flow)
{
    if (m_flow == flow)
        return;
    m_flow = flow;
    const QString sentence = flow == Flow() ? QString() : flow.toText();
    setAccessibleDescription(sentence);
    setToolTip(sentence);
    update();
}

QSize FlowStrip::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 5 / 2};
}

QSize FlowStrip::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 48, sizeHint().height()};
}

void FlowStrip::paintEvent(QPaintEvent *)
{
    if (m_flow == Flow()) // a policy without rules
        return;
    Painting p(this);
    const int leg =
        std::max(p.metrics.horizontalAdvance(u"mTLS"_s), chipSize(TrafficClass::Http, font()).width()) + 3 * p.gap;
    const QString sidecar = tr("sidecar");
    const QList<int> wanted = {p.widthOf(m_flow.source, m_flow.sourceDetail),
                               p.widthOf(m_flow.gateway, m_flow.gatewayPort), p.widthOf(m_flow.host, m_flow.hostPort)};
    // The sidecar has a station of its own where there is room for all the names, too.
    const int sidecarWidth = p.widthOf(sidecar, {});
    const int names = std::accumulate(wanted.begin(), wanted.end(), 0);
    const bool showsSidecar = width() - 3 * leg - sidecarWidth >= names;
    const QList<int> widths = shared(wanted, showsSidecar ? width() - 3 * leg - sidecarWidth : width() - 2 * leg);

    int x = 0;
    const auto next = [&](int width) {
        const QRect place(x, 0, width, height());
        x += width;
        return place;
    };
    p.station(next(widths[0]), m_flow.source, m_flow.sourceDetail);
    if (showsSidecar) {
        p.leg(next(leg), m_flow.application, m_flow.trafficClass);
        p.station(next(sidecarWidth), sidecar, {});
    }
    p.leg(next(leg), {u"mTLS"_s, Lock::Closed}, {});
    p.station(next(widths[1]), m_flow.gateway, u':' + m_flow.gatewayPort);
    const bool isUpgraded = m_flow.trafficClass == TrafficClass::Http && m_flow.leaving.lock == Lock::Closed;
    p.leg(next(leg), m_flow.leaving, isUpgraded ? std::nullopt : m_flow.trafficClass);
    p.station(next(widths[2]), m_flow.host, u':' + m_flow.hostPort);
}

void FlowStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace sallyport
