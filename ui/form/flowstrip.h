// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/flow.h"

#include <QWidget>

namespace sallyport {

/// Draws a Flow: three stations and the legs between them, each with its lock and what is spoken there.
class FlowStrip : public QWidget
{
    Q_OBJECT
public:
    explicit FlowStrip(QWidget *parent = nullptr);

    void show(const Flow &flow);
    const Flow &flow() const { return m_flow; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Painting;

    Flow m_flow;
};

} // namespace sallyport
