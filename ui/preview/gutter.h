// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace sallyport {

class YamlView;

/// The column left of a YamlView: signs of findings, line numbers, and a bar beside the lines that the selected field made.
///
/// A finding's sign differs in shape as well as in colour. A click selects the line, a drag several.
class Gutter : public QWidget
{
    Q_OBJECT
public:
    explicit Gutter(YamlView *view);

    int wantedWidth() const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    int lineAt(qreal y) const; ///< -1 below the last line.
    void selectLines(int from, int to);

    YamlView *m_view;
    int m_pressedLine = -1;
};

} // namespace sallyport
