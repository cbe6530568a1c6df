// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/fields/entryview.h"

class QToolButton;

namespace sallyport {

/// Entries of several columns under a header, with buttons for what the keys of an EntryView do.
class EntryTable : public QWidget
{
    Q_OBJECT
public:
    /// The words of the buttons: "Add a port", "Remove the selected ports".
    struct Words {
        QString add;
        QString remove;
    };

    /// `widths`: how the columns share the width, in characters.
    EntryTable(EntryModel *model, const QList<int> &widths, const Words &words, QWidget *parent = nullptr);

    EntryModel *model() const { return m_model; }
    EntryView *view() const { return m_view; }
    void setEditable(bool editable);
    /// A button of the owner, below the others.
    QToolButton *addButton(const QString &iconName, const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void shareWidth();
    void updateButtons();

    EntryModel *m_model;
    EntryView *m_view;
    QList<int> m_widths;
    QLayout *m_buttons;
    QToolButton *m_add;
    QToolButton *m_duplicate;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    bool m_editable = true;
};

} // namespace sallyport
