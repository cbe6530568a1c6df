// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/reader.h"

#include "core/yaml/encoding.h"
#include "core/yaml/limits.h"
#include "core/yaml/problems.h"
#include "core/yaml/treebuilder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

namespace sallyport::yaml {

namespace {

/// Hands a text to yaml-cpp in slices, and stops when yaml-cpp takes many without saying anything: it then reads one huge text, or queues
/// tokens, at twenty times the size of the text, for a key that may start with a long flow collection.
class WatchedText : public std::streambuf
{
public:
    WatchedText(QByteArray text, const TreeBuilder &builder)
        : m_text(std::move(text))
        , m_builder(builder)
    {
    }

    bool hasStopped() const { return m_hasStopped; }
    qsizetype lastProgress() const { return m_lastProgress; }

protected:
    int_type underflow() override
    {
        if (m_events != m_builder.eventCount()) {
            m_events = m_builder.eventCount();
            m_lastProgress = m_given;
            m_punctuation = 0;
        }
        if (m_given == m_text.size() || m_hasStopped)
            return traits_type::eof();
        constexpr qsizetype sliceSize = 4096;
        char *const slice = m_text.data() + m_given;
        const qsizetype size = std::min(sliceSize, m_text.size() - m_given);
        m_given += size;
        // Every queued token has its comma, colon or bracket.
        m_punctuation += std::count_if(slice, slice + size, [](char c) {
            return c == ',' || c == ':' || c == '[' || c == ']' || c == '{' || c == '}';
        });
        if (m_given - m_lastProgress > limits::queuedBytes || m_punctuation > limits::queuedPunctuation) {
            m_hasStopped = true;
            return traits_type::eof();
        }
        setg(slice, slice, slice + size);
        return traits_type::to_int_type(*slice);
    }

private:
    QByteArray m_text;
    const TreeBuilder &m_builder;
    qsizetype m_given = 0;
    qint64 m_events = 0;
    qsizetype m_lastProgress = 0;
    qsizetype m_punctuation = 0;
    bool m_hasStopped = false;
};

/// The document's bytes as yaml-cpp shall see them: it ends lines at the kind of break that comes first, so a lone CR becomes LF.
QByteArray forReader(const QByteArray &text, Range range)
{
    QByteArray bytes = text.sliced(range.begin, range.size());
    for (qsizetype cr = bytes.indexOf('\r'); cr >= 0; cr = bytes.indexOf('\r', cr + 1)) {
        if (cr + 1 == bytes.size() || bytes.at(cr + 1) != '\n')
            bytes[cr] = '\n';
    }
    return bytes;
}

/// From an offset to the end of its line, within a document; never empty unless the document ends there.
Range lineFrom(const Layout &layout, qsizetype offset)
{
    offset = std::clamp(offset, qsizetype(0), layout.end());
    return {offset, std::max(layout.lineEnd(offset), std::min(offset + 1, layout.end()))};
}

void parseInto(TreeBuilder &builder, WatchedText &source, qsizetype begin, const Layout &layout)
{
    try {
        std::istream stream(&source);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {}
        if (source.hasStopped())
            throw BuildFailure{problems::pieceTooLong(lineFrom(layout, begin + source.lastProgress()))};
    } catch (const YAML::Exception &exception) {
        if (source.hasStopped())
            throw BuildFailure{problems::pieceTooLong(lineFrom(layout, begin + source.lastProgress()))};
        const qsizetype offset = exception.mark.is_null() ? begin : begin + exception.mark.pos;
        throw BuildFailure{problems::syntax(lineFrom(layout, offset), QByteArray::fromStdString(exception.msg))};
    }
}

} // namespace

Document parseDocument(const QByteArray &text, const DocumentRange &where, qint64 &nodes)
{
    Document document{.range = where.range, .content = where.content};
    document.root.range = {where.content.begin, where.content.begin};
    const qsizetype begin = where.range.begin == 0 ? byteOrderMark(text) : where.range.begin;
    const auto breakWith = [&](const Problem &problem) {
        document.root = {};
        document.root.range = {where.content.begin, where.content.begin};
        document.broken = true;
        document.problems = {problem};
    };
    if (const auto problem = characterProblem(text, {begin, where.range.end})) {
        breakWith(*problem);
        return document;
    }
    const Layout layout(text, where.content.end);
    TreeBuilder builder(layout, begin, where.content.begin, nodes);
    WatchedText source(forReader(text, {begin, where.range.end}), builder);
    try {
        parseInto(builder, source, begin, layout);
        if (builder.hasRoot())
            document.root = builder.takeRoot();
        document.hasAliases = builder.hasAliases();
        document.problems = builder.takeProblems();
    } catch (const BuildFailure &failure) {
        breakWith(failure.problem);
    }
    return document;
}

} // namespace sallyport::yaml
