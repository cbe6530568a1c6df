// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QStringList>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStringListModel;

namespace sallyport {

/// A list that opens below a button, filtered by what is typed: to jump to one of thousands of objects.
class ObjectPicker : public QFrame
{
    Q_OBJECT
public:
    explicit ObjectPicker(QWidget *parent = nullptr);

    /// Opens below `anchor`, with row `current` selected.
    void open(const QStringList &titles, int current, QWidget *anchor);

signals:
    void picked(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void pickCurrent();

    QLineEdit *m_filter;
    QListView *m_list;
    QStringListModel *m_titles;
    QSortFilterProxyModel *m_filtered;
};

} // namespace sallyport
