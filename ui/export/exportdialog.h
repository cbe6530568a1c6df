// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/exportplan.h"
#include "core/policy/workspace.h"
#include "core/result.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTreeWidget;

namespace sallyport {

/// What the dialog asks of the world: the folder of an export, and single files.
struct ExportServices {
    /// What an export would do to the folder.
    std::function<Result<ExportPlan>(const Export &, const QString &folder)> plan;
    /// Does it, and removes the stale files named.
    std::function<Result<ExportPlan>(const Export &, const QString &folder, const QSet<QString> &removals)> write;
    /// Writes all of it into one file, in one step.
    std::function<Result<bool>(const QString &path, const QByteArray &bytes)> writeFile;
};

/// Takes the workspace out of the program: to the clipboard, one file, or a folder for GitOps, after showing every file that will be
/// written, changed or removed. Stale files go only where their box is checked; a set with something left out only on request.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(Workspace workspace, ExportServices services, QWidget *parent = nullptr);

    /// What was done, as one sentence for the status bar. Empty until something was.
    const QString &outcome() const { return m_outcome; }
    QString folder() const; ///< That was chosen; empty where the export went elsewhere.
    /// Where the export goes first; the user may change it.
    void setFolder(const QString &folder);

private:
    void build();
    QWidget *buildPlace();
    void exportAnew(); ///< For another target.
    void planAnew(); ///< For another place.
    void showPlan(const ExportPlan &plan);
    void showError(const Error &error);
    void updateButton();
    void browse();
    void run();
    bool copy();
    bool writeOneFile();
    bool writeFolder();
    QSet<QString> chosenRemovals() const;

    Workspace m_workspace;
    ExportServices m_services;
    Export m_export;
    bool m_possible = false; ///< The place takes the export.
    QString m_outcome;

    QComboBox *m_target;
    QRadioButton *m_toClipboard;
    QRadioButton *m_toFile;
    QRadioButton *m_toFolder;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QLabel *m_summary;
    QTreeWidget *m_files;
    QLabel *m_message;
    QCheckBox *m_partial;
    QPushButton *m_run;
};

} // namespace sallyport
