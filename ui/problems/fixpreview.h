// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QFrame>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sallyport {

class DiffView;
class WorkspaceEditor;

/// What a fix would change, as a difference, before it is taken. Asks what the fix needs to know. Taken, it is one undo step.
class FixPreview : public QWidget
{
    Q_OBJECT
public:
    explicit FixPreview(WorkspaceEditor *workspace, QWidget *parent = nullptr);

    /// Shows a fix. It must be of the workspace as it is; when the text changes meanwhile, the preview gives up with done().
    void setFix(const Fix &fix);
    void apply();
    void cancel();
    void focusFirst(); ///< The question, else Apply.

signals:
    void done(bool applied);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showDifference();
    void showMessage(const QString &text, bool isError);

    WorkspaceEditor *m_workspace;
    Fix m_fix;
    bool m_active = false;
    QLabel *m_title;
    QLabel *m_questionLabel;
    QLineEdit *m_answer;
    DiffView *m_difference;
    QLabel *m_message;
    QPushButton *m_apply;
};

/// A FixPreview that opens beside what it is asked for from, for a field of the form.
class FixPopup : public QFrame
{
    Q_OBJECT
public:
    /// Deletes itself when it is closed.
    static FixPopup *open(WorkspaceEditor *workspace, const Fix &fix, QWidget *anchor);

private:
    FixPopup(WorkspaceEditor *workspace, QWidget *anchor);

    FixPreview *m_preview;
};

} // namespace sallyport
