// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/merge.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace sallyport {

class MergeModel;

/// Our text, the one on disk and what both started from, side by side; the user takes differences or whole sides.
class MergeView : public QWidget
{
    Q_OBJECT
public:
    explicit MergeView(QWidget *parent = nullptr);

    /// Shows the texts of a file and goes to the first difference.
    void setTexts(const QString &title, const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);
    MergeModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }

    void next(); ///< Goes to the next difference, from the last to the first.
    void previous();

signals:
    void applied(const QByteArray &text);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeStateRow();
    QWidget *makeButtons();
    void take(MergeChunk::Take take);
    void step(int direction);
    void showState();

    MergeModel *m_model;
    QTableView *m_table;
    QLabel *m_title;
    QLabel *m_state;
    QList<QPushButton *> m_choices; ///< For the difference the cursor is in.
    QPushButton *m_apply = nullptr;
};

} // namespace sallyport
