// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"
#include "ui/preview/lineset.h"
#include "ui/preview/objectlines.h"
#include "ui/preview/textsync.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace sallyport {

class ObjectPicker;
class ObjectsView;
class OriginLine;
class Selection;
class WorkspaceEditor;
class YamlPane;
struct Object;

/// What the workspace compiles to, to read: the objects of the selected rule, all of them, or the ASM resource.
///
/// Every line knows its origin: the selected field's lines are marked, and below the view stands which fields made the cursor's line.
/// What the last edit changed is marked for a moment.
class ObjectsTab : public QWidget
{
    Q_OBJECT
public:
    enum class Scope : quint8 { Rule, All, AsmResource };

    ObjectsTab(WorkspaceEditor *workspace, Selection *selection, QWidget *parent = nullptr);

    YamlPane *pane() const { return m_pane; }
    Scope scope() const { return m_scope; }
    void setScope(Scope scope);
    void copyObject(); ///< The one with the cursor.
    void copyAll(); ///< All that the scope shows.
    void pickObject();
    /// Puts the cursor at a line (from 0) of an object's YAML; of all objects where the scope leaves this one out.
    void showLine(const std::shared_ptr<const ObjectContent> &content, int line);

signals:
    void problemsWanted();

private:
    QWidget *makeHeader();
    void compiled();
    void selectionChanged();
    void showObjects(bool anew);
    void showResource(bool anew);
    void follow(const QList<LinePatch> &patches, bool anew);
    void markSelection();
    void scrollToSelection();
    LineSet linesOfSelection() const;
    const Object *objectOf(int entry) const;
    bool mayComeFrom(const Object &object, const FieldRef &field) const;
    void showNotice();
    void showOrigin();
    void showTitles();
    bool isInScope(const Object &object) const;
    QByteArray resourceText() const;
    int entryAtCursor() const;
    int entryOf(const std::shared_ptr<const ObjectContent> &content) const;
    void goToFirstOrigin();

    WorkspaceEditor *m_workspace;
    Selection *m_selection;
    Scope m_scope = Scope::Rule;
    ObjectLines m_objects;
    LineTable m_resource;
    FieldRef m_shownFor; ///< The rule or document whose objects are shown.

    ObjectsView *m_view;
    TextSync *m_sync;
    YamlPane *m_pane;
    QComboBox *m_scopes;
    QToolButton *m_objectButton;
    QLabel *m_notice;
    OriginLine *m_origin;
    ObjectPicker *m_picker;
    QTimer m_originTimer;
};

} // namespace sallyport
