// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/document.h"

#include "core/yaml/encoding.h"
#include "core/yaml/limits.h"
#include "core/yaml/problems.h"
#include "core/yaml/reader.h"
#include "core/yaml/shift.h"
#include "core/yaml/split.h"

#include <algorithm>

namespace sallyport::yaml {

namespace {

/// The stretch of a text that an edit changed, as offsets before and after it.
struct Difference {
    Range before;
    Range after;

    qsizetype growth() const { return after.size() - before.size(); }
};

Difference difference(QByteArrayView before, QByteArrayView after)
{
    const qsizetype common = std::min(before.size(), after.size());
    const qsizetype head = std::mismatch(before.begin(), before.begin() + common, after.begin()).first - before.begin();
    qsizetype tail = 0;
    while (tail < common - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {{head, before.size() - tail}, {head, after.size() - tail}};
}

/// Finds documents of an earlier reading that stand, as they were, in the text now.
class Earlier
{
public:
    Earlier(const Stream &stream, const QByteArray &text)
        : m_stream(stream)
        , m_text(text)
        , m_difference(difference(stream.text, text))
    {
    }

    /// The document that is now at `where`, from the one that was there before; null where it has to be read.
    std::shared_ptr<const Document> document(const DocumentRange &where) const
    {
        const qsizetype growth = m_difference.growth();
        const bool isBehind = where.range.begin >= m_difference.after.end;
        const auto old = at(isBehind ? where.range.begin - growth : where.range.begin);
        if (!old)
            return nullptr;
        const bool isUntouched = isBehind || where.range.end <= m_difference.after.begin;
        const qsizetype moved = isBehind ? growth : 0;
        if (isUntouched && isSame(*old, where, moved, 0))
            return moved == 0 ? old : std::make_shared<const Document>(shifted(*old, moved));
        if (!isBehind && isSame(*old, where, 0, growth))
            return retyped(*old, m_text, m_difference.before, growth);
        return nullptr;
    }

private:
    std::shared_ptr<const Document> at(qsizetype begin) const
    {
        const auto &documents = m_stream.documents;
        const auto found = std::partition_point(documents.begin(), documents.end(), [begin](const auto &document) {
            return document->range.begin < begin;
        });
        return found != documents.end() && (*found)->range.begin == begin ? *found : nullptr;
    }

    /// True where both are cut alike, but for a move and for growth inside.
    static bool isSame(const Document &old, const DocumentRange &now, qsizetype moved, qsizetype growth)
    {
        return old.range.begin + moved == now.range.begin && old.range.end + moved + growth == now.range.end
            && old.content.begin + moved == now.content.begin && old.content.end + moved + growth == now.content.end;
    }

    const Stream &m_stream;
    const QByteArray &m_text;
    Difference m_difference;
};

} // namespace

Stream parse(const QByteArray &text)
{
    return reparse({}, text);
}

Stream reparse(const Stream &before, const QByteArray &text)
{
    Stream stream{.text = text};
    if (text.size() > limits::fileSize) {
        stream.problems.append(problems::fileTooLarge(text.size()));
        return stream;
    }
    if (const auto problem = encodingProblem(text)) {
        stream.problems.append(*problem);
        return stream;
    }
    const std::vector<DocumentRange> ranges = splitDocuments(text, byteOrderMark(text));
    if (ranges.size() > size_t(limits::documents)) {
        stream.problems.append(problems::tooManyDocuments(ranges[size_t(limits::documents)].range));
        return stream;
    }
    qint64 nodes = limits::nodes;
    stream.documents.reserve(ranges.size());
    const Earlier earlier(before, text);
    for (const DocumentRange &range : ranges) {
        auto document = earlier.document(range);
        if (!document)
            document = std::make_shared<const Document>(parseDocument(text, range, nodes));
        stream.documents.push_back(std::move(document));
    }
    return stream;
}

} // namespace sallyport::yaml
