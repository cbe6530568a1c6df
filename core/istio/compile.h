// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/istio/object.h"
#include "core/routes/routetable.h"

namespace sallyport {

/// What a workspace compiles to. Always usable: what is defective is left out and has a finding.
struct Compilation {
    Mesh mesh;
    DocumentId meshDocument; ///< Where the mesh was read; invalid where it is assumed.
    RouteTable table;
    std::vector<Object> objects; ///< In output order (docs/istio.md).
    QList<Diagnostic>
        findings; ///< All of them: of documents, of the table and of the workspace; errors first is the view's business.

    bool hasErrors() const; ///< Suppressed findings do not count.
};

class CompileCache;

/// Compiles a workspace. With a cache from an earlier call only what changed is lowered again; the answer is the same.
Compilation compile(const Workspace &workspace, CompileCache *cache = nullptr);

/// All objects as one YAML stream, documents separated by `---`. Same objects, same bytes.
QByteArray render(const std::vector<Object> &objects);

/// The fields of the workspace that line number `line` (from 0) of an object's own YAML came from, most telling first.
QList<FieldRef> originsOf(const Compilation &compilation, const Object &object, int line);

/// The lines (from 0) of an object's own YAML that the field, or anything under it, made.
std::vector<int> linesOf(const Compilation &compilation, const Object &object, const FieldRef &field);

} // namespace sallyport
