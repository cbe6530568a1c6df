// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/authorization.h"
#include "core/policy/documentkind.h"
#include "core/policy/expectations.h"
#include "core/policy/mesh.h"
#include "core/policy/policy.h"
#include "core/policy/target.h"
#include "core/yaml/document.h"

#include <QSet>
#include <QString>

#include <memory>
#include <variant>
#include <vector>

namespace sallyport {

/// One document read: pure, and the same for the same text wherever it stands, so that it may be cached by that.
struct DocumentReading {
    std::shared_ptr<const yaml::Document> source;
    DocumentKind kind = DocumentKind::Other;
    QString apiVersion, objectKind, namespaceName, name; ///< For lists; empty where absent.
    std::variant<std::monostate, Policy, AuthorizationPolicy, Mesh, Expectations> content;
    /// Findings of this document alone; `where.file` and `where.document` are filled in by the workspace.
    QList<Diagnostic> findings;
    /// Fields with error findings: nothing at, under or above such a field (up to its list item) may be compiled. See isUsable().
    QList<FieldPath> defects;

    const Policy *policy() const { return std::get_if<Policy>(&content); }
    const Mesh *mesh() const { return std::get_if<Mesh>(&content); }
    const AuthorizationPolicy *authorization() const { return std::get_if<AuthorizationPolicy>(&content); }
    const Expectations *expectations() const { return std::get_if<Expectations>(&content); }

    /// False where an error finding lies at `part`, below it, or above it.
    bool isUsable(const FieldPath &part) const;
};

DocumentReading readDocument(std::shared_ptr<const yaml::Document> document);

/// One file of a workspace.
struct SourceFile {
    QString path; ///< As given by the user; empty for an untitled one, "-" for standard input.
    yaml::Stream stream;
    std::vector<std::shared_ptr<const DocumentReading>> documents; ///< One for each of stream.documents.
};

SourceFile readFile(const QString &path, const QByteArray &text);
/// As readFile(), but what did not change is taken from `before`.
SourceFile rereadFile(const SourceFile &before, const QByteArray &text);

/// Several files compiled and checked together. Plain values; the files are shared, so copies are cheap.
struct Workspace {
    std::vector<std::shared_ptr<const SourceFile>> files;
    Target target = Target::Istio;

    const DocumentReading &reading(int file, int document) const;
};

/// Where a document of the workspace stands.
struct DocumentId {
    int file = -1;
    int document = -1;
    bool operator==(const DocumentId &) const = default;
};

/// The documents of one kind, in order of files and documents.
std::vector<DocumentId> documentsOf(const Workspace &workspace, DocumentKind kind);
/// The one Mesh, or the assumed one. Of several the first counts (mesh.duplicate).
Mesh meshOf(const Workspace &workspace);
/// The names of all gateways that the Mesh lists or a policy names, sorted.
QStringList gatewaysOf(const Workspace &workspace, const Mesh &mesh);
/// The AuthorizationPolicies whose selector equals that of a gateway in use; without policy and Mesh those with istio: egressgateway*.
std::vector<DocumentId> gatewayAuthorizations(const Workspace &workspace);
/// Whether a selector has the label by which egress gateways are usually known: istio: egressgateway*.
bool looksLikeEgressGateway(const Labels &selector);

/// What each document, and each file as a whole, shows to be wrong by itself, with its place filled in. Findings of
/// AuthorizationPolicies that are no gateway's are not ours to report and left out.
QList<Diagnostic> documentFindings(const Workspace &workspace);

} // namespace sallyport
