// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"

namespace sallyport {

/// Files of a test's workspace: name and text.
using TestFiles = QList<std::pair<QString, QByteArray>>;

Workspace workspaceOf(const TestFiles &files, Target target = Target::Istio);
/// A workspace of one file called policy.yaml.
Workspace workspaceOf(const QByteArray &text);

/// "policy.yaml:12:5 error host.short spec.egressRules[0].to[0].hosts[0]"
QString describe(const Diagnostic &finding, const Workspace &workspace);
/// "code field" of each, in the order given.
QStringList codesAndFields(const QList<Diagnostic> &findings);

/// A sound policy in namespace mytest for http://www.httpbin.org, for tests that spoil one thing of it.
QByteArray soundPolicy();

} // namespace sallyport
