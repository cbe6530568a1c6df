// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/request.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace sallyport {

class WorkspaceEditor;

/// Whose request is traced and where it goes: every field takes any text, and offers what the workspace knows.
class RequestPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RequestPanel(WorkspaceEditor *editor, QWidget *parent = nullptr);

    const TraceRequest &request() const { return m_request; }
    void setRequest(const TraceRequest &request); ///< Does not say edited().

    /// Widgets beside the request: what can be done with it.
    void addButton(QWidget *button);

signals:
    void edited(); ///< By a person; request() is another one.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *newBox(const QString &name, const QString &title, const QString &placeholder, int characters);
    void read();
    void offer(QComboBox *box);
    QStringList offersFor(const QComboBox *box) const;

    WorkspaceEditor *m_editor;
    TraceRequest m_request;
    QComboBox *m_namespace;
    QComboBox *m_labels;
    QLineEdit *m_account;
    QComboBox *m_method;
    QComboBox *m_address;
    QLineEdit *m_headers;
    QHBoxLayout *m_buttons;
};

} // namespace sallyport
