// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/comparison.h"

#include "core/document/textdiff.h"
#include "core/document/textlines.h"

#include <QHash>

#include <algorithm>

namespace sallyport {

namespace {

using Kind = ComparedLine::Kind;
using Content = std::shared_ptr<const ObjectContent>;

constexpr qsizetype longestLine = 2000; ///< Longer ones differ as a whole: nobody looks for a word in them.

Kind kindOf(DiffLine::Kind kind)
{
    return kind == DiffLine::Kind::Same ? Kind::Same : kind == DiffLine::Kind::Removed ? Kind::Removed : Kind::Added;
}

/// Gives changed lines that stand together their partners: the first that went, the first that came, and so on.
void pairUp(QList<ComparedLine> &lines, qsizetype begin, qsizetype end)
{
    qsizetype firstAdded = begin;
    while (firstAdded < end && lines[firstAdded].kind == Kind::Removed)
        ++firstAdded;
    for (qsizetype i = begin, j = firstAdded; i < firstAdded && j < end; ++i, ++j) {
        lines[i].partner = int(j);
        lines[j].partner = int(i);
    }
}

void appendHunks(Comparison &result, const QList<DiffHunk> &hunks, int lineCount, const Content &object)
{
    int shown = 0; // Lines of the text before that have been spoken of.
    const auto addGap = [&](int until) {
        if (until > shown)
            result.lines.append({.kind = Kind::Gap, .count = until - shown, .object = object});
    };
    for (const DiffHunk &hunk : hunks) {
        const auto first =
            std::find_if(hunk.lines.begin(), hunk.lines.end(), [](const auto &l) { return l.before > 0; });
        if (first != hunk.lines.end())
            addGap(first->before - 1);
        const qsizetype begin = result.lines.size();
        for (const DiffLine &line : hunk.lines) {
            result.lines.append({kindOf(line.kind), line.text, line.before, line.after, 0, -1, object});
            result.removed += line.kind == DiffLine::Kind::Removed;
            result.added += line.kind == DiffLine::Kind::Added;
            shown = std::max(shown, line.before);
        }
        for (qsizetype i = begin; i < result.lines.size(); ++i) {
            if (result.lines[i].kind == Kind::Same)
                continue;
            qsizetype end = i;
            while (end < result.lines.size() && result.lines[end].kind != Kind::Same)
                ++end;
            pairUp(result.lines, i, end);
            result.differences.append(int(i));
            i = end;
        }
    }
    if (!hunks.isEmpty())
        addGap(lineCount);
}

void appendTitle(Comparison &result, const ObjectContent &object, const Content &now, Kind kind)
{
    ComparedLine title{.kind = Kind::Title, .text = object.ref.toString().toUtf8(), .object = now};
    // What came or went as a whole says so in its title, as a line does.
    title.before = kind == Kind::Added ? 0 : 1;
    title.after = kind == Kind::Removed ? 0 : 1;
    result.lines.append(title);
}

void appendObject(Comparison &result, const Content &before, const Content &after)
{
    if (before && after && (before == after || before->yaml == after->yaml))
        return;
    const Kind kind = !before ? Kind::Added : !after ? Kind::Removed : Kind::Same;
    appendTitle(result, after ? *after : *before, after, kind);
    const QByteArray none;
    const QByteArray &old = before ? before->yaml : none;
    appendHunks(result, textDiff(old, after ? after->yaml : none), int(old.count('\n')), after);
}

QByteArray keyOf(const ObjectContent &object)
{
    return (object.ref.apiVersion + u' ' + object.ref.toString()).toUtf8();
}

/// Words, numbers, runs of blanks, and everything else by itself.
QList<QByteArrayView> wordsOf(const QByteArray &line)
{
    const auto isWord = [](char c) {
        return (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) || c == '_';
    };
    QList<QByteArrayView> words;
    qsizetype begin = 0;
    while (begin < line.size()) {
        qsizetype end = begin + 1;
        if (isWord(line[begin])) {
            while (end < line.size() && isWord(line[end]))
                ++end;
        } else if (line[begin] == ' ') {
            while (end < line.size() && line[end] == ' ')
                ++end;
        }
        words.append(QByteArrayView(line).sliced(begin, end - begin));
        begin = end;
    }
    return words;
}

/// The words that are not among those that stay, in characters; neighbours as one.
QList<Span> changedSpans(const QList<QByteArrayView> &words, const std::vector<bool> &stays)
{
    QList<Span> spans;
    int position = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int length = int(QString::fromUtf8(words[i]).size());
        if (!stays[size_t(i)] && length > 0) {
            if (!spans.isEmpty() && spans.last().begin + spans.last().length == position)
                spans.last().length += length;
            else
                spans.append({position, length});
        }
        position += length;
    }
    return spans;
}

} // namespace

Comparison compareTexts(const QByteArray &before, const QByteArray &after)
{
    Comparison result;
    appendHunks(result, textDiff(before, after), int(linesOf(before).size()), {});
    return result;
}

Comparison compareObjects(const std::vector<Object> &before, const std::vector<Object> &after)
{
    QByteArrayList oldKeys;
    QByteArrayList newKeys;
    QHash<QByteArray, Content> old;
    QHash<QByteArray, Content> now;
    for (const Object &object : before) {
        oldKeys.append(keyOf(*object.content));
        old.insert(oldKeys.last(), object.content);
    }
    for (const Object &object : after) {
        newKeys.append(keyOf(*object.content));
        now.insert(newKeys.last(), object.content);
    }
    std::vector<LinePair> same = commonLines({oldKeys.begin(), oldKeys.end()}, {newKeys.begin(), newKeys.end()});
    same.push_back({int(oldKeys.size()), int(newKeys.size())});

    Comparison result;
    LinePair at;
    for (const LinePair &pair : same) {
        for (; at.before < pair.before; ++at.before) {
            if (!now.contains(oldKeys[at.before])) // Others have only moved.
                appendObject(result, old.value(oldKeys[at.before]), {});
        }
        const int end = std::min(pair.after + 1, int(newKeys.size()));
        for (; at.after < end; ++at.after)
            appendObject(result, old.value(newKeys[at.after]), now.value(newKeys[at.after]));
        at = {pair.before + 1, pair.after + 1};
    }
    return result;
}

std::pair<QList<Span>, QList<Span>> changedWords(const QString &before, const QString &after)
{
    if (before.size() > longestLine || after.size() > longestLine)
        return {};
    const QByteArray a = before.toUtf8();
    const QByteArray b = after.toUtf8();
    const QList<QByteArrayView> wordsA = wordsOf(a);
    const QList<QByteArrayView> wordsB = wordsOf(b);
    std::vector<bool> staysA(size_t(wordsA.size()));
    std::vector<bool> staysB(size_t(wordsB.size()));
    bool hasCommonWord = false;
    for (const LinePair &pair : commonLines(wordsA, wordsB)) {
        staysA[size_t(pair.before)] = true;
        staysB[size_t(pair.after)] = true;
        hasCommonWord = hasCommonWord || !wordsA[pair.before].trimmed().isEmpty();
    }
    if (!hasCommonWord)
        return {};
    return {changedSpans(wordsA, staysA), changedSpans(wordsB, staysB)};
}

} // namespace sallyport
