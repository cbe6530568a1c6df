// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <memory>

class QTabWidget;

namespace sallyport {

class ChangesTab;
class ObjectsTab;
class Selection;
class SourceTab;
class WorkspaceEditor;
class YamlPane;
struct ObjectContent;

/// The right side of the window: the file's text, what it compiles to, and what has changed of either.
///
/// The slots do what menus and shortcuts ask for, in the tab that is shown.
class PreviewPane : public QWidget
{
    Q_OBJECT
public:
    PreviewPane(WorkspaceEditor *workspace, Selection *selection, QWidget *parent = nullptr);

    SourceTab *source() const { return m_source; }
    ObjectsTab *objects() const { return m_objects; }
    ChangesTab *changes() const { return m_changes; }
    void showSource(); ///< With the keyboard in it.
    void showObjects();
    void showChanges();
    /// Puts the Source tab's cursor at a place of a file, for text that no field stands for.
    void showText(int file, qsizetype offset);
    void raiseSource(); ///< Without the keyboard.
    /// A line of a generated object, without taking the keyboard.
    void showObject(const std::shared_ptr<const ObjectContent> &content, int line);

    int zoom() const;
    void setZoom(int steps); ///< In points, 0 = the system's size. Both tabs have the same.

public slots:
    void find(); ///< From the Changes tab, in the text.
    void findNext();
    void findPrevious();
    void replace(); ///< In the Source tab.
    void goToLine();
    void zoomIn();
    void zoomOut();
    void resetZoom();
    void toggleComment();
    void copyObject();
    void copyAllObjects();

signals:
    void zoomChanged(int steps);
    void problemsWanted(); ///< The list of problems should be shown.

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    YamlPane *current();

    QTabWidget *m_tabs;
    SourceTab *m_source;
    ObjectsTab *m_objects;
    ChangesTab *m_changes;
};

} // namespace sallyport
