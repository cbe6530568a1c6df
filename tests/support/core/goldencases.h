// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"

#include <QDir>

namespace sallyport {

/// tests/golden: a folder for each case, named for the behaviour it shows (see tests/golden/README.md).
QDir goldenFolder(const QString &sourceFolder);
/// What the case is about: its own YAML files, the policy first, or those that its file `inputs` names.
Workspace goldenWorkspace(const QDir &folder);
/// Rows for a data-driven test, with the column `folder`.
void addGoldenCases(const QString &sourceFolder);

QByteArray contentOf(const QString &path);

} // namespace sallyport
