// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/wildcardfixes.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WildcardFixes", text);
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

QList<Fix> wildcardFixes(const EgressRoute &route)
{
    return {listHosts(route), useAsm()};
}

} // namespace sallyport
