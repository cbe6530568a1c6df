// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/protocol.h"

#include <QAbstractListModel>
#include <QListView>

#include <optional>

class QToolButton;

namespace sallyport {

/// One item of a strip, in words and marks.
struct StripItem {
    QString title = {};
    QString description = {}; ///< For tool tips and screen readers.
    std::optional<TrafficClass> trafficClass = {};
    std::optional<Severity> severity = {}; ///< Of the worst finding in it.
    bool operator==(const StripItem &) const = default;
};

/// The items of a strip as a model; rows keep their identity where items before or after them come and go.
class StripModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<StripItem> &items);
    const StripItem &item(int row) const { return m_items[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<StripItem> m_items;
};

/// A row of chips of which one is current, with a way to add one and to remove the current one. Left and right walk along it.
class ItemStrip : public QWidget
{
    Q_OBJECT
public:
    /// `addText` and `removeText` name the two buttons.
    ItemStrip(const QString &addText, const QString &removeText, QWidget *parent = nullptr);

    void setItems(const QList<StripItem> &items, int current);
    void setEditable(bool editable);
    int current() const;
    StripModel *model() const { return m_model; }
    QListView *view() const { return m_view; }

signals:
    void currentChosen(int row);
    void addRequested();
    void removeRequested(int row);
    void moveRequested(int row, int by); ///< Ctrl+Left and Ctrl+Right.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitToFont();

    StripModel *m_model;
    QListView *m_view;
    QToolButton *m_add;
    QToolButton *m_remove;
    bool m_editable = true;
    bool m_showing = false; ///< setItems() is at work: a change of the current row is not the user's.
};

} // namespace sallyport
