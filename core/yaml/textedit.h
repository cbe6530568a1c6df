// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace sallyport::yaml {

/// A stretch of a file's text: byte offsets from the start of the file, a byte order mark included; `end` is one past the last.
struct Range {
    qsizetype begin = 0;
    qsizetype end = 0;

    qsizetype size() const { return end - begin; }
    bool contains(qsizetype offset) const { return offset >= begin && offset < end; }
    bool operator==(const Range &) const = default;
};

/// Replaces the bytes of `range` by `text`.
struct TextEdit {
    Range range;
    QByteArray text;

    bool operator==(const TextEdit &) const = default;
};

/// Edits that do not overlap, in ascending order, all in offsets of the text before the first of them.
using TextEdits = QList<TextEdit>;

/// False where an edit lies outside the text, or two overlap or are out of order.
bool canApply(const TextEdits &edits, qsizetype textSize);
/// The text after the edits. Precondition: canApply().
QByteArray apply(const TextEdits &edits, const QByteArray &text);
/// The edits that undo `edits`, in offsets of the text after them; `text` is the text before.
TextEdits inverse(const TextEdits &edits, const QByteArray &text);
/// The edits that do at once what `first` does and then `second`, which is in offsets of the text after `first`.
TextEdits compose(const TextEdits &first, const TextEdits &second);

} // namespace sallyport::yaml
