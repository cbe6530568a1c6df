// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/wildcardfixes.h"

#include "core/policy/edits.h"
#include "core/policy/names.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WildcardFixes", text);
}

/// Says in the Mesh which host's addresses serve all names below the wildcard.
Fix nameRepresentative(const Workspace &workspace, const EgressRoute &route)
{
    const QString wildcard = route.host;
    const int file = route.origin.document.file;
    Fix fix;
    fix.title = tr("Name a representative of %1 in the Mesh").arg(wildcard);
    fix.question = Question{tr("A host whose addresses serve all of them:"), "www."_L1 + wildcard.mid(2)};
    fix.changes = [workspace, wildcard, file](const QString &answer) {
        const QString representative = canonicalHost(answer.trimmed());
        if (!isHostName(representative))
            return QList<DocumentChange>();
        return addMeshHost(workspace, file, {wildcard, {}, representative});
    };
    return fix;
}

/// Puts the answer's hosts where the wildcard stood.
Fix listHosts(const EgressRoute &route)
{
    const RouteOrigin origin = route.origin;
    Fix fix;
    fix.title = tr("List the hosts instead");
    fix.question = Question{tr("Hosts, separated by blanks:"), "www."_L1 + route.host.mid(2)};
    fix.changes = [origin](const QString &answer) {
        static const QRegularExpression separators(u"[\\s,]+"_s);
        QList<DocumentChange> changes;
        int position = origin.host;
        for (const QString &host : answer.split(separators, Qt::SkipEmptyParts)) {
            yaml::Change change;
            change.kind = changes.isEmpty() ? yaml::Change::Kind::Set : yaml::Change::Kind::Insert;
            change.path = origin.toPath().child(u"hosts"_s).index(position++);
            change.value = Value(host);
            changes.append({origin.document.file, origin.document.document, change});
        }
        return changes;
    };
    return fix;
}

Fix useAsm()
{
    Fix fix;
    fix.title = tr("Use the ASM target, where the service mesh resolves wildcards itself");
    fix.switchesToAsm = true;
    fix.changes = [](const QString &) { return QList<DocumentChange>(); };
    return fix;
}

} // namespace

QList<Fix> wildcardFixes(const Workspace &workspace, const EgressRoute &route)
{
    return {nameRepresentative(workspace, route), listHosts(route), useAsm()};
}

} // namespace sallyport
