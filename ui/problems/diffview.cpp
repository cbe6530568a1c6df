// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/problems/diffview.h"

#include "ui/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QString sign(DiffLine::Kind kind)
{
    return kind == DiffLine::Kind::Added ? u"+ "_s : kind == DiffLine::Kind::Removed ? u"− "_s : u"  "_s;
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(tr("Difference"));
    setAccessibleDescription(tr("The lines that change: those with a minus sign go, those with a plus sign come."));
}

void DiffView::setDiff(const QList<FileDiff> &files)
{
    QStringList lines;
    m_kinds.clear();
    const auto add = [&](DiffLine::Kind kind, const QString &text) {
        lines.append(text);
        m_kinds.append(kind);
    };
    for (const FileDiff &file : files) {
        if (files.size() > 1)
            add(DiffLine::Kind::Same, file.title);
        for (qsizetype i = 0; i < file.hunks.size(); ++i) {
            if (i > 0)
                add(DiffLine::Kind::Same, u"⋯"_s);
            for (const DiffLine &line : file.hunks[i].lines)
                add(line.kind, sign(line.kind) + QString::fromUtf8(line.text));
        }
    }
    setPlainText(lines.join(u'\n'));
    paintGrounds();
}

void DiffView::paintGrounds()
{
    const Theme &theme = Theme::of(this);
    QList<QTextEdit::ExtraSelection> grounds;
    QTextBlock block = document()->begin();
    for (qsizetype i = 0; i < m_kinds.size() && block.isValid(); ++i, block = block.next()) {
        if (m_kinds[i] == DiffLine::Kind::Same)
            continue;
        QTextEdit::ExtraSelection ground;
        ground.cursor = QTextCursor(block);
        ground.format.setBackground(m_kinds[i] == DiffLine::Kind::Added ? theme.addedLine : theme.removedLine);
        ground.format.setProperty(QTextFormat::FullWidthSelection, true);
        grounds.append(ground);
    }
    setExtraSelections(grounds);
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintGrounds();
}

} // namespace sallyport
