// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/textedit.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace sallyport {

/// Lines of a text that became other lines: the `oldCount` lines from `oldFirst` are now the `newCount` lines from `newFirst`.
struct LinePatch {
    int oldFirst = 0;
    int oldCount = 0;
    int newFirst = 0;
    int newCount = 0;
    bool operator==(const LinePatch &) const = default;
};

/// The bridge between a file's bytes and the characters that an editor shows of them.
///
/// The bytes are UTF-8 with any line ends and perhaps a byte order mark; the editor counts UTF-16 units, every line end as one, and
/// shows no mark. Knowing where each line starts in both worlds makes a look-up as long as one line, however large the file is.
class LineTable
{
public:
    explicit LineTable(const QByteArray &text = {});

    const QByteArray &text() const { return m_text; }
    int lineCount() const { return int(m_lines.size()); }
    int positionCount() const; ///< Characters that the editor shows, line ends included.

    /// Lines for the editor, joined by line feeds, without a line end after the last of them.
    QString lines(int first, int count) const;
    /// Characters as the editor shows them, line ends as line feeds.
    QString characters(int position, int count) const;

    qsizetype toByte(int position) const; ///< Positions outside the text are taken as its nearest end.
    int toPosition(qsizetype byte) const; ///< An offset inside a character or a line end is taken as its start.
    int lineAt(qsizetype byte) const;

    /// The edit of the bytes that replaces `removed` characters at `position`. Line feeds in `added` become the line end used there.
    yaml::TextEdit edit(int position, int removed, const QString &added) const;

    /// Follows edits of the bytes. Returns the lines that changed, in ascending order.
    QList<LinePatch> apply(const yaml::TextEdits &edits);

private:
    struct Line {
        qsizetype byte = 0; ///< Where its content starts.
        qsizetype end = 0; ///< Where its line end starts.
        int position = 0; ///< Of its first character in the editor.
    };

    struct Region {
        int first = 0;
        int last = 0; ///< Included.
        qsizetype growth = 0; ///< In bytes.
    };

    QByteArray lineEndAt(int line) const;
    std::vector<Region> regionsOf(const yaml::TextEdits &edits) const;
    void scan(qsizetype from, qsizetype to, int position, bool isLast, std::vector<Line> &lines) const;

    QByteArray m_text;
    std::vector<Line> m_lines; ///< Never empty.
};

} // namespace sallyport
