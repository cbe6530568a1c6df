// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/authorizationview.h"

namespace sallyport {

// The edits of the form of an AuthorizationPolicy, as changes for WorkspaceEditor::edit(). Each changes what it must and leaves the
// rest of the document as it is. What they write is safe on a gateway that carries TLS and TCP as well (docs/policy.md,
// AuthorizationPolicy): a rule that begins to speak of HTTP requests is kept off the TLS and TCP routes in the same step.

/// Makes a list of a rule say these texts.
QList<DocumentChange> setEntries(const Workspace &workspace, const DocumentId &document,
                                 const AuthorizationRuleView &rule, AuthorizationList which, const QStringList &wanted,
                                 const GatewayFacts &facts);
/// Puts wildcards and exact hosts, once they are typed to their end, into rules of their own, each matched in its way. Nothing where
/// all is in its place, and where the rule has several operations: there a wildcard stays a pattern for the Host header.
QList<DocumentChange> settleHosts(const Workspace &workspace, const DocumentId &document,
                                  const AuthorizationRuleView &rule, const GatewayFacts &facts);
/// Keeps a rule off the TLS and TCP routes, or lets it hold there.
QList<DocumentChange> keepOffStreams(const Workspace &workspace, const DocumentId &document,
                                     const AuthorizationRuleView &rule, bool off);
/// Adds or removes the rule of an ALLOW that leaves every TLS and TCP route open.
QList<DocumentChange> leaveStreamsOpen(const Workspace &workspace, const DocumentId &document, bool open);
/// Its index; -1 where there is none.
int streamRuleOf(const Workspace &workspace, const DocumentId &document);

/// Changes the action. The rule that leaves TLS and TCP open beside ALLOW would close them beside DENY: it comes and goes with ALLOW.
QList<DocumentChange> setAction(const Workspace &workspace, const DocumentId &document, const QString &action);
/// Makes the policy one of that gateway: selector, namespace, target ports and doors of wildcards follow.
QList<DocumentChange> setGateway(const Workspace &workspace, const DocumentId &document, const MeshGateway &gateway,
                                 const GatewayFacts &before, const GatewayFacts &after);

} // namespace sallyport
