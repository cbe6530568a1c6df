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
