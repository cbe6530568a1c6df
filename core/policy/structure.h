// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/documentfindings.h"
#include "core/policy/schema.h"

namespace sallyport {

/// Checks everything about a document that its schema knows: types, required keys, unknown keys. What is right about it may then be
/// read without asking.
void checkStructure(const SchemaField &schema, const Place &place, DocumentFindings &findings);

/// The key of `schema` that `key` may have been meant to be, by its spelling; empty where none is near.
QString nearestKey(const SchemaField &schema, const QString &key);

} // namespace sallyport
