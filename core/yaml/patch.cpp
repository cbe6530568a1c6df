// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/patch.h"

#include "core/yaml/blockwriter.h"
#include "core/yaml/changed.h"
#include "core/yaml/edits.h"
#include "core/yaml/inplace.h"
#include "core/yaml/shifts.h"
#include "core/yaml/spot.h"
#include "core/yaml/surroundings.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace sallyport::yaml {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(YamlPatch)
};

Error refusal(const QString &why, const QString &where, const QString &next)
{
    return {.what = Texts::tr("The change was not made."),
            .where = where,
            .unaffected = Texts::tr("The text is as it was."),
            .next = why + u' ' + next};
}

std::optional<Error> obstacle(const Document &document, const QString &where)
{
    const QString inText = Texts::tr("Change it in the text.");
    if (document.broken)
        return refusal(Texts::tr("The document cannot be read."), where, Texts::tr("Correct it in the text first."));
    if (document.hasAliases)
        return refusal(Texts::tr("The document has anchors, aliases or merge keys."), where, inText);
    if (!document.problems.isEmpty())
        return refusal(Texts::tr("The document has a key twice."), where,
                       Texts::tr("Remove one of them in the text first."));
    return std::nullopt;
}

/// The changes, one member or item each, that make one collection of another: so that what is equal keeps its bytes and comments.
void appendSteps(QList<Change> &steps, const FieldPath &path, const Value &from, const Value &to)
{
    if (from == to)
        return;
    const bool isFilled = !from.isEmpty() && !to.isEmpty();
    if (isFilled && from.isMap() && to.isMap()) {
        for (const Member &member : from.members()) {
            if (!to.find(member.key))
                steps.append({.kind = Change::Kind::Remove, .path = path.child(member.key)});
        }
        for (const Member &member : to.members()) {
            if (const Value *old = from.find(member.key))
                appendSteps(steps, path.child(member.key), *old, member.value);
            else
                steps.append({.path = path.child(member.key), .value = member.value});
        }
        return;
    }
    if (!isFilled || !from.isList() || !to.isList()) {
        steps.append({.path = path, .value = to});
        return;
    }
    const auto &a = from.members();
    const auto &b = to.members();
    const auto same = [](const Member &x, const Member &y) { return x.value == y.value; };
    const size_t head = size_t(std::mismatch(a.begin(), a.end(), b.begin(), b.end(), same).first - a.begin());
    const size_t most = std::min(a.size(), b.size()) - head;
    const size_t tail =
        std::min(most, size_t(std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend(), same).first - a.rbegin()));
    const size_t common = most - tail;
    for (size_t i = head; i < head + common; ++i)
        appendSteps(steps, path.index(int(i)), a[i].value, b[i].value);
    for (size_t i = head + common; i < b.size() - tail; ++i)
        steps.append({.kind = Change::Kind::Insert, .path = path.index(int(i)), .value = b[i].value});
    for (size_t i = head + common; i < a.size() - tail; ++i)
        steps.append({.kind = Change::Kind::Remove, .path = path.index(int(head + common))});
}

/// Patches one document of a text.
class Patcher
{
public:
    Patcher(const Stream &stream, size_t document)
        : m_stream(stream)
        , m_number(document)
        , m_document(*stream.documents[document])
        , m_finder(stream.text, m_document)
    {
    }

    Result<TextEdits> patch(const Change &change) const
    {
        const QString where = change.path.toString();
        if (const auto error = obstacle(m_document, where))
            return *error;
        if (auto edits = typed(change))
            return *edits;
        const Value before = toValue(m_document.root);
        const auto after = changed(before, change);
        if (!after)
            return refusal(Texts::tr("The document has no such place."), where, Texts::tr("Change it in the text."));
        if (const auto edits = inSteps(change, before))
            return *edits;
        if (const auto edits = m_finder.find(change); edits && says(*edits, *after))
            return *edits;
        if (!change.lines.isEmpty()) { // the values count, not how they were written
            Change anew = change;
            anew.lines.clear();
            return patch(anew);
        }
        if (const auto edits = rewritten(change.path, *after))
            return *edits;
        return refusal(Texts::tr("No way was found to write it into this text."), where,
                       Texts::tr("Change it in the text."));
    }

