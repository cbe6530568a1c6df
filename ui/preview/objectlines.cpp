// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/objectlines.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using Entry = ObjectLines::Entry;

bool sameObject(const Entry &a, const Entry &b)
{
    return a.content == b.content || a.content->ref == b.content->ref;
}

bool sameText(const Entry &a, const Entry &b)
{
    return a.content == b.content || a.content->yaml == b.content->yaml;
}

QString keyOf(const Entry &entry)
{
    const ObjectRef &ref = entry.content->ref;
    return ref.kind + u'/' + ref.namespaceName + u'/' + ref.name + u'/' + ref.apiVersion;
}

/// Pairs up the objects that both lists have, in an order that both share. Both are in output order, so little is ever out of it.
std::vector<std::pair<int, int>> commonObjects(const std::vector<Entry> &before, const std::vector<Entry> &after)
{
    std::vector<std::pair<int, int>> pairs;
    const size_t shorter = std::min(before.size(), after.size());
    size_t head = 0;
    while (head < shorter && sameObject(before[head], after[head]))
        ++head;
    size_t tail = 0;
    while (tail < shorter - head && sameObject(before[before.size() - 1 - tail], after[after.size() - 1 - tail]))
        ++tail;

    for (size_t i = 0; i < head; ++i)
        pairs.emplace_back(int(i), int(i));
    QHash<QString, int> middle;
    for (size_t i = head; i < before.size() - tail; ++i)
        middle.insert(keyOf(before[i]), int(i));
    int passed = int(head) - 1;
    for (size_t i = head; i < after.size() - tail && !middle.isEmpty(); ++i) {
        const int old = middle.value(keyOf(after[i]), -1);
        if (old > passed)
            pairs.emplace_back(passed = old, int(i));
    }
    for (size_t i = tail; i > 0; --i)
        pairs.emplace_back(int(before.size() - i), int(after.size() - i));
    return pairs;
}

int countLines(QByteArrayView text)
{
    return int(std::ranges::count(text, '\n'));
}

/// How many bytes of whole lines both texts end with.
qsizetype commonLinesAtEnd(QByteArrayView a, QByteArrayView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype length = 0;
    while (length < most && a[a.size() - 1 - length] == b[b.size() - 1 - length])
        ++length;
    const auto startsLine = [length](QByteArrayView text) {
        return length == text.size() || text[text.size() - 1 - length] == '\n';
    };
    if (startsLine(a) && startsLine(b))
        return length;
    const qsizetype lineEnd = a.last(length).indexOf('\n');
    return lineEnd < 0 ? 0 : length - lineEnd - 1;
}

/// The lines in which two texts of whole lines differ.
LinePatch changedLines(QByteArrayView before, QByteArrayView after)
{
    const qsizetype same = std::ranges::mismatch(before, after).in1 - before.begin();
    const qsizetype prefix = before.first(same).lastIndexOf('\n') + 1;
    const int first = countLines(before.first(prefix));
    before = before.sliced(prefix);
    after = after.sliced(prefix);
    const qsizetype suffix = commonLinesAtEnd(before, after);
    return {first, countLines(before.chopped(suffix)), first, countLines(after.chopped(suffix))};
}

} // namespace

int ObjectLines::linesOf(const Entry &entry) const
{
    return int(entry.content->lineOrigins.size()) + 1;
}

QList<LinePatch> ObjectLines::set(std::vector<Entry> entries)
{
    const std::vector<Entry> before = std::exchange(m_entries, std::move(entries));
    const std::vector<int> startsBefore = std::exchange(m_starts, {});
    m_knownEntry = -1;
    m_starts.reserve(m_entries.size() + 1);
    m_starts.push_back(0);
    for (const Entry &entry : m_entries)
        m_starts.push_back(m_starts.back() + linesOf(entry));

    QList<LinePatch> patches;
    int oldEntry = 0;
    int newEntry = 0;
    const auto passTo = [&](int oldEnd, int newEnd) { // what stands only in one of the lists
        if (oldEntry == oldEnd && newEntry == newEnd)
            return;
        const int oldFirst = startsBefore.empty() ? 0 : startsBefore[size_t(oldEntry)];
        const int oldLines = startsBefore.empty() ? 0 : startsBefore[size_t(oldEnd)] - oldFirst;
        patches.append(
            {oldFirst, oldLines, m_starts[size_t(newEntry)], m_starts[size_t(newEnd)] - m_starts[size_t(newEntry)]});
    };
    for (const auto &[oldIndex, newIndex] : commonObjects(before, m_entries)) {
        passTo(oldIndex, newIndex);
        const Entry &was = before[size_t(oldIndex)];
        const Entry &is = m_entries[size_t(newIndex)];
        if (!sameText(was, is)) {
            LinePatch patch = changedLines(was.content->yaml, is.content->yaml);
            patch.oldFirst += startsBefore[size_t(oldIndex)] + 1;
            patch.newFirst += m_starts[size_t(newIndex)] + 1;
            patches.append(patch);
        }
        oldEntry = oldIndex + 1;
        newEntry = newIndex + 1;
    }
    passTo(int(before.size()), int(m_entries.size()));
    return patches;
}

int ObjectLines::entryAt(int line) const
{
    if (line < 0 || line >= lineCount())
        return -1;
    return int(std::ranges::upper_bound(m_starts, line) - m_starts.begin()) - 1;
}

/// The object's text from one of its lines on.
QByteArrayView ObjectLines::textFrom(int entry, int line) const
{
    const QByteArrayView yaml = m_entries[size_t(entry)].content->yaml;
    if (m_knownEntry != entry || m_knownLine > line) {
        m_knownEntry = entry;
        m_knownLine = 0;
        m_knownOffset = 0;
    }
    for (; m_knownLine < line; ++m_knownLine)
        m_knownOffset = yaml.indexOf('\n', m_knownOffset) + 1;
    return yaml.sliced(m_knownOffset);
}

QString ObjectLines::lines(int first, int count) const
{
    QByteArray text;
    const int end = first + count;
    for (int line = first; line < end;) {
        const int entry = entryAt(line);
        if (line == startOf(entry)) {
            text += "---\n";
            ++line;
            continue;
        }
        const int entryEnd = std::min(m_starts[size_t(entry) + 1], end);
        const QByteArrayView from = textFrom(entry, line - yamlStartOf(entry));
        const QByteArrayView to = textFrom(entry, entryEnd - yamlStartOf(entry));
        text += from.chopped(to.size());
        line = entryEnd;
    }
    text.chop(1);
    return QString::fromUtf8(text);
}

} // namespace sallyport
