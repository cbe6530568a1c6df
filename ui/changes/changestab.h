// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/comparer.h"
#include "core/document/filehistory.h"
#include "core/document/lastexport.h"
#include "core/document/workspaceeditor.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace sallyport {

class AccessView;
class ChangesModel;
class Selection;

/// What has changed since the last saving, since the last export, or since a commit: in the selection's file, in all Istio objects, or in what is allowed.
///
/// It compares while it is shown, in another thread and a moment after the last change. A line that is clicked selects its field.
class ChangesTab : public QWidget
{
    Q_OBJECT
public:
    enum class What : quint8 { File, Objects, Access };
    enum class Against : quint8 { Saved, Exported, Revision };

    ChangesTab(WorkspaceEditor *editor, Selection *selection, QWidget *parent = nullptr);

    void setWhat(What what);
    void setAgainst(Against against);
    void setSideBySide(bool on);
    void setZoom(int steps); ///< In points, 0 = the system's size.
    /// Where exports are remembered from one run to the next; without it they are for as long as the window lives.
    void setExportFolder(const QString &folder) { m_exportFolder = folder; }
    void rememberExport(); ///< The workspace as it is has been exported.

    ChangesModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    AccessView *access() const { return m_access; } ///< Shown instead of the table where access is compared.
    FileHistory *history() const { return m_history; }
    QString message() const; ///< What is said instead of a comparison; empty where one is shown.
    QString summary() const;

    void next(); ///< Goes to the next difference.
    void previous();

signals:
    void compared(const sallyport::ComparisonAnswer &answer); ///< Another comparison is shown.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeQuestionRow();
    QWidget *makeAnswerRow();
    void connectAll();
    What what() const;
    Against against() const;
    bool hasFile() const;
    const SourceFile &file() const;

    void schedule();
    void compare();
    std::optional<ComparisonRequest> request();
    bool readBefore(ComparisonRequest &request);
    std::optional<QByteArray> savedBefore(int file) const;
    QList<ExportedFile> filesNow() const;
    void findRevisions();
    void showRevisions(const QString &path, const Result<QList<Revision>> &revisions);
    void findRevisionText();
    void show(const ComparisonAnswer &answer);
    void showAccess(const ComparisonAnswer &answer);
    void showMessage(const QString &text);
    void fitColumns();
    void step(int direction);
    void goTo(int row, bool withKeyboard);
    FieldRef fieldAt(int row) const;
    void copy();

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    Comparer *m_comparer;
    FileHistory *m_history;
    ChangesModel *m_model;
    QComboBox *m_what;
    QComboBox *m_against;
    QComboBox *m_revisions;
    QCheckBox *m_sideBySide;
    QLabel *m_summary;
    QLabel *m_message;
    QStackedWidget *m_pages;
    QTableView *m_table;
    AccessView *m_access;
    QList<QWidget *> m_ofLines; ///< What is of use for lines alone.
    QTimer m_timer;
    QString m_exportFolder;
    QList<ExportedFile> m_exported; ///< The last export of this window.
    QString m_revisionsPath; ///< The file that the list of revisions is of.
    QString m_revisionText; ///< The revision, and the file, that m_textOfRevision is of.
    QByteArray m_textOfRevision;
    int m_zoom = 0;
};

} // namespace sallyport
