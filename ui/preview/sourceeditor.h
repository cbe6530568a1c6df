// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/preview/yamlview.h"

class QMenu;

namespace sallyport {

/// A YamlView to type in: indentation follows, blocks of lines move and are commented out, history is left to the workspace.
class SourceEditor : public YamlView
{
    Q_OBJECT
public:
    explicit SourceEditor(QWidget *parent = nullptr);

    void setEditable(bool editable); ///< Otherwise the text can be read, selected and copied.
    bool isEditable() const { return !isReadOnly(); }

    /// What the user is doing to the text at this moment, as an undo step is called. Empty = typing.
    const QString &operation() const { return m_operation; }
    void indentSelection();
    void unindentSelection();
    void toggleComment();
    /// Replaces characters as one operation, e.g. of the find bar.
    void replace(int position, int length, const QString &text, const QString &operation);
    /// Several replacements of equal length as one operation; positions ascend.
    void replaceAll(const QList<int> &positions, int length, const QString &text, const QString &operation);

signals:
    void undoRequested();
    void redoRequested();
    /// Asks for more entries of a context menu at this position of the text.
    void menuRequested(QMenu *menu, int position);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool handleKey(QKeyEvent *event);
    void breakLine();
    bool deleteIndent();
    void changeSelectedLines(const QString &operation, QStringList (*change)(const QStringList &));

    QString m_operation;
};

} // namespace sallyport
