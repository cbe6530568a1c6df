// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/recordtable.h"

namespace sallyport {

/// Goes to a cell, replaces what stands there by key clicks, and closes its editor with Enter.
///
/// In the last row Enter goes on with the empty one: Escape leaves that.
void typeCell(RecordTable *table, int row, int column, const QString &text);

} // namespace sallyport
