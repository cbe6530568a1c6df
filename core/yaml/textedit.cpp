// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/textedit.h"

namespace sallyport::yaml {

bool canApply(const TextEdits &edits, qsizetype textSize)
{
    qsizetype reached = 0;
    for (const TextEdit &edit : edits) {
        if (edit.range.begin < reached || edit.range.end < edit.range.begin || edit.range.end > textSize)
            return false;
        reached = edit.range.end;
    }
    return true;
}

QByteArray apply(const TextEdits &edits, const QByteArray &text)
{
    Q_ASSERT(canApply(edits, text.size()));
    qsizetype size = text.size();
    for (const TextEdit &edit : edits)
        size += edit.text.size() - edit.range.size();
    QByteArray result;
    result.reserve(size);
    qsizetype copied = 0;
    for (const TextEdit &edit : edits) {
        result.append(text.constData() + copied, edit.range.begin - copied);
        result.append(edit.text);
        copied = edit.range.end;
    }
    result.append(text.constData() + copied, text.size() - copied);
    return result;
}

TextEdits inverse(const TextEdits &edits, const QByteArray &text)
{
    TextEdits back;
    back.reserve(edits.size());
    qsizetype moved = 0;
    for (const TextEdit &edit : edits) {
        const qsizetype begin = edit.range.begin + moved;
        back.append({{begin, begin + edit.text.size()}, text.sliced(edit.range.begin, edit.range.size())});
        moved += edit.text.size() - edit.range.size();
    }
    return back;
}

} // namespace sallyport::yaml