    /// Several changes, made one after the other, found in the text as it is before the first: the price of one, however many there
    /// are. nullopt where they touch each other, or one of them has no small edit: then they are made one by one.
    std::optional<TextEdits> together(const QList<Change> &changes) const
    {
        if (obstacle(m_document, {}))
            return std::nullopt;
        Shifts shifts;
        QSet<FieldPath> places;
        TextEdits edits;
        std::optional<Value> after; // as soon as something is not sure by itself
        for (qsizetype i = 0; i < changes.size(); ++i) {
            const Change &change = changes[i];
            Change here = change;
            const auto path = shifts.before(change);
            const bool isSecond = path && change.kind == Change::Kind::Set && places.contains(*path);
            if (!path || isSecond)
                return std::nullopt;
            here.path = *path;
            places.insert(*path);
            auto found = typed(here);
            if (!found) {
                if (!after)
                    after = made(changes.first(i));
                if (!makeChange(*after, change))
                    return std::nullopt;
                found = m_finder.find(here);
                if (change.kind == Change::Kind::Set)
                    shifts.forget(change.path);
            } else if (after && !makeChange(*after, change)) {
                return std::nullopt;
            }
            if (!found)
                return std::nullopt;
            edits += *found;
            shifts.add(change);
        }
        // Of two at one place the first made comes first.
        std::stable_sort(edits.begin(), edits.end(), [](const TextEdit &a, const TextEdit &b) {
            return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end);
        });
        if (!canApply(edits, m_stream.text.size()))
            return std::nullopt;
        return !after || says(edits, *after) ? std::optional(edits) : std::nullopt;
    }

private:
    /// The document's value after changes that fit it.
    Value made(const QList<Change> &changes) const
    {
        Value value = toValue(m_document.root);
        for (const Change &change : changes)
            makeChange(value, change);
        return value;
    }

    /// The edit of a scalar that a person types: sure by itself, so that the document need not be read again.
    std::optional<TextEdits> typed(const Change &change) const
    {
        if (change.kind != Change::Kind::Set || change.value.isCollection())
            return std::nullopt;
        const Layout layout(m_stream.text, m_document.content.end);
        const auto spot = Spot::find(layout, m_document, change.path);
        if (!spot || spot->node().kind != NodeKind::Scalar)
            return std::nullopt;
        if (resolve(spot->node()) == change.value)
            return TextEdits{};
        const auto edits = m_finder.find(change);
        if (!edits || edits->size() != 1 || edits->front().range != spot->node().range)
            return std::nullopt;
        const auto node =
            scalarInPlace(spot->node(), edits->front().text, spot->inFlow(), layout.at(spot->node().range.end));
        return node && resolve(*node) == change.value ? edits : std::nullopt;
    }

    /// A collection that replaces another of its type is made member by member.
    std::optional<TextEdits> inSteps(const Change &change, const Value &before) const
    {
        if (change.kind != Change::Kind::Set || !change.value.isCollection() || change.value.isEmpty())
            return std::nullopt;
        const Node *node = m_document.root.find(change.path);
        if (!node || !node->isCollection() || node->members.empty())
            return std::nullopt;
        QList<Change> steps;
        appendSteps(steps, change.path, toValue(*node), change.value);
        if (steps.size() == 1 && steps.front().path == change.path)
            return std::nullopt;
        QList<std::pair<int, Change>> numbered;
        for (const Change &step : steps)
            numbered.append({int(m_number), step});
        const auto edits = yaml::patch(m_stream, numbered);
        const auto after = changed(before, change);
        return edits && after && says(*edits, *after) ? std::optional(*edits) : std::nullopt;
    }

    /// The smallest collection around the change that can be written anew, or the whole document's value.
    std::optional<TextEdits> rewritten(FieldPath path, const Value &after) const
    {
        while (true) {
            const Value *part = &after;
            for (const PathElement &element : path.elements())
                part = element.isIndex() ? &(*part)[size_t(element.index)] : &(*part)[element.name];
            if (m_document.root.find(path)) {
                if (const auto edits = m_finder.rewrite(path, *part); edits && says(*edits, after))
                    return edits;
            }
            if (path.isEmpty())
                return std::nullopt;
            path = path.parent();
        }
    }

    /// True where the document, read again after the edits, says exactly this and still ends before the next one.
    bool says(const TextEdits &edits, const Value &expected) const
    {
        const Range range = m_document.range;
        TextEdits local = edits;
        for (TextEdit &edit : local)
            edit.range = {edit.range.begin - range.begin, edit.range.end - range.begin};
        if (!canApply(local, range.size()))
            return false;
        const QByteArray text = apply(local, m_stream.text.sliced(range.begin, range.size()));
        const bool isLast = m_number + 1 == m_stream.documents.size();
        if (!isLast && !text.endsWith('\n') && !text.endsWith('\r'))
            return false;
        const Stream read = parse(text);
        if (read.documents.size() != 1)
            return read.documents.empty() && read.problems.isEmpty() && expected.isNull();
        const Document &document = *read.documents.front();
        return !document.broken && !document.hasAliases && document.problems.isEmpty()
            && toValue(document.root) == expected;
    }

    const Stream &m_stream;
    size_t m_number;
    const Document &m_document;
    EditFinder m_finder;
};

