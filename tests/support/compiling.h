// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/compile.h"
#include "core/policy/workspace.h"

#include <QStringList>

namespace sallyport::test {

/// A workspace of one file with this text.
Workspace workspaceOf(const QByteArray &text, Target target = Target::Istio);

/// A workspace and what it compiles to, from text.
struct Compiled {
    Workspace workspace;
    Compilation compilation;

    /// The object "Kind namespace/name", or one of which the name starts so where no object is called exactly that; null where none.
    const Object *object(const QString &ref) const;
    /// Its canonical YAML; empty where there is none.
    QByteArray yaml(const QString &ref) const;
    /// "Kind namespace/name" of all objects, in output order.
    QStringList refs() const;
    /// "severity code field" of all findings, e.g. "error host.short spec.egressRules[0].to[0].hosts[0]".
    QStringList findings() const;
};
Compiled compileText(const QByteArray &text, Target target = Target::Istio);

/// A policy for gateway egressgateway-a whose rules are the given text: a YAML list, each line of it indented as it stands.
QByteArray policyWith(const QByteArray &rules);

/// One rule in one line: {from: […], to: [{hosts: […], port: {number, protocol}…}]}.
QByteArray rule(const QByteArray &from, const QByteArray &to);

} // namespace sallyport::test
