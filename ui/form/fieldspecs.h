// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"
#include "core/value.h"
#include "ui/fields/help.h"

#include <QList>

#include <optional>

namespace sallyport {

/// What a form knows of a field of a document: its words, and how a typed text becomes a value.
///
/// To add a field to a form: 1 its row in fieldspecs.cpp (of another kind than a policy: meshfields.cpp and its kin)  2 a line in the panel that shows it  3 a case in that panel's test.
struct FieldSpec {
    enum class Kind : quint8 {
        Text,
        Number, ///< A whole number; any other text is written as it stands.
        Other, ///< Lists, maps, switches: their inputs make their values themselves.
    };

    QString pattern = {}; ///< The path without list positions: spec.egressRules[].to[].port.number
    Kind kind = Kind::Text;
    bool isRequired = false; ///< Emptied it stays as an empty value; an optional one goes away.
    FieldHelp help = {};
    QString placeholder = {}; ///< What holds where nothing is written.
    QString undoText = {}; ///< "Change port of %1"
};

/// Of a policy, in the order of the form. Made anew for the language of the moment.
QList<FieldSpec> fieldSpecs();
/// The row of that pattern, which must exist.
FieldSpec fieldSpec(const QString &pattern);

/// The row of that pattern among others of its kind; it must exist. Its help says the pattern as the YAML path.
FieldSpec specIn(const QList<FieldSpec> &specs, const QString &pattern);

/// The path with its list positions left out.
QString patternOf(const FieldPath &path);

/// What a typed text is written as; nullopt = the field goes away.
std::optional<Value> valueOf(const FieldSpec &spec, const QString &text);

} // namespace sallyport
