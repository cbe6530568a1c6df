// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/split.h"

#include "core/yaml/layout.h"

namespace sallyport::yaml {

namespace {

enum class Line { Blank, Directive, Start, End, Content };

Line kindOf(const Layout &layout, qsizetype line)
{
    const auto isMarker = [&](char c) {
        return layout.at(line) == c && layout.at(line + 1) == c && layout.at(line + 2) == c
            && layout.isBlankOrBreakAt(line + 3);
    };
    if (isMarker('-'))
        return Line::Start;
    if (isMarker('.'))
        return Line::End;
    if (layout.at(line) == '%')
        return Line::Directive;
    const qsizetype first = layout.skipBlanks(line);
    return layout.isBreakAt(first) || layout.at(first) == '#' ? Line::Blank : Line::Content;
}

/// Collects documents while the text is read line by line.
class Splitter
{
public:
    explicit Splitter(Layout layout)
        : m_layout(layout)
    {
    }

    void add(qsizetype line)
    {
        switch (kindOf(m_layout, line)) {
        case Line::Start:
            start(line);
            break;
        case Line::End:
            if (m_state != State::Ended)
                m_documents.back().content.end = line;
            m_state = State::Ended;
            m_tail = m_layout.nextLine(line);
            break;
        case Line::Directive:
        case Line::Content:
            content(line);
            break;
        case Line::Blank:
            break;
        }
    }

    std::vector<DocumentRange> finish()
    {
        m_documents.back().range.end = m_layout.end();
        if (m_state != State::Ended)
            m_documents.back().content.end = m_layout.end();
        return std::move(m_documents);
    }

    void open(qsizetype begin, qsizetype content)
    {
        if (!m_documents.empty()) {
            m_documents.back().range.end = begin;
            if (m_state != State::Ended)
                m_documents.back().content.end = begin;
        }
        m_documents.push_back({{begin, begin}, {content, content}});
        m_state = State::Prologue;
        m_tail = begin;
    }

private:
    enum class State {
        Prologue, ///< Nothing but blank lines, comments and directives so far: a --- belongs to this document.
        Open,
        Ended, ///< Behind a line of three dots: what follows is the next document's.
    };

    void start(qsizetype line)
    {
        if (m_state != State::Prologue)
            open(m_state == State::Ended ? m_tail : line, line);
        const qsizetype rest = m_layout.skipBlanks(line + 3);
        const bool isAlone = m_layout.isBreakAt(rest) || m_layout.at(rest) == '#';
        m_documents.back().content.begin = isAlone ? m_layout.nextLine(line) : line + 3;
        m_state = State::Open;
    }

    void content(qsizetype line)
    {
        const bool isDirective = m_layout.at(line) == '%';
        if (m_state == State::Ended)
            open(m_tail, m_tail);
        if (m_state == State::Prologue && !isDirective)
            m_state = State::Open;
    }

    Layout m_layout;
    std::vector<DocumentRange> m_documents;
    State m_state = State::Prologue;
    qsizetype m_tail = 0;
};

} // namespace

std::vector<DocumentRange> splitDocuments(QByteArrayView text, qsizetype begin)
{
    const Layout layout(text);
    if (begin == text.size())
        return {};
    Splitter splitter(layout);
    splitter.open(0, begin);
    for (qsizetype line = begin; line < text.size(); line = layout.nextLine(line))
        splitter.add(line);
    return splitter.finish();
}

} // namespace sallyport::yaml
