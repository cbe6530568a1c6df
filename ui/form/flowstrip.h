// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/flow.h"

#include <QWidget>

class QVariantAnimation;

namespace sallyport {

/// Draws a Flow: its stations and the legs between them, each with its lock and what is spoken there.
///
/// With an end it shows how far one request comes: what it passes is drawn in strong lines, its end has the sign of the verdict. A
/// request that ends elsewhere than the one before runs there, unless the desktop wants no animations.
class FlowStrip : public QWidget
{
    Q_OBJECT
public:
    explicit FlowStrip(QWidget *parent = nullptr);

    void show(const Flow &flow, const std::optional<FlowEnd> &end = {});
    const Flow &flow() const { return m_flow; }
    const std::optional<FlowEnd> &end() const { return m_end; }
    /// How far the running request is, in stations: that of end(), once it has arrived.
    qreal front() const { return m_front; }
    bool isRunning() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Painting;
    struct Stop;

    void run();
    void setFront(qreal front);
    QList<Stop> stops(const Painting &painting) const;

    Flow m_flow;
    std::optional<FlowEnd> m_end;
    qreal m_front = 0;
    QVariantAnimation *m_animation;
};

} // namespace sallyport
