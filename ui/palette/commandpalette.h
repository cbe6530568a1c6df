// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/palette/paletteitem.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace sallyport {

class PaletteModel;

/// A line over the window into which one types what one looks for, with what matches below it: actions, rules, hosts, findings, files.
///
/// Enter takes the marked row, Esc leaves, Up and Down move while the keyboard stays in the line. It closes when the keyboard goes
/// elsewhere, and gives it back to whoever had it.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);

    /// Opens with these items; `hint` says what can be typed.
    void open(std::vector<PaletteItem> items, const QString &hint);
    QLineEdit *line() const { return m_line; }
    PaletteModel *model() const { return m_model; }

signals:
    void chosen(const sallyport::PaletteItem &item); ///< After it has closed.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void showMatches();
    void move(int by);
    void take();
    void leave();

    PaletteModel *m_model;
    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_count;
    QPointer<QWidget> m_before; ///< Had the keyboard.
};

} // namespace sallyport
