// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/document.h"
#include "core/yaml/encoding.h"

#include <algorithm>

namespace sallyport::yaml {

LineIndex::LineIndex(const QByteArray &text)
    : m_text(text)
{
    m_starts.push_back(byteOrderMark(text));
    for (qsizetype i = m_starts.front(); i < text.size(); ++i) {
        const bool endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        if (endsLine)
            m_starts.push_back(i + 1);
    }
}

Position LineIndex::position(qsizetype offset) const
{
    offset = std::clamp(offset, m_starts.front(), m_text.size());
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    const qsizetype line = next - m_starts.begin();
    const auto begin = m_text.begin() + *(next - 1);
    const auto characters =
        std::count_if(begin, m_text.begin() + offset, [](char c) { return (uchar(c) & 0xc0) != 0x80; });
    return {int(line), int(characters) + 1};
}

qsizetype LineIndex::lineStart(int line) const
{
    if (line < 1)
        return m_starts.front();
    return size_t(line) > m_starts.size() ? m_text.size() : m_starts[size_t(line) - 1];
}

} // namespace sallyport::yaml
