// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "core/policy/paste/pastejudge.h"

#include <QObject>

class QWidget;

namespace sallyport {

class PasteDialog;

/// Takes pasted text into a destination and its rule, as one undo step: a few plain names at once, everything that needs a look through
/// the PasteDialog.
class HostPasting : public QObject
{
    Q_OBJECT
public:
    /// Dialogs stand over `window`.
    HostPasting(WorkspaceEditor *editor, QWidget *window);

    /// Before position `before` of the destination's hosts (-1 = at the end). `destination` may be the first of a rule without any.
    void paste(const FieldRef &destination, const QString &text, int before);
    /// Opens the dialog in any case.
    void ask(const FieldRef &destination, const QString &text, int before);

signals:
    void pasted(const QString &message, const sallyport::FieldRef &first); ///< It was done: say so, and look there.
    void failed(const sallyport::Error &error);

private:
    PasteJudge judgeFor(const FieldRef &destination) const;
    bool isPlain(const FieldRef &destination, const QList<PastedRow> &rows) const;
    void take(const FieldRef &destination, const QList<PastedRow> &rows, int before);

    WorkspaceEditor *m_editor;
    QWidget *m_window;
};

} // namespace sallyport
