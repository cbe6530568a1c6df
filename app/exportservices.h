// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/export/exportdialog.h"

namespace sallyport {

/// The real disk for the export dialog. `workspace` is what is exported: its files are never replaced.
ExportServices exportServices(const Workspace &workspace);

} // namespace sallyport
