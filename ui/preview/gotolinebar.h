// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QSpinBox;

namespace sallyport {

class YamlView;

/// Asks for the number of a line and goes there. Hidden until it is asked for.
class GoToLineBar : public QWidget
{
    Q_OBJECT
public:
    explicit GoToLineBar(YamlView *view, QWidget *parent = nullptr);

    void open();

signals:
    void lineWanted(int line); ///< From 0. The view may have to be filled that far first.

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void go();

    YamlView *m_view;
    QSpinBox *m_line;
    QLabel *m_range;
};

} // namespace sallyport
