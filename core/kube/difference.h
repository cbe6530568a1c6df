// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/value.h"

#include <QList>
#include <QString>

#include <optional>

namespace sallyport::kube {

/// One field that a write changes.
struct FieldChange {
    QString field; ///< As Kubernetes prints it. Of a removed list item its live position, else the new one.
    std::optional<Value> live; ///< Absent = the field comes into being.
    std::optional<Value> next; ///< Absent = the field goes.
    bool operator==(const FieldChange &) const = default;
};

/// What is different between two objects, field by field; what only a server writes (managedFields, uid, status …) does not count.
QList<FieldChange> differences(const Value &live, const Value &next);

/// Fields that were sent and did not come back: a server drops without a word what its schema does not know (before 1.25 always).
QStringList lostFields(const Value &sent, const Value &returned);

} // namespace sallyport::kube
