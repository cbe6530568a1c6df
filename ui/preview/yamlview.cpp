// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/yamlview.h"

#include "ui/preview/gutter.h"
#include "ui/preview/yamlhighlighter.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace sallyport {

namespace {

constexpr int flashMilliseconds = 1500;
constexpr int smallestPointSize = 5;
constexpr int largestPointSize = 40;

void paintWave(QPainter &painter, const QRectF &rect, qreal step)
{
    QPainterPath wave(QPointF(rect.left(), rect.bottom() - step));
    bool down = true;
    for (qreal x = rect.left() + step; x < rect.right() + step; x += step, down = !down)
        wave.lineTo(x, rect.bottom() - (down ? 0 : step));
    painter.drawPath(wave);
}

} // namespace

YamlView::YamlView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new Gutter(this))
    , m_highlighter(new YamlHighlighter(document()))
{
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false); // history belongs to the workspace
    setFrameShape(NoFrame);
    setMouseTracking(true);
    applyFont();

    m_flashTimer.setSingleShot(true);
    m_flashTimer.setInterval(flashMilliseconds);
    connect(&m_flashTimer, &QTimer::timeout, this, [this] {
        m_flashed.clear();
        viewport()->update();
    });
    connect(document(), &QTextDocument::contentsChange, this, &YamlView::shiftMarks);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::cursorPositionChanged, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_gutter, qOverload<>(&QWidget::update));
    // After the first paint: colours may come a moment later than the window.
    QTimer::singleShot(0, this, &YamlView::applyTheme);
}

YamlView::~YamlView() = default;

void YamlView::setExpectedLines(int lines)
{
    m_expectedLines = lines;
    setGutterWidth(m_gutter->wantedWidth());
}

void YamlView::setGutterWidth(int width)
{
    if (viewportMargins().left() != width)
        setViewportMargins(width, 0, 0, 0);
    m_gutter->setGeometry(contentsRect().left(), viewport()->y(), width, viewport()->height());
}

void YamlView::setFindings(const QList<FindingMark> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    viewport()->update();
    m_gutter->update();
}

void YamlView::setMarkedLines(const LineSet &lines)
{
    if (lines == m_marked)
        return;
    m_marked = lines;
    viewport()->update();
    m_gutter->update();
}

void YamlView::flashLines(const LineSet &lines)
{
    m_flashed = lines;
    m_flashTimer.start();
    viewport()->update();
}

/// Keeps the marks at their places until those who know better set them anew.
void YamlView::shiftMarks(int position, int removed, int added)
{
    const auto shifted = [&](int at) {
        return at >= position + removed ? at + added - removed : std::min(at, position + added);
    };
    for (FindingMark &finding : m_findings) {
        finding.begin = shifted(finding.begin);
        finding.end = shifted(finding.end);
    }
    const int grown = document()->blockCount() - std::exchange(m_blockCount, document()->blockCount());
    if (grown == 0)
        return;
    const int line = document()->findBlock(position).blockNumber();
    m_marked.shift(line + 1, grown);
    m_flashed.shift(line + 1, grown);
}

void YamlView::setSearch(const Search &search)
{
    m_search = search;
    viewport()->update();
}

int YamlView::cursorLine() const
{
    return textCursor().blockNumber();
}

void YamlView::setCursor(int position)
{
    const int top = verticalScrollBar()->value();
    const int across = horizontalScrollBar()->value();
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(position, 0, document()->characterCount() - 1));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(top);
    horizontalScrollBar()->setValue(across);
}

void YamlView::bringIntoView(LineRange lines)
{
    const int shown = std::max(1, viewport()->height() / fontMetrics().lineSpacing());
    const int around = std::min(3, shown / 4);
    const int top = verticalScrollBar()->value();
    // Of more lines than fit, the first ones count.
    const int last = std::min(lines.last, lines.first + shown - 1 - 2 * around);
    if (lines.first < top)
        verticalScrollBar()->setValue(lines.first - around);
    else if (last >= top + shown)
        verticalScrollBar()->setValue(last + around - shown + 1);
}

const FindingMark *YamlView::findingAt(int position) const
{
    const FindingMark *worst = nullptr;
    for (const FindingMark &finding : m_findings) {
        if (finding.begin > position)
            break;
        const bool holds = position < std::max(finding.end, finding.begin + 1);
        if (holds && (!worst || finding.severity < worst->severity))
            worst = &finding;
    }
    return worst;
}

/// The findings that start in the line, as a half-open range.
static auto startingIn(const QList<FindingMark> &findings, const QTextBlock &block)
{
    const auto begin = std::ranges::lower_bound(findings, block.position(), {}, &FindingMark::begin);
    const auto end = std::ranges::lower_bound(findings, block.position() + block.length(), {}, &FindingMark::begin);
    return std::ranges::subrange(begin, end);
}

const FindingMark *YamlView::findingOfLine(int line) const
{
    const auto findings = startingIn(m_findings, document()->findBlockByNumber(line));
    const auto worst = std::ranges::min_element(findings, {}, &FindingMark::severity);
    return worst == findings.end() ? nullptr : &*worst;
}

