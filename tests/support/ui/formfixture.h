// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/fields/field.h"
#include "ui/form/policyform.h"
#include "ui/selection.h"

#include <QWidget>

namespace sallyport {

/// A form in a window, over a workspace of one file, with what a window adds: Undo and Redo under their keys.
class FormFixture
{
public:
    /// Selects the field, by default the first destination.
    explicit FormFixture(const QByteArray &text, const QString &selected = QStringLiteral("spec.egressRules[0].to[0]"));

    WorkspaceEditor editor;
    Selection selection;
    QWidget window;
    PolicyForm *form;

    QString text() const; ///< Of the file.
    FieldRef ref(const QString &path) const;
    Field *field(const QString &path) const;
    /// The widget that takes the keys of the field.
    QWidget *input(const QString &path) const;
    template<typename Widget>
    Widget *input(const QString &path) const
    {
        return qobject_cast<Widget *>(input(path));
    }
    /// Goes to the field, replaces what is written there by key clicks, and stays.
    void type(const QString &path, const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); ///< Where the keyboard is.
    void keys(const QString &text);
    void undo();
    void redo();
};

/// The policy of the vendor's HTTP scenario, with a comment on every line that the tests change.
QByteArray httpPolicy();

} // namespace sallyport
