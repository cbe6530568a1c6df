// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/authorizationview.h"
#include "ui/structureedits.h"

namespace sallyport {

// New documents beside a policy, begun with what is selected. They go to the selected file, or to the one that has such a document
// (core/policy/edits.h, fileForNew). `selected` must name an open file. What to look at afterwards is a field that is still to be
// filled in: the window reveals it, so that one can go on typing.

/// What the rules of a gateway have to know of it, as the workspace's Mesh has it.
GatewayFacts gatewayFacts(const Mesh &mesh, const QString &gateway);
/// The gateway that an AuthorizationPolicy protects: its selector is the gateway's. Empty where there is none.
QString gatewayOf(const Workspace &workspace, const Mesh &mesh, const AuthorizationPolicy &policy);

/// An AuthorizationPolicy of the gateway of the selected destination: DENY, from the namespaces of its rule, to its hosts.
StructureEdit newAuthorization(const Workspace &workspace, const FieldRef &selected);
/// A rule of an AuthorizationPolicy that begins with the sources of the one before it, or with the gateway's clients.
StructureEdit newAuthorizationRule(const Workspace &workspace, const DocumentId &policy, int before);

/// Whether there is no Mesh document yet: of several only the first counts.
bool lacksMesh(const Workspace &workspace);
/// A Mesh that states what is assumed as long as there is none.
StructureEdit newMesh(const Workspace &workspace, const FieldRef &selected);

/// The request that the selected destination is made for, as a case that expects it to be allowed.
Expectation expectationFor(const Workspace &workspace, const FieldRef &selected);
/// One more case at the end of the selected, or else the first Expectations document; begins one where there is none. Where the same
/// request is expected there already, nothing changes, and that case is what to look at.
StructureEdit addExpectation(const Workspace &workspace, const FieldRef &selected, const Expectation &expectation);

/// Expectations with a case for the selected destination.
StructureEdit newExpectations(const Workspace &workspace, const FieldRef &selected);
/// One more case, begun with the workload of the one before it.
StructureEdit newExpectation(const Workspace &workspace, const DocumentId &expectations, int before);

} // namespace sallyport
