// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/value.h"

#include <QByteArray>

#include <vector>

namespace sallyport::yaml {

/// How block style looks at a place: canonical by default, else as the text around it has it.
struct BlockStyle {
    bool sortsKeys = true; ///< Else maps keep the order of insertion.
    int mapIndent = 2; ///< Of a map under its key.
    int listIndent = 0; ///< Of a list under its key.
    QByteArray lineEnd = "\n";
};

/// Appends block style lines to a buffer, noting for each line where its value came from.
class BlockWriter
{
public:
    explicit BlockWriter(QByteArray &out, BlockStyle style = {}, std::vector<quint32> *origins = nullptr)
        : m_out(out)
        , m_style(std::move(style))
        , m_origins(origins)
    {
    }

    /// Writes a value that belongs to lines indented by `indent`. A collection's first line continues the current line, all others
    /// are indented; anything else is set off by a space.
    void write(const Value &value, qsizetype indent);
    /// Writes "key: value", and the lines that follow from it.
    void writeMember(const QString &key, const Value &value, qsizetype indent);
    /// Writes "- value", and the lines that follow from it.
    void writeItem(const Value &value, qsizetype indent);

private:
    void writeMap(const Value &map, qsizetype indent);
    void writeList(const Value &list, qsizetype indent);
    void writeString(const Value &value, qsizetype indent);
    void writeLiteral(const Value &value, qsizetype indent);
    void endLine(quint32 origin);

    QByteArray &m_out;
    BlockStyle m_style;
    std::vector<quint32> *m_origins;
};

/// A number, true, false or null.
void appendWord(QByteArray &out, const Value &value);

/// The value in flow style on one line. `likeJson` quotes keys and strings always, and with double quotes.
QByteArray flowText(const Value &value, bool likeJson);

} // namespace sallyport::yaml
