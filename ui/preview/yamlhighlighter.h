// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QObject>
#include <QTextLayout>

#include <memory>

class QTextBlock;
class QTextDocument;

namespace KSyntaxHighlighting {
class State;
}

namespace sallyport {

/// Colours the lines of a YAML text that are looked at, and no others.
///
/// A line is coloured the first time it is shown, and again when it or the state before it has changed; a text of 200,000 lines costs
/// nothing until it is scrolled to. What the syntax is, KSyntaxHighlighting knows; the colours are the theme's.
class YamlHighlighter : public QObject
{
    Q_OBJECT
public:
    explicit YamlHighlighter(QTextDocument *document);
    ~YamlHighlighter() override;

    /// Everything is coloured anew when it is shown next.
    void setSyntax(const Theme::Syntax &syntax);
    /// Sees to it that these lines have their colours.
    void ensure(int firstLine, int lastLine);

private:
    class Engine;

    void invalidate(int position, int removed, int added);
    bool isCurrent(const QTextBlock &block) const;
    QTextBlock startFor(const QTextBlock &block) const;
    KSyntaxHighlighting::State stateBefore(const QTextBlock &block) const;
    void highlightLines(int firstLine, int lastLine);
    void highlight(QTextBlock block);

    QTextDocument *m_document;
    std::unique_ptr<Engine> m_engine;
    int m_generation = 1; ///< Lines coloured in an earlier one are stale.
    // Lines that changed above coloured ones since ensure() was last called; -1 = none.
    int m_staleFirst = -1;
    int m_staleLast = -1;
    int m_blockCount = 0;
};

} // namespace sallyport
