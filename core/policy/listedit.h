// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/workspace.h"

#include <functional>

namespace sallyport {

/// One entry of a list as a form shows it, and the items of the document that say it: perhaps several, perhaps of several lists.
struct WrittenEntry {
    QString text;
    QList<FieldPath> places; ///< At least one.
};

/// The changes that make the entries say `wanted`, touching only the items of entries that differ.
///
/// `writtenAs` gives the items that say a text in the list at that path; `remove` the changes that take a list away which has lost its
/// last item. New entries follow the one before them. Precondition: there is an entry.
QList<DocumentChange>
changeEntries(const Workspace &workspace, const FieldRef &document, const QList<WrittenEntry> &entries,
              const QStringList &wanted,
              const std::function<QStringList(const QString &text, const FieldPath &list)> &writtenAs,
              const std::function<QList<DocumentChange>(const FieldPath &list)> &remove);

} // namespace sallyport
