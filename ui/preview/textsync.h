// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/preview/linetable.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QPlainTextEdit;

namespace sallyport {

/// Keeps an editor's text equal to lines that live elsewhere, without ever moving what the reader sees.
///
/// A big text is filled in slices between events; a change replaces only the characters that differ, so that cursor, scroll position
/// and highlighting stay. The editor must not wrap lines nor keep an undo history of its own.
class TextSync : public QObject
{
    Q_OBJECT
public:
    /// Gives lines joined by line feeds. Called at once for what is shown first, later for the rest.
    using Lines = std::function<QString(int first, int count)>;

    TextSync(QPlainTextEdit *view, Lines lines);

    /// Shows another text, from its start.
    void reset(int lineCount);
    /// Follows changes that the source of the lines has already made. Patches ascend.
    void follow(const QList<LinePatch> &patches, int lineCount);
    /// The reader changed the editor's text, and the source of the lines has followed.
    void noteTyping(int lineCount);

    int lineCount() const { return m_lineCount; } ///< Of the whole text.
    int filledLines() const { return m_filled; } ///< The lines [0, filledLines()) are in the editor.
    bool isComplete() const { return m_filled == m_lineCount; }
    void fillTo(int line); ///< At once, the line included.

    /// True while the text is changed from here: what the editor reports meanwhile is not typing.
    bool isWorking() const { return m_working; }

signals:
    void completed();
    /// The lines are new or have changed; not for reset() and filling.
    void replaced(int firstLine, int count);

private:
    void fillSlice();
    void append(int count);
    void replaceLines(const LinePatch &patch);
    void insertLines(int line, const QString &text, int count);
    void removeLines(int first, int count);
    void replaceText(int first, int count, const QString &text);
    int topAfter(const QList<LinePatch> &patches) const;

    QPlainTextEdit *m_view;
    Lines m_lines;
    QTimer m_timer;
    int m_lineCount = 0;
    int m_filled = 0;
    bool m_working = false;
};

} // namespace sallyport
