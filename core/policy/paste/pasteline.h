// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/paste/pastedrow.h"

#include <QStringList>

namespace sallyport {

/// Ports and a protocol as cells and notes have them: "443", "80, 443", "443/tcp", "HTTPS", "tcp/5432".
struct PastedPorts {
    QList<int> ports;
    std::optional<Protocol> protocol;
    bool isUdp = false;
    bool isComplete = true; ///< There is nothing else in the text.
};
PastedPorts readPorts(QStringView text);

/// Where a text stands: alone, or in a table with titles.
enum class PasteColumn : quint8 { None, Host, Other };

/// What the words of a line, or of a cell of a table, hold: hosts with the ports and protocols beside them, addresses with the names
/// that a hosts file gives them, lists, links, prose. In a column of hosts every word is meant as one; in others only names with dots are.
QList<PastedRow> readLooseLine(const QString &line, int number, PasteColumn column = PasteColumn::None);

/// Gives a group of rows the ports and the protocol that stand beside them; several ports make several rows.
void applyPorts(QList<PastedRow> &rows, qsizetype begin, const PastedPorts &ports);

/// What a title of a column, or a key before a value, says about what follows.
enum class PasteTitle : quint8 { Other, Host, Port, Protocol, Count };
PasteTitle titleOf(QStringView word);

} // namespace sallyport
