// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace sallyport {

/// A line as its words are looked for in: blanks of every width are blanks, what has no width is gone, quotes and list marks of
/// every script are ASCII, and dots that were defused ("example[.]com") are dots.
QString cleanedLine(QStringView line);

/// Cuts text into lines, whatever ends them. Very long ones come in pieces that share the number: a list of a hundred thousand names
/// may stand in one line.
class LineCutter
{
public:
    explicit LineCutter(QStringView text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.isEmpty(); }
    QStringView next();
    qsizetype left() const { return m_rest.size(); }
    int number() const { return m_number; } ///< Of the line that next() gave last, from 1.

private:
    QStringView m_rest;
    int m_number = 0;
    bool m_inLine = false; ///< The line goes on with m_rest.
};

} // namespace sallyport