QString YamlView::findingsText(int line) const
{
    QStringList messages;
    for (const FindingMark &finding : startingIn(m_findings, document()->findBlockByNumber(line)))
        messages.append(finding.message);
    return messages.join(u"\n\n");
}

QList<YamlView::VisibleLine> YamlView::visibleLines() const
{
    QList<VisibleLine> lines;
    QTextBlock block = firstVisibleBlock();
    const int bottom = viewport()->height();
    while (block.isValid()) {
        const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() >= bottom)
            break;
        lines.append({block, rect});
        block = block.next();
    }
    return lines;
}

void YamlView::paintEvent(QPaintEvent *event)
{
    const QList<VisibleLine> lines = visibleLines();
    if (!lines.isEmpty())
        m_highlighter->ensure(lines.first().block.blockNumber(), lines.last().block.blockNumber());
    {
        QPainter painter(viewport());
        paintLineGrounds(painter, lines);
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    paintUnderlines(painter, lines);
}

void YamlView::paintLineGrounds(QPainter &painter, const QList<VisibleLine> &lines) const
{
    const Theme &theme = Theme::of(this);
    const int current = cursorLine();
    for (const VisibleLine &line : lines) {
        const int number = line.block.blockNumber();
        const QRectF wide(0, line.rect.top(), viewport()->width(), line.rect.height());
        if (m_flashed.contains(number))
            painter.fillRect(wide, theme.touchedLine);
        else if (m_marked.contains(number))
            painter.fillRect(wide, theme.markedLine);
        else if (number == current)
            painter.fillRect(wide, theme.currentLine);
        paintMatches(painter, line);
    }
}

void YamlView::paintMatches(QPainter &painter, const VisibleLine &line) const
{
    if (m_search.isEmpty())
        return;
    for (int start : m_search.matches(line.block.text()))
        painter.fillRect(rectOf(line, start, start + int(m_search.text.size())), Theme::of(this).found);
}

/// Where the characters [begin, end) of a line are painted.
QRectF YamlView::rectOf(const VisibleLine &line, int begin, int end) const
{
    const QTextLine textLine = line.block.layout()->lineForTextPosition(begin);
    if (!textLine.isValid())
        return {};
    const qreal left = textLine.cursorToX(begin);
    const qreal right = std::max(textLine.cursorToX(end), left + fontMetrics().averageCharWidth());
    return {line.rect.left() + left, line.rect.top(), right - left, line.rect.height()};
}

void YamlView::paintUnderlines(QPainter &painter, const QList<VisibleLine> &lines) const
{
    if (m_findings.isEmpty() || lines.isEmpty())
        return;
    const Theme &theme = Theme::of(this);
    const qreal step = std::max(1.5, fontMetrics().height() / 9.0);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const FindingMark &finding : m_findings) {
        const QTextBlock lastLine = lines.last().block;
        if (finding.begin >= lastLine.position() + lastLine.length())
            break;
        if (std::max(finding.end, finding.begin + 1) <= lines.first().block.position())
            continue;
        painter.setPen(QPen(theme.of(finding.severity).text, step / 2));
        for (const VisibleLine &line : lines) {
            const int start = line.block.position();
            const QString text = line.block.text();
            const int indent = int(std::ranges::find_if(text, [](QChar c) { return !c.isSpace(); }) - text.begin());
            const int begin = std::max(finding.begin - start, finding.begin < start ? indent : 0);
            const int end = std::min<int>(finding.end - start, int(text.size()));
            const bool isHere = finding.begin >= start && finding.begin < start + line.block.length();
            if (isHere || (finding.begin < start && begin < end))
                paintWave(painter, rectOf(line, begin, std::max(begin, end)), step);
        }
    }
}

void YamlView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    setGutterWidth(m_gutter->wantedWidth());
}

void YamlView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    else if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
}

void YamlView::applyTheme()
{
    m_highlighter->setSyntax(Theme::of(this).syntax);
    viewport()->update();
    m_gutter->update();
}

void YamlView::setZoom(int steps)
{
    const int base = QApplication::font().pointSize();
    steps = std::clamp(steps, smallestPointSize - base, largestPointSize - base);
    if (steps == m_zoom)
        return;
    m_zoom = steps;
    applyFont();
    emit zoomChanged(steps);
}

void YamlView::applyFont()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSize(QApplication::font().pointSize()
                       + m_zoom); // as large as the window's text, whatever its size is
    setFont(fixed);
    setGutterWidth(m_gutter->wantedWidth());
}

void YamlView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QPlainTextEdit::wheelEvent(event);
    setZoom(m_zoom + (event->angleDelta().y() > 0 ? 1 : -1));
    event->accept();
}

bool YamlView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const FindingMark *finding = findingAt(cursorForPosition(help->pos()).position());
    QToolTip::showText(help->globalPos(), finding ? finding->message : QString(), viewport());
    return true;
}

} // namespace sallyport
