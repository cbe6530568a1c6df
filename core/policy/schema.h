// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"
#include "core/policy/documentkind.h"

#include <QLatin1StringView>
#include <QStringList>

#include <vector>

namespace sallyport {

/// What may stand in one place of a document that we understand: the one table for types, required keys, spelling and key order.
///
/// To add a field: its row in schema.cpp, at the position where new text should put it.
struct SchemaField {
    enum class Type : quint8 {
        Text,
        Integer,
        Boolean,
        Map, ///< With the keys in `fields`.
        List, ///< Of items as `fields` says: its only entry.
        TextMap, ///< A map of texts with keys of the author's choice.
        Any, ///< Not ours to judge.
    };

    QLatin1StringView key; ///< Empty for the document itself and for items.
    Type type = Type::Any;
    QLatin1StringView
        whenMissing; ///< The code of the finding where a required key, or a required list's first item, is missing.
    std::vector<SchemaField> fields;

    const SchemaField *find(QStringView name) const;
    /// The only entry of a list's `fields`.
    const SchemaField &item() const { return fields.front(); }
};

/// The schema of a kind's documents; null for kinds that are not read.
const SchemaField *schemaOf(DocumentKind kind);
/// What the schema says about one place; null where it says nothing.
const SchemaField *schemaAt(DocumentKind kind, const FieldPath &path);

/// Where a new member at `path` goes: the keys that come after it in the schema's order, for yaml::Change::before.
QStringList keysAfter(DocumentKind kind, const FieldPath &path);

} // namespace sallyport
