// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/workspace.h"

namespace sallyport {

// The edits that forms and fixes are made of, as changes for WorkspaceEditor::edit(). None of them looks at text: where new text goes
// in a document, the schema's order of keys says. Fields must be places of the workspace as it is.

/// Gives a field a value. Where it is not there yet, it is created, its parents too, each where the schema's order wants it.
DocumentChange setField(const Workspace &workspace, const FieldRef &field, const Value &value);
/// Takes a field away, where it is there.
QList<DocumentChange> clearField(const Workspace &workspace, const FieldRef &field);
/// Puts an item into a list before position `before` (-1 = at the end); makes the list where there is none.
DocumentChange insertItem(const Workspace &workspace, const FieldRef &list, int before, const Value &item);
/// Takes an item to position `to` of its list, as counted without it.
DocumentChange moveItemTo(const FieldRef &item, int to);
/// Puts a copy of an item behind it.
DocumentChange duplicateItem(const Workspace &workspace, const FieldRef &item);

// Many items at once. Each of these reads and checks the document once, however many items there are.

/// Puts items into a list before position `before` (-1 = at the end); makes the list where there is none. `lines`, where not
/// empty, is how they are to be written: see yaml::Change.
QList<DocumentChange> insertItems(const Workspace &workspace, const FieldRef &list, int before,
                                  const std::vector<Value> &items, const QByteArray &lines = {});
/// Keeps the items of a list whose positions `order` names, in that order; the others go.
DocumentChange arrangeItems(const FieldRef &list, const QList<int> &order);
/// Takes items away, of whatever lists; none may lie in another of them.
QList<DocumentChange> removeItems(const Workspace &workspace, const QList<FieldRef> &items);

/// What is done with items that go to a list: the changes, and where the first of them stands afterwards.
struct ItemsEdit {
    QList<DocumentChange> changes;
    FieldRef first;
};
/// Takes items to position `before` of a list, as counted with them. They come from that list or from others of the workspace, and
/// keep their order, comments and unknown fields. The list must not lie in one of them.
ItemsEdit moveItems(const Workspace &workspace, const QList<FieldRef> &items, const FieldRef &list, int before);

/// Adds hosts to the end of a `hosts` list in one go, each once, without those that are there; in the order given.
QList<DocumentChange> addHosts(const Workspace &workspace, const FieldRef &hosts, const QStringList &added);

// Maps of labels. The whole map goes with its last label: an empty selector would be noise.
DocumentChange setLabel(const Workspace &workspace, const FieldRef &labels, const QString &key, const QString &value);
DocumentChange renameLabel(const FieldRef &labels, const QString &key, const QString &newKey);
QList<DocumentChange> removeLabel(const Workspace &workspace, const FieldRef &labels, const QString &key);

/// The file that a new document of this kind goes to: for a Mesh or Expectations one that has such a document, else the selected one.
int fileForNew(const Workspace &workspace, DocumentKind kind, int selectedFile);
/// A new document at the end of a file.
DocumentChange appendDocument(const Workspace &workspace, int file, const Value &document);

/// States a fact about a host in the Mesh: adds addresses to its entry, sets the representative; makes entry and Mesh where absent.
QList<DocumentChange> addMeshHost(const Workspace &workspace, int selectedFile, const MeshHost &host);
/// Lists a gateway in the Mesh by its name; the defaults hold for it. Makes the Mesh where absent.
DocumentChange addMeshGateway(const Workspace &workspace, int selectedFile, const QString &gateway);

} // namespace sallyport
