// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/filewatch.h"
#include "core/document/workspaceeditor.h"
#include "ui/messagebar.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace sallyport {

class FileCommands;
class MergeView;
class Selection;

/// Says when the disk holds something else than what was opened, and offers the ways to go on: a merge, a look at both, one of them.
///
/// It looks when files change, when the window comes to the front and when a saving was refused. Nothing is taken over or overwritten
/// by itself. The message of the file that is looked at comes first; one that was closed comes back with the next change on disk.
class DiskNotices : public QObject
{
    Q_OBJECT
public:
    DiskNotices(WorkspaceEditor *editor, Selection *selection, FileCommands *commands, QWidget *window);

    /// For the window to place; both hide themselves.
    MessageBar *bar() const { return m_bar; }
    MergeView *comparison() const { return m_comparison; }

    void look();

signals:
    void comparing(bool on); ///< The comparison should be shown instead of the form and the previews, or no longer.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Notice {
        DiskState state;
        bool isClosed = false;
        QByteArray mine; ///< The text here that `fits` is of.
        bool fits = false; ///< Whether both sides' changes go together.
    };
    /// What the bar says, so that it is not said anew for nothing.
    struct Shown {
        QString path;
        FileStamp stamp;
        bool isModified = false;
        bool fits = false;
        bool operator==(const Shown &) const = default;
    };

    int indexOf(const QString &path) const;
    QString shownPath() const;
    void refresh();
    void refuse(int file, const Error &error);
    Error messageOf(const QString &path, const DiskState &state, bool fits) const;
    QList<MessageChoice> choicesOf(const QString &path, const DiskState &state, bool fits);
    bool fits(const QString &path);
    QStringList untouchedOnes() const;
    void reload(const QString &path);
    void reloadAll();
    void merge(const QString &path);
    void compare(const QString &path);
    void take(const QByteArray &text);
    void endComparison();

    WorkspaceEditor *m_editor;
    Selection *m_selection;
    FileCommands *m_commands;
    MessageBar *m_bar;
    MergeView *m_comparison;
    FileWatch m_watch;
    QTimer m_soon; ///< Of many files that are opened one look is enough.
    Shown m_shown;
    QHash<QString, Notice> m_notices; ///< By path.
    QString m_compared; ///< The path of the file in the comparison; empty where none is shown.
    DiskState m_comparedState;
};

} // namespace sallyport
