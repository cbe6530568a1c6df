// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/paste/pastedrow.h"
#include "core/policy/paste/pastetext.h"

namespace sallyport {

/// Where a table's columns are, once its titles were read.
struct PasteColumns {
    QChar separator; ///< Null while no titles were seen.
    int host = -1;
    int port = -1;
    int protocol = -1;
};

/// Reads pasted text of any kind for the hosts in it: lists, tables, URLs, commands, logs, hosts files, YAML and JSON documents.
///
/// It works in pieces, so that a window can go on in between; the effort grows with the length of the text. Every word of the text is
/// in the text of some row, apart from what options of commands keep secret.
class PasteReader
{
public:
    explicit PasteReader(const QString &text);

    bool atEnd() const { return m_lines.atEnd() && m_structured.isEmpty(); }
    /// What the next lines hold.
    QList<PastedRow> read(int lines);
    /// How much has been read, from 0 to 1.
    double progress() const;

private:
    void readLine(QStringView line);
    void readContinued(QString &line);
    bool readTitles(const QString &line);
    void readCells(const QString &line);

    QString m_text;
    LineCutter m_lines;
    PasteColumns m_columns;
    bool m_hadHosts = false;
    QList<PastedRow> m_structured; ///< Of a YAML or JSON document: found at once.
    QList<PastedRow> m_rows;
};

/// All of it at once.
QList<PastedRow> readPaste(const QString &text);

} // namespace sallyport
