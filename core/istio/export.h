// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/istio/object.h"
#include "core/policy/workspace.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace sallyport {

/// What leaves the program: the generated Istio objects, the policies as they are for a mesh that has their CRD, or both side by side.
enum class ExportTarget : quint8 { Istio, Asm, Both };

ExportTarget exportTarget(Target target);

/// Where an object stands in an export: `<namespace>/<kind in lower case>-<name>.yaml`. Never leads out of the folder, whatever the names are.
QString exportPath(const ObjectRef &object);

/// One file of an export: its path below the export's folder, with '/', and its bytes.
struct ExportFile {
    QString path;
    QByteArray bytes;
    bool operator==(const ExportFile &) const = default;
};

/// All that a workspace exports to. Equal workspaces give equal bytes.
///
/// Files are `<namespace>/<kind in lower case>-<name>.yaml`, in output order (docs/istio.md). With both targets they stand in `istio/` and
/// `asm/`, because a cluster takes one of the two. Mesh and Expectations documents are facts for this program and never exported.
struct Export {
    std::vector<ExportFile> files;
    QList<QString> folders; ///< Where a kustomization.yaml belongs: "" for the folder itself, else with a trailing '/'.
    QString mesh; ///< The name that labels the objects.
    QList<Diagnostic> findings; ///< Of the compilations behind it; of both targets, each finding once.

    bool isPartial() const; ///< Something is left out because of an error finding.
    QByteArray stream() const; ///< All files as one YAML stream, documents separated by `---`.
};

Export exportOf(const Workspace &workspace, ExportTarget target);

} // namespace sallyport
