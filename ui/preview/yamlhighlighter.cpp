// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/yamlhighlighter.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// How far back to look for a line whose state is known. Further than any block scalar that people write.
constexpr int linesBack = 2000;
/// Edits of more lines than this leave the rest to be coloured when it is shown.
constexpr int linesAtOnce = 200;

/// What is known of a line that has been coloured.
class LineState : public QTextBlockUserData
{
public:
    KSyntaxHighlighting::State before;
    KSyntaxHighlighting::State after;
    int generation = 0;
};

LineState *stateOf(const QTextBlock &block)
{
    return static_cast<LineState *>(block.userData());
}

/// Each document of a stream starts anew, whatever the one before left open.
bool startsDocument(const QTextBlock &block)
{
    return block.text().startsWith("---"_L1);
}

KSyntaxHighlighting::Definition yamlDefinition()
{
    // Loading the index of all languages takes 20 ms: not before the first line is coloured, and once.
    static const KSyntaxHighlighting::Repository repository;
    return repository.definitionForName(u"YAML"_s);
}

} // namespace

/// KSyntaxHighlighting at work on one line.
class YamlHighlighter::Engine : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Engine() { setDefinition(yamlDefinition()); }

    KSyntaxHighlighting::State run(const QString &line, const KSyntaxHighlighting::State &before)
    {
        formats.clear();
        return highlightLine(line, before);
    }

    Theme::Syntax syntax;
    QList<QTextLayout::FormatRange> formats;

private:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const QColor color = colorOf(format.textStyle());
        if (!color.isValid() || length == 0)
            return;
        QTextLayout::FormatRange range{offset, length, {}};
        range.format.setForeground(color);
        formats.append(range);
    }

    QColor colorOf(KSyntaxHighlighting::Theme::TextStyle style) const
    {
        using Style = KSyntaxHighlighting::Theme::TextStyle;
        switch (style) {
        case Style::Function:
            return syntax.key;
        case Style::String:
        case Style::SpecialChar:
            return syntax.string;
        case Style::DecVal:
        case Style::BaseN:
        case Style::Float:
            return syntax.number;
        case Style::BuiltIn:
        case Style::Others: // anchors and aliases
        case Style::DataType:
            return syntax.keyword;
        case Style::Comment:
            return syntax.comment;
        case Style::Keyword: // dashes, colons, brackets
        case Style::Preprocessor: // directives and the lines between documents
            return syntax.punctuation;
        case Style::Error:
            return syntax.invalid;
        default:
            return {};
        }
    }
};

YamlHighlighter::YamlHighlighter(QTextDocument *document)
    : QObject(document)
    , m_document(document)
{
    connect(document, &QTextDocument::contentsChange, this, &YamlHighlighter::invalidate);
}

YamlHighlighter::~YamlHighlighter() = default;

void YamlHighlighter::setSyntax(const Theme::Syntax &syntax)
{
    if (!m_engine)
        m_engine = std::make_unique<Engine>();
    m_engine->syntax = syntax;
    ++m_generation;
}

bool YamlHighlighter::isCurrent(const QTextBlock &block) const
{
    const LineState *state = stateOf(block);
    return state && state->generation == m_generation;
}

void YamlHighlighter::invalidate(int position, int, int added)
{
    const QTextBlock first = m_document->findBlock(position);
    QTextBlock block = first;
    QTextBlock last = first;
    for (; block.isValid() && block.position() <= position + added; block = block.next()) {
        if (LineState *state = stateOf(block))
            state->generation = 0;
        last = block;
    }
    if (!block.isValid() || !isCurrent(block))
        return; // nothing below to keep right
    if (m_staleFirst >= 0)
        m_staleLast += m_document->blockCount() - m_blockCount;
    m_staleFirst = m_staleFirst < 0 ? first.blockNumber() : std::min(m_staleFirst, first.blockNumber());
    m_staleLast = std::max(m_staleLast, last.blockNumber());
    m_blockCount = m_document->blockCount();
}

void YamlHighlighter::ensure(int firstLine, int lastLine)
{
    if (!m_engine)
        return;
    if (m_staleFirst >= 0 && m_staleLast - m_staleFirst > linesAtOnce)
        ++m_generation;
    else if (m_staleFirst >= 0)
        highlightLines(m_staleFirst, m_staleLast);
    m_staleFirst = m_staleLast = -1;
    highlightLines(firstLine, lastLine);
}

void YamlHighlighter::highlightLines(int firstLine, int lastLine)
{
    QTextBlock block = m_document->findBlockByNumber(firstLine);
    while (block.isValid() && block.blockNumber() <= lastLine && isCurrent(block))
        block = block.next();
    if (!block.isValid() || block.blockNumber() > lastLine)
        return;
    for (block = startFor(block); block.isValid(); block = block.next()) {
        highlight(block);
        // Below the last line only as far as what was coloured there no longer holds.
        const QTextBlock next = block.next();
        const bool nextIsRight = !next.isValid() || !isCurrent(next) || stateOf(next)->before == stateBefore(next);
        if (block.blockNumber() >= lastLine && nextIsRight)
            break;
    }
}

/// The nearest line from which `block` can be coloured: one behind a line whose state is known, or the start of a document.
QTextBlock YamlHighlighter::startFor(const QTextBlock &block) const
{
    QTextBlock start = block;
    for (int i = 0; i < linesBack; ++i) {
        const QTextBlock previous = start.previous();
        if (!previous.isValid() || isCurrent(previous) || startsDocument(start))
            break;
        start = previous;
    }
    return start;
}

/// What the line starts with, as far as the line above it is known.
KSyntaxHighlighting::State YamlHighlighter::stateBefore(const QTextBlock &block) const
{
    const QTextBlock previous = block.previous();
    if (!previous.isValid() || !isCurrent(previous) || startsDocument(block))
        return {};
    return stateOf(previous)->after;
}

void YamlHighlighter::highlight(QTextBlock block)
{
    const KSyntaxHighlighting::State before = stateBefore(block);
    if (isCurrent(block) && stateOf(block)->before == before)
        return;
    LineState *state = stateOf(block);
    if (!state)
        block.setUserData(state = new LineState); // the block owns it
    state->before = before;
    state->after = m_engine->run(block.text(), before);
    state->generation = m_generation;
    block.layout()->setFormats(m_engine->formats);
    m_document->markContentsDirty(block.position(), block.length());
}

} // namespace sallyport
