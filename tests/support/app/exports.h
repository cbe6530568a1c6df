// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/export.h"

namespace sallyport {

Workspace workspaceOf(const QByteArray &text, const QString &path = QStringLiteral("policy.yaml"));
/// The text of resources/samples/<name>.yaml.
QByteArray sampleText(const QString &name);
Export exportOfSample(const QString &name, ExportTarget target = ExportTarget::Istio);
QStringList pathsOf(const Export &exported);

} // namespace sallyport
