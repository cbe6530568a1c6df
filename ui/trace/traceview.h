// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/placedtrace.h"

#include <QWidget>

#include <functional>

class QLabel;
class QTreeView;

namespace sallyport {

class FlowStrip;
class TraceModel;

/// What became of a request: the verdict in a sentence, the way as a picture, and the steps with what decided each.
class TraceView : public QWidget
{
    Q_OBJECT
public:
    /// `titleOf` names files as the window does.
    explicit TraceView(std::function<QString(int file)> titleOf, QWidget *parent = nullptr);

    void show(const PlacedTrace &trace);
    /// Nothing to show, and why.
    void clear(const QString &reason);

    TraceModel *model() const { return m_model; }
    QTreeView *steps() const { return m_steps; }
    FlowStrip *strip() const { return m_strip; }
    QString verdict() const; ///< The sentence.

signals:
    /// Somebody moved to a step: what decided it should be in sight.
    void fieldSelected(const sallyport::PlacedField &field);
    /// Somebody wants to change what decided it.
    void fieldActivated(const sallyport::PlacedField &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMenu(const QPoint &position);
    void activate(const QModelIndex &index);
    void showVerdict(const PlacedTrace &trace);
    void showSign();

    TraceModel *m_model;
    QLabel *m_sign;
    QLabel *m_verdict;
    FlowStrip *m_strip;
    QTreeView *m_steps;
    QLabel *m_empty;
    TraceVerdict m_shown = TraceVerdict::Unknown;
};

} // namespace sallyport
