// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/value.h"

#include <QString>
#include <QStringList>

namespace sallyport::kube {

/// The field manager of everything that we write. It must never change: fields written under an old name would stay for ever.
inline const QString ourManager = QStringLiteral("sallyport");

/// True where we have applied the object before: its managedFields have an Apply entry of ours.
bool isAppliedByUs(const Value &object);

/// Managers with fields of their own besides us, sorted; those that own nothing but status are left out.
QStringList otherManagers(const Value &object);

/// True where our Apply entries own the same fields in the same version.
bool hasSameOwnership(const Value &a, const Value &b);

/// What of an object we have written: apiVersion, kind, name, and the fields that we own. For going back to it later.
Value ownedPart(const Value &object);

/// Who wrote last, of all managers but those of status: name and time (RFC 3339) of the newest entry.
std::pair<QString, QString> lastWriter(const Value &object);

/// True where we own exactly the fields of `wanted` in its version, and they have the same values: applying it would change nothing.
///
/// What cannot be told without the schema counts as different. The names of owned fields: structured-merge-diff's FieldsV1.
bool carriesExactly(const Value &live, const Value &wanted);

} // namespace sallyport::kube
