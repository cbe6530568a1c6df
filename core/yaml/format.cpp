// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/format.h"

#include "core/yaml/layout.h"
#include "core/yaml/linelayout.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::yaml {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(YamlFormat)
};

QString place(size_t document)
{
    return Texts::tr("document %1").arg(document + 1);
}

/// A line of the text with what becomes of it.
struct Decision {
    Line line;
    bool drops = false;
    bool isLeft = false; ///< Stands for all lines of a document that keeps its bytes.
};

bool isGap(const Decision &decision)
{
    return decision.line.isBlank && !decision.line.isInside;
}

/// Runs of blank lines become one; at the start and the end of the text none stays.
void dropBlankLines(std::vector<Decision> &decisions)
{
    bool dropsNext = true;
    for (Decision &decision : decisions) {
        decision.drops = isGap(decision) && dropsNext;
        dropsNext = isGap(decision);
    }
    for (auto decision = decisions.rbegin(); decision != decisions.rend() && isGap(*decision); ++decision)
        decision->drops = true;
}

void appendEdits(TextEdits &edits, const Layout &layout, const Decision &decision)
{
    const Line &line = decision.line;
    if (decision.drops) {
        edits.append({{line.range.begin, layout.nextLine(line.range.begin)}, QByteArray()});
        return;
    }
    const qsizetype first = line.range.begin + line.column;
    qsizetype end = line.range.end;
    while (!line.keepsBlanks && end > line.range.begin && layout.isBlankAt(end - 1))
        --end;
    if (!line.isBlank && line.newColumn != line.column)
        edits.append({{line.range.begin, first}, QByteArray(line.newColumn, ' ')});
    if (end < line.range.end)
        edits.append({{end, line.range.end}, QByteArray()});
}

QByteArray lineEndOf(const QByteArray &text, const Layout &layout)
{
    const qsizetype end = layout.lineEnd(0);
    const QByteArray lineEnd = text.sliced(end, layout.nextLine(end) - end);
    return lineEnd.isEmpty() ? QByteArray("\n") : lineEnd;
}

using Leaves = std::function<bool(int document)>;

TextEdits editsOf(const Stream &stream, const Leaves &leaves, bool indents)
{
    std::vector<Decision> decisions;
    for (size_t i = 0; i < stream.documents.size(); ++i) {
        if (leaves && leaves(int(i))) {
            decisions.push_back({.isLeft = true});
            continue;
        }
        for (const Line &line : layOut(stream.text, *stream.documents[i], indents && !stream.documents[i]->hasAliases))
            decisions.push_back({.line = line});
    }
    dropBlankLines(decisions);
    const Layout layout(stream.text);
    TextEdits edits;
    for (const Decision &decision : decisions) {
        if (!decision.isLeft)
            appendEdits(edits, layout, decision);
    }
    // A block scalar that the text ends with would gain the line break.
    const bool endsOpen =
        !decisions.empty() && !decisions.back().isLeft && !decisions.back().drops && !decisions.back().line.keepsBlanks;
    if (endsOpen && !stream.text.endsWith('\n') && !stream.text.endsWith('\r'))
        edits.append({{stream.text.size(), stream.text.size()}, lineEndOf(stream.text, layout)});
    return edits;
}

bool saysTheSame(const Document &a, const Document &b)
{
    return a.broken == b.broken && a.hasAliases == b.hasAliases && toValue(a.root) == toValue(b.root);
}

/// The first document that says something else after the edits; -1 where none does.
int firstChanged(const Stream &stream, const TextEdits &edits)
{
    const Stream after = parse(apply(edits, stream.text));
    const size_t common = std::min(stream.documents.size(), after.documents.size());
    for (size_t i = 0; i < common; ++i) {
        if (!saysTheSame(*stream.documents[i], *after.documents[i]))
            return int(i);
    }
    return stream.documents.size() == after.documents.size() ? -1 : int(common);
}

Error refusal(const QString &where, const QString &next)
{
    return {.what = Texts::tr("The text was not formatted."),
            .where = where,
            .unaffected = Texts::tr("It is as it was."),
            .next = next};
}

} // namespace

Result<TextEdits> format(const Stream &stream, const Leaves &leaves)
{
    if (!stream.problems.isEmpty())
        return refusal(Texts::tr("the file"), stream.problems.front().message);
    for (size_t i = 0; i < stream.documents.size(); ++i) {
        const bool isLeft = leaves && leaves(int(i));
        if (!isLeft && stream.documents[i]->broken)
            return refusal(place(i),
                           Texts::tr("Correct it first: %1").arg(stream.documents[i]->problems.front().message));
    }
    for (const bool indents : {true, false}) {
        const TextEdits edits = editsOf(stream, leaves, indents);
        if (firstChanged(stream, edits) < 0)
            return edits;
    }
    const int changed = firstChanged(stream, editsOf(stream, leaves, false));
    return refusal(place(size_t(changed)), Texts::tr("Its layout cannot be changed without changing what it says."));
}

} // namespace sallyport::yaml
