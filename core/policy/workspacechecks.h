// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/workspace.h"

#include <QHash>
#include <QSet>

namespace sallyport {

/// For each gateway that carries TLS or TCP routes (the implied ones of an upgrade among them): the gateway ports they go through.
using L4Ports = QHash<QString, QSet<int>>;

/// What several documents show to be wrong together, and what depends on the Mesh, but needs no route table.
QList<Diagnostic> checkWorkspace(const Workspace &workspace, const Mesh &mesh, const L4Ports &l4Ports);

} // namespace sallyport
