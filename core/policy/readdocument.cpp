// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/authorizationreader.h"
#include "core/policy/documentfindings.h"
#include "core/policy/expectationsreader.h"
#include "core/policy/meshreader.h"
#include "core/policy/policyreader.h"
#include "core/policy/suppression.h"
#include "core/policy/workspace.h"

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

QString groupOf(const QString &apiVersion)
{
    return apiVersion.section(u'/', 0, 0);
}

bool isGenerated(const Place &metadata)
{
    const Place labels = metadata.child("labels"_L1);
    return labels.child("app.kubernetes.io/managed-by"_L1).text() == u"sallyport"_s;
}

DocumentKind kindOf(const yaml::Document &document, const DocumentReading &reading)
{
    if (document.broken)
        return DocumentKind::Broken;
    if (document.root.kind == yaml::NodeKind::Null)
        return DocumentKind::Empty;
    const Place root(document.root);
    const Place metadata = root.child("metadata"_L1);
    const QString group = groupOf(reading.apiVersion);
    if (isGenerated(metadata))
        return DocumentKind::Generated;
    if (reading.objectKind
        == "ASMEgressTrafficPolicy"_L1) // nobody else has a kind of this name, so another group is a mistake
        return DocumentKind::Policy;
    if (reading.objectKind == "AuthorizationPolicy"_L1 && group == "security.istio.io"_L1)
        return DocumentKind::Authorization;
    if (reading.objectKind == "Mesh"_L1 && group == "sallyport.dev"_L1)
        return DocumentKind::Mesh;
    if (reading.objectKind == "Expectations"_L1 && group == "sallyport.dev"_L1)
        return DocumentKind::Expectations;
    return DocumentKind::Other;
}

void readContent(const Place &root, DocumentReading &reading, DocumentFindings &findings)
{
    switch (reading.kind) {
    case DocumentKind::Policy:
        reading.content = readPolicy(root, findings);
        break;
    case DocumentKind::Authorization:
        reading.content = readAuthorization(root, findings);
        break;
    case DocumentKind::Mesh:
        reading.content = readMesh(root, findings);
        break;
    case DocumentKind::Expectations:
        reading.content = readExpectations(root, findings);
        break;
    case DocumentKind::Empty:
    case DocumentKind::Generated:
    case DocumentKind::Other:
    case DocumentKind::Broken:
        break;
    }
}

} // namespace

DocumentReading readDocument(std::shared_ptr<const yaml::Document> document)
{
    const Place root(document->root);
    const Place metadata = root.child("metadata"_L1);
    DocumentReading reading;
    reading.apiVersion = root.child("apiVersion"_L1).text().value_or(QString());
    reading.objectKind = root.child("kind"_L1).text().value_or(QString());
    reading.namespaceName = metadata.child("namespace"_L1).text().value_or(QString());
    reading.name = metadata.child("name"_L1).text().value_or(QString());
    reading.kind = kindOf(*document, reading);
    DocumentFindings findings;
    readContent(root, reading, findings);
    const bool isRead = reading.content.index() != 0;
    for (const yaml::Problem &problem : document->problems) {
        // Of a document that is not read, anchors are nobody's business: it is kept byte for byte.
        if (isRead || problem.code != "yaml.alias"_L1)
            findings.addProblem(problem);
    }
    if (isRead)
        checkSuppressions(root, findings);
    reading.findings = findings.diagnostics();
    reading.defects = findings.defects();
    reading.source = std::move(document);
    return reading;
}

} // namespace sallyport
