// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"

#include <QByteArray>
#include <QString>

namespace sallyport::yaml {

/// The style in which canonical YAML writes a string that has its line to itself, as kubectl does: plain where that reads back as this
/// string everywhere, literal for several lines, double quoted where YAML would take it for something else, else single quoted.
Style canonicalStyle(const QString &text);

/// The same for a place where a literal block cannot stand: a key, or inside a flow collection (where brackets and commas count, too).
Style inlineStyle(const QString &text, bool inFlow);

/// True where the text, unquoted, is one plain scalar of exactly these characters, whatever it means.
bool staysPlain(const QString &text, bool inFlow);
/// True where the text, unquoted, reads back as this string at that place.
bool canBePlain(const QString &text, bool inFlow);
/// True where single quotes can hold the text on one line.
bool canBeSingleQuoted(const QString &text);

QByteArray singleQuoted(const QString &text);
QByteArray doubleQuoted(const QString &text);

/// Appends the text as UTF-8, without a detour where it is ASCII.
void appendUtf8(QByteArray &out, QStringView text);

/// Appends the text in a style that holds it on one line: plain or quoted.
void appendInline(QByteArray &out, const QString &text, Style style);

/// What follows the | of a literal block that holds the text: "", "-", "+", with "2" before it for content that starts with a blank.
QByteArray literalHeader(const QString &text);

} // namespace sallyport::yaml
