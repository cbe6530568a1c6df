// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "ui/preview/lineset.h"
#include "ui/preview/search.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTimer>

namespace sallyport {

class Gutter;
class YamlHighlighter;

/// A finding as a view shows it: underlined characters, a sign in the gutter, a sentence for the pointer.
struct FindingMark {
    int begin = 0; ///< Positions in the text.
    int end = 0;
    Severity severity = Severity::Error;
    QString message;
    bool operator==(const FindingMark &) const = default;
};

/// YAML to read or to edit: line numbers, colours, marks for findings and for lines, search matches, zoom.
///
/// It shows; what it shows comes from TextSync and from the tabs. Everything is painted from plain lists for the lines in sight alone,
/// so that a mark costs nothing where it is not looked at.
class YamlView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit YamlView(QWidget *parent = nullptr);
    ~YamlView() override;

    /// Lines of the whole text, filled in or not: the gutter keeps its width while the text is filled.
    void setExpectedLines(int lines);
    void setFindings(const QList<FindingMark> &findings); ///< Ascending by begin.
    void setMarkedLines(const LineSet &lines); ///< Those that the selected field made.
    void flashLines(const LineSet &lines); ///< Marks them for a moment, instead of those before.
    void setSearch(const Search &search);

    /// Scrolls as little as it takes to have these lines in sight, with some lines around them.
    void bringIntoView(LineRange lines);
    void setCursor(int position); ///< Without scrolling.
    int cursorLine() const;

    int zoom() const { return m_zoom; } ///< In steps of a point, from the size of the window's text.
    void setZoom(int steps);

    /// The finding at the position, the worst where there are several, or null.
    const FindingMark *findingAt(int position) const;
    /// The worst finding that starts in the line, or null.
    const FindingMark *findingOfLine(int line) const;
    QString findingsText(int line) const; ///< All messages of a line, for a tool tip.
    const LineSet &markedLines() const { return m_marked; }
    const LineSet &flashedLines() const { return m_flashed; }

    /// A line in sight, in coordinates of the viewport.
    struct VisibleLine {
        QTextBlock block;
        QRectF rect;
    };
    QList<VisibleLine> visibleLines() const;
    int expectedLines() const { return m_expectedLines; }
    void setGutterWidth(int width);

signals:
    void zoomChanged(int steps);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void paintLineGrounds(QPainter &painter, const QList<VisibleLine> &lines) const;
    void paintMatches(QPainter &painter, const VisibleLine &line) const;
    void paintUnderlines(QPainter &painter, const QList<VisibleLine> &lines) const;
    QRectF rectOf(const VisibleLine &line, int begin, int end) const;
    void shiftMarks(int position, int removed, int added);
    void applyFont();
    void applyTheme();

    Gutter *m_gutter;
    YamlHighlighter *m_highlighter;
    QTimer m_flashTimer;
    int m_expectedLines = 1;
    int m_blockCount = 1;
    int m_zoom = 0;
    QList<FindingMark> m_findings;
    LineSet m_marked;
    LineSet m_flashed;
    Search m_search;
};

} // namespace sallyport
