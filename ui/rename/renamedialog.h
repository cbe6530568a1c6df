// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "core/policy/rename.h"
#include "ui/rename/renamemodel.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace sallyport {

/// Gives a namespace, a label or a host another name in all open documents: what it finds is listed before anything changes, and all
/// of it is one undo step.
class RenameDialog : public QDialog
{
    Q_OBJECT
public:
    /// `field`: what is looked at; the name there is offered first.
    RenameDialog(WorkspaceEditor *editor, const FieldRef &field, QWidget *parent = nullptr);

    const QList<RenamedPlace> &places() const { return m_places; }

signals:
    void failed(const sallyport::Error &error);
    void placeChosen(const sallyport::FieldRef &field); ///< To be looked at.

private:
    void build();
    void offerNames();
    void choose(const FieldRef &field);
    Renaming renaming() const;
    void refresh();
    QString outcome(const Renaming &wanted) const;
    void rename();

    WorkspaceEditor *m_editor;
    QComboBox *m_kind;
    QComboBox *m_from;
    QLineEdit *m_to;
    QLabel *m_outcome;
    RenameModel *m_model;
    QTreeView *m_list;
    QPushButton *m_rename;
    QList<RenamedPlace> m_places;
};

} // namespace sallyport
