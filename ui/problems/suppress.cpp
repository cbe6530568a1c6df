// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/problems/suppress.h"

#include "core/policy/edits.h"
#include "core/policy/findingcodes.h"
#include "core/policy/suppression.h"
#include "core/policy/workspace.h"
#include "ui/titles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Suppress {
    Q_DECLARE_TR_FUNCTIONS(Suppress)
};

const DocumentReading *readingOf(const Workspace &workspace, const FieldRef &where)
{
    if (where.file < 0 || size_t(where.file) >= workspace.files.size())
        return nullptr;
    const auto &documents = workspace.files[size_t(where.file)]->documents;
    const bool exists = where.document >= 0 && size_t(where.document) < documents.size();
    return exists ? documents[size_t(where.document)].get() : nullptr;
}

FieldPath annotationPath()
{
    return FieldPath().child(u"metadata"_s).child(u"annotations"_s).child(suppressionAnnotation());
}

/// A reason as the annotation can hold it: semicolons part its entries.
QString cleaned(QString reason)
{
    return reason.replace(u';', u',').simplified();
}

} // namespace

bool canSuppress(const Workspace &workspace, const Diagnostic &finding)
{
    const DocumentReading *reading = readingOf(workspace, finding.where);
    const FindingCode *code = findingCode(finding.code);
    if (!reading || !code || !code->isSuppressible() || finding.severity == Severity::Error || finding.suppressed)
        return false;
    const bool carriesAnnotation = reading->kind == DocumentKind::Policy || reading->kind == DocumentKind::Mesh
        || reading->kind == DocumentKind::Expectations || reading->kind == DocumentKind::Authorization;
    return carriesAnnotation && !reading->source->hasAliases;
}

Fix suppressFix(const Workspace &workspace, const Diagnostic &finding)
{
    const FieldRef annotation{finding.where.file, finding.where.document, annotationPath()};
    const DocumentReading *reading = readingOf(workspace, finding.where);
    const QString before = reading ? textAt(reading->source->root, annotation.path) : QString();
    Fix fix;
    fix.title = Suppress::tr("Suppress %1 in this document").arg(finding.code);
    fix.question = Question{Suppress::tr("&Reason:"), {}};
    fix.changes = [workspace, annotation, before, code = finding.code](const QString &reason) {
        const QString entry = code + u'=' + cleaned(reason);
        const QString value = before.trimmed().isEmpty() ? entry : u"%1; %2"_s.arg(before.trimmed(), entry);
        return QList<DocumentChange>{setField(workspace, annotation, Value(value))};
    };
    return fix;
}

} // namespace sallyport
