// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/pastereader.h"

#include "core/policy/paste/hosttoken.h"
#include "core/policy/paste/logline.h"
#include "core/policy/paste/pasteddocument.h"
#include "core/policy/paste/pasteline.h"
#include "core/policy/paste/shellcommand.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using State = PastedRow::State;

/// The cells of a line of a table; quotes keep a separator within a cell.
QStringList cellsOf(const QString &line, QChar separator)
{
    QStringList cells(1);
    bool isQuoted = false;
    for (const QChar c : line) {
        if (c == u'"')
            isQuoted = !isQuoted;
        else if (c == separator && !isQuoted)
            cells.append(QString());
        else
            cells.last() += c;
    }
    return cells;
}

/// What a title of several words says: that of the first word which says something.
PasteTitle titleOfCell(const QString &cell)
{
    const PasteTitle whole = titleOf(cell);
    if (whole != PasteTitle::Other)
        return whole;
    QString word;
    PasteTitle weak = PasteTitle::Other;
    for (const QChar c : QString(cell + u' ')) {
        if (c.isLetter()) {
            word += c;
            continue;
        }
        const PasteTitle title = titleOf(word);
        word.clear();
        if (title != PasteTitle::Other && title != PasteTitle::Count)
            return title;
        weak = title == PasteTitle::Count ? title : weak;
    }
    return weak;
}

bool holdsHost(const QString &cell)
{
    const std::optional<PastedRow> row = readHostToken(cell.trimmed());
    return row && row->state == State::Host;
}

} // namespace

PasteReader::PasteReader(const QString &text)
    : m_text(text)
    , m_lines(m_text)
    , m_structured(readPastedDocument(m_text))
{
    if (!m_structured.isEmpty())
        m_lines = LineCutter(QStringView());
}

double PasteReader::progress() const
{
    return m_text.isEmpty() || atEnd() ? 1 : 1 - double(m_lines.left()) / double(m_text.size());
}

QList<PastedRow> PasteReader::read(int lines)
{
    m_rows = std::move(m_structured);
    m_structured.clear();
    for (int i = 0; i < lines && !m_lines.atEnd(); ++i)
        readLine(m_lines.next());
    return std::exchange(m_rows, {});
}

void PasteReader::readLine(QStringView text)
{
    const int number = m_lines.number();
    QString line = cleanedLine(text);
    if (line.trimmed().isEmpty())
        return;
    if (isFetchCommand(line)) {
        readContinued(line);
        m_rows += readFetchCommand(line, number);
        return;
    }
    if (const QList<PastedRow> rows = readLogLine(line, number); !rows.isEmpty()) {
        m_rows += rows;
        return;
    }
    if (m_columns.separator.isNull() && !m_hadHosts && readTitles(line))
        return;
    if (!m_columns.separator.isNull() && line.contains(m_columns.separator)) {
        readCells(line);
        return;
    }
    const QList<PastedRow> rows = readLooseLine(line, number);
    m_hadHosts = m_hadHosts
        || std::any_of(rows.begin(), rows.end(), [](const PastedRow &row) { return row.state == State::Host; });
    m_rows += rows;
}

/// A command goes on in the next line where the line says so.
void PasteReader::readContinued(QString &line)
{
    constexpr int mostLines = 500;
    for (int i = 0; i < mostLines && isContinued(line) && !m_lines.atEnd(); ++i) {
        line = line.trimmed();
        line.chop(1);
        line += u' ' + cleanedLine(m_lines.next());
    }
}

bool PasteReader::readTitles(const QString &line)
{
    const auto isTitled = [](const QString &word) { return titleOf(word) != PasteTitle::Other; };
    QStringList words = line.simplified().split(u' ');
    words.removeAll(u"|"_s);
    bool isHeader = std::all_of(words.begin(), words.end(), isTitled) && titleOfCell(line) != PasteTitle::Other;
    for (const QChar separator : {u'\t', u';', u'|', u','}) {
        const QStringList cells = cellsOf(line, separator);
        if (cells.size() < 2 || std::any_of(cells.begin(), cells.end(), holdsHost))
            continue;
        PasteColumns columns;
        for (int i = 0; i < int(cells.size()); ++i) {
            const PasteTitle title = titleOfCell(cells[i]);
            int *column = title == PasteTitle::Host ? &columns.host
                : title == PasteTitle::Port         ? &columns.port
                : title == PasteTitle::Protocol     ? &columns.protocol
                                                    : nullptr;
            if (column && *column < 0)
                *column = i;
        }
        if (columns.host < 0)
            continue;
        columns.separator = separator;
        m_columns = columns;
        isHeader = true;
        break;
    }
    if (isHeader)
        m_rows.append(
            {.state = State::Ignored, .note = PasteNote::Header, .line = m_lines.number(), .text = line.trimmed()});
    return isHeader;
}

void PasteReader::readCells(const QString &line)
{
    const int number = m_lines.number();
    const QStringList cells = cellsOf(line, m_columns.separator);
    const qsizetype first = m_rows.size();
    QList<PastedRow> others;
    PastedPorts ports;
    QString beside; // as it stands there
    for (int i = 0; i < int(cells.size()); ++i) {
        if (i == m_columns.host) {
            m_rows += readLooseLine(cells[i], number, PasteColumn::Host);
            continue;
        }
        const PastedPorts read = readPorts(cells[i].trimmed());
        const bool isMeant = i == m_columns.port || i == m_columns.protocol;
        if (!isMeant || !read.isComplete) {
            others += readLooseLine(cells[i], number, PasteColumn::Other);
            continue;
        }
        if (!cells[i].trimmed().isEmpty())
            beside += u' ' + cells[i].trimmed();
        ports.ports += read.ports;
        ports.protocol = read.protocol ? read.protocol : ports.protocol;
        ports.isUdp = ports.isUdp || read.isUdp;
    }
    const QList<PastedRow> hosts = m_rows.sliced(first);
    m_rows.erase(m_rows.begin() + first, m_rows.end());
    for (const PastedRow &row : hosts) {
        QList<PastedRow> one = {row};
        if (row.state != State::Ignored) {
            one.front().text += beside;
            applyPorts(one, 0, ports);
        }
        m_rows += one;
    }
    const bool isTaken =
        std::any_of(hosts.begin(), hosts.end(), [](const PastedRow &row) { return row.state != State::Ignored; });
    if (!isTaken && !beside.isEmpty())
        m_rows.append({.state = State::Ignored, .note = PasteNote::Words, .line = number, .text = beside.trimmed()});
    m_rows += others;
}

QList<PastedRow> readPaste(const QString &text)
{
    QList<PastedRow> rows;
    PasteReader reader(text);
    constexpr int many = 1'000'000;
    while (!reader.atEnd())
        rows += reader.read(many);
    return rows;
}

} // namespace sallyport
