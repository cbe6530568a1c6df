// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/console.h"
#include "core/istio/compile.h"
#include "core/routes/access.h"

#include <QJsonArray>

namespace sallyport {

/// What a workspace allows, and what stands in the way of saying so.
struct CompiledAccess {
    Workspace workspace;
    Compilation compilation;

    AccessInput input() const { return {compilation.table, compilation.mesh}; }
    bool isPartial() const { return compilation.hasErrors(); } ///< What has errors is counted as closed.
};

CompiledAccess compiledAccess(Workspace workspace);

/// {namespace, labels, exceptLabels, host, exceptHosts, port, class, gateway, dialledPort, file, line, field}
QJsonArray toJson(const std::vector<Access> &list, const Workspace &workspace);

/// Errors of the input, one by one, to standard error.
void reportErrors(const CompiledAccess &access, Console &console);

} // namespace sallyport
