// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/flowstrip.h"

#include "ui/fields/chip.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/trace/verdict.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QVariantAnimation>

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

    QColor colourOf(TraceVerdict verdict) const
    {
        return verdict == TraceVerdict::Allowed ? theme.good.text
            : verdict == TraceVerdict::Blocked  ? theme.error.text
                                                : theme.muted;
    }

    /// The part of a leg that a request has behind it.
    void passed(const QRect &place, qreal part, TraceVerdict verdict)
    {
        if (part <= 0)
            return;
        const int y = place.center().y();
        const qreal begin = place.left() + gap / 2.0;
        const QPointF front(begin + (place.width() - gap) * part, y);
        painter.setPen(QPen(colourOf(verdict), line() * 3));
        painter.drawLine(QPointF(begin, y), front);
        if (part < 1) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colourOf(verdict));
            painter.drawEllipse(front, gap / 2.0, gap / 2.0);
        }
    }

    /// The frame and the sign of the station where a request ends.
    void end(const QRect &place, TraceVerdict verdict)
    {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colourOf(verdict), line() * 2));
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), gap / 2.0, gap / 2.0);
        const int size = metrics.ascent();
        iconOf(verdict).paint(&painter, QRect(place.right() - size - 2, place.top() + 2, size, size));
    }
};

/// One station of the picture.
struct FlowStrip::Stop {
    FlowEnd::Station station;
    QString title, detail;
    Leg before; ///< What leads to it.
    std::optional<TrafficClass> chip; ///< Of that leg, instead of its words.
    int width = 0;
};

FlowStrip::FlowStrip(QWidget *parent)
    : QWidget(parent)
    , m_animation(new QVariantAnimation(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Way of the traffic"));
    connect(m_animation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &front) { setFront(front.toReal()); });
}

void FlowStrip::show(const Flow &flow, const std::optional<FlowEnd> &end)
{
    if (m_flow == flow && m_end == end)
        return;
    const bool isAnother = m_end != end || m_flow.source != flow.source || m_flow.host != flow.host;
    m_flow = flow;
    m_end = end;
    const QString sentence = flow == Flow() ? QString() : flow.toText();
    setAccessibleDescription(sentence);
    setToolTip(sentence);
    if (end && isAnother)
        run();
    update();
}

bool FlowStrip::isRunning() const
{
    return m_animation->state() == QAbstractAnimation::Running;
}

void FlowStrip::run()
{
    m_animation->stop();
    // The style's duration is 0 where the desktop wants no animations.
    const int step = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    if (step <= 0 || !isVisible())
        return setFront(m_end->station);
    m_animation->setStartValue(0.0);
    m_animation->setEndValue(qreal(m_end->station));
    m_animation->setDuration(step * int(m_end->station));
    m_animation->start();
}

void FlowStrip::setFront(qreal front)
{
    m_front = front;
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

/// What is drawn, each with its width. The sidecar has a station of its own where there is room for all the names, too; where a request
/// ends, it always has one.
QList<FlowStrip::Stop> FlowStrip::stops(const Painting &p) const
{
    const Leg mutualTls{u"mTLS"_s, Lock::Closed};
    const bool isUpgraded = m_flow.trafficClass == TrafficClass::Http && m_flow.leaving.lock == Lock::Closed;
    const QString port = m_flow.gatewayPort.isEmpty() ? QString() : u':' + m_flow.gatewayPort;
    QList<Stop> all = {
        {FlowEnd::Source, m_flow.source, m_flow.sourceDetail, {}, {}},
        {FlowEnd::Sidecar, tr("sidecar"), {}, m_flow.application, m_flow.trafficClass},
        {FlowEnd::Gateway, m_flow.gateway, port, mutualTls, {}},
        {FlowEnd::Host, m_flow.host, u':' + m_flow.hostPort, m_flow.leaving,
         isUpgraded ? std::nullopt : m_flow.trafficClass},
    };
    if (!m_flow.hasGateway)
        all.remove(FlowEnd::Gateway);
    const int leg =
        std::max(p.metrics.horizontalAdvance(u"mTLS"_s), chipSize(TrafficClass::Http, font()).width()) + 3 * p.gap;
    int names = 0;
    for (const Stop &stop : all)
        names += stop.station == FlowEnd::Sidecar ? 0 : p.widthOf(stop.title, stop.detail);
    const int sidecarWidth = p.widthOf(all[FlowEnd::Sidecar].title, {});
    const int legs = int(all.size()) - 1;
    const bool showsSidecar = m_end || width() - legs * leg - sidecarWidth >= names;
    if (!showsSidecar)
        all.remove(FlowEnd::Sidecar);
    QList<int> wanted;
    for (const Stop &stop : all) {
        if (stop.station != FlowEnd::Sidecar)
            wanted.append(p.widthOf(stop.title, stop.detail));
    }
    const int room = width() - (int(all.size()) - 1) * leg - (showsSidecar ? sidecarWidth : 0);
    QList<int> widths = shared(wanted, room);
    for (Stop &stop : all)
        stop.width = stop.station == FlowEnd::Sidecar ? sidecarWidth : widths.takeFirst();
    return all;
}

void FlowStrip::paintEvent(QPaintEvent *)
{
    if (m_flow == Flow()) // a policy without rules
        return;
    Painting p(this);
    const QList<Stop> all = stops(p);
    const int leg =
        std::max(p.metrics.horizontalAdvance(u"mTLS"_s), chipSize(TrafficClass::Http, font()).width()) + 3 * p.gap;
    int x = 0;
    const auto next = [&](int width) {
        const QRect place(x, 0, width, height());
        x += width;
        return place;
    };
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Stop &stop = all[i];
        const qreal here = int(stop.station);
        if (i > 0) {
            const QRect place = next(leg);
            p.leg(place, stop.before, stop.chip);
            const qreal from = int(all[i - 1].station);
            if (m_end)
                p.passed(place, std::clamp((m_front - from) / (here - from), 0.0, 1.0), m_end->verdict);
        }
        const bool isReached = !m_end || m_front >= here;
        const QRect place = next(stop.width);
        p.painter.setOpacity(isReached ? 1 : 0.5);
        p.station(place, stop.title, stop.detail);
        p.painter.setOpacity(1);
        if (m_end && isReached && stop.station == m_end->station)
            p.end(place, m_end->verdict);
    }
}

void FlowStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace sallyport