bool isBlank(const Document &document)
{
    return !document.broken && document.root.kind == NodeKind::Null && document.root.range.size() == 0;
}

TextEdits appended(const Stream &stream, const Value &value)
{
    const auto &documents = stream.documents;
    BlockStyle style;
    style.sortsKeys = false;
    if (!documents.empty())
        style = styleAround(Layout(stream.text, documents.back()->content.end), *documents.back());
    QByteArray text;
    BlockWriter(text, style).write(value, 0);
    if (!value.isCollection() || value.isEmpty())
        text.remove(0, 1);
    const bool isFirst = documents.empty() || (documents.size() == 1 && isBlank(*documents.front()));
    if (!isFirst)
        text.prepend("---" + style.lineEnd);
    if (!stream.text.isEmpty() && !documents.empty() && !stream.text.endsWith('\n') && !stream.text.endsWith('\r'))
        text.prepend(style.lineEnd);
    return {{{stream.text.size(), stream.text.size()}, text}};
}

TextEdits removed(const Stream &stream, const Document &document)
{
    Range range = document.range;
    if (range.begin == 0 && stream.text.startsWith("\xef\xbb\xbf"))
        range.begin = 3;
    return {{range, {}}};
}

/// Makes changes one after the other, as many at once as do not touch each other.
class Sequence
{
public:
    Sequence(const Stream &stream, const QList<std::pair<int, Change>> &changes)
        : m_changes(changes)
        , m_now(stream)
    {
    }

    const TextEdits &edits() const { return m_edits; }

    std::optional<Error> make(qsizetype first, qsizetype count)
    {
        if (count == 1) {
            const Result<TextEdits> edits = patch(m_now, m_changes[first].first, m_changes[first].second);
            if (!edits)
                return edits.error();
            take(*edits);
            return std::nullopt;
        }
        if (const auto edits = together(first, count)) {
            take(*edits);
            return std::nullopt;
        }
        const qsizetype half = count / 2;
        const auto error = make(first, half);
        return error ? error : make(first + half, count - half);
    }

private:
    std::optional<TextEdits> together(qsizetype first, qsizetype count) const
    {
        const int document = m_changes[first].first;
        QList<Change> changes;
        for (qsizetype i = first; i < first + count; ++i) {
            const auto &[number, change] = m_changes[i];
            const bool isWhole =
                change.kind == Change::Kind::AppendDocument || change.kind == Change::Kind::RemoveDocument;
            if (number != document || isWhole)
                return std::nullopt;
            changes.append(change);
        }
        if (!m_now.problems.isEmpty() || document < 0 || size_t(document) >= m_now.documents.size())
            return std::nullopt;
        return Patcher(m_now, size_t(document)).together(changes);
    }

    void take(const TextEdits &edits)
    {
        m_now = reparse(m_now, apply(edits, m_now.text));
        m_edits = m_edits.isEmpty() ? edits : compose(m_edits, edits);
    }

    const QList<std::pair<int, Change>> &m_changes;
    Stream m_now;
    TextEdits m_edits;
};

} // namespace

Result<TextEdits> patch(const Stream &stream, int document, const Change &change)
{
    const QString where = Texts::tr("document %1").arg(document + 1);
    if (!stream.problems.isEmpty())
        return refusal(Texts::tr("The file cannot be read."), where, stream.problems.front().message);
    if (change.kind == Change::Kind::AppendDocument)
        return appended(stream, change.value);
    if (document < 0 || size_t(document) >= stream.documents.size())
        return refusal(Texts::tr("The file has no such document."), where, Texts::tr("Change it in the text."));
    if (change.kind == Change::Kind::RemoveDocument)
        return removed(stream, *stream.documents[size_t(document)]);
    return Patcher(stream, size_t(document)).patch(change);
}

Result<TextEdits> patch(const Stream &stream, const QList<std::pair<int, Change>> &changes)
{
    Sequence sequence(stream, changes);
    const auto error = changes.isEmpty() ? std::nullopt : sequence.make(0, changes.size());
    return error ? Result<TextEdits>(*error) : Result<TextEdits>(sequence.edits());
}

} // namespace sallyport::yaml
