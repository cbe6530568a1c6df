// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace sallyport {

class FixPreview;
class WorkspaceEditor;

/// What one finding means and the ways out of it; a way out opens as a difference in the same place.
class ProblemDetail : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemDetail(WorkspaceEditor *workspace, QWidget *parent = nullptr);

    void setFinding(const Diagnostic &finding);
    void clear();
    void openFix(const Fix &fix);
    /// The ways out of the finding, suppressing it included.
    QList<Fix> fixes() const;

signals:
    void fixClosed(); ///< Taken or not: the keyboard goes back to the list.

private:
    void closeFix();
    void makeButtons();

    WorkspaceEditor *m_workspace;
    Diagnostic m_finding;
    bool m_hasFinding = false;
    QStackedWidget *m_pages;
    QLabel *m_text;
    QVBoxLayout *m_buttons;
    FixPreview *m_preview;
};

} // namespace sallyport
