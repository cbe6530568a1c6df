// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/object.h"
#include "ui/preview/linetable.h"

#include <memory>
#include <vector>

namespace sallyport {

/// Generated objects as the lines of one YAML stream, each object under a line `---`.
///
/// Nothing is joined: the lines are read from the objects' own texts, and a change of some objects costs as much as those objects.
class ObjectLines
{
public:
    /// One object that is shown; `index` is its place in the compilation.
    struct Entry {
        std::shared_ptr<const ObjectContent> content;
        int index = -1;
    };

    /// Shows these objects instead. Returns what changed, in ascending order.
    QList<LinePatch> set(std::vector<Entry> entries);

    int lineCount() const { return m_starts.empty() ? 0 : m_starts.back(); }
    QString lines(int first, int count) const;

    const std::vector<Entry> &entries() const { return m_entries; }
    int entryAt(int line) const; ///< -1 where there is none.
    int startOf(int entry) const { return m_starts[size_t(entry)]; } ///< The line of its `---`.
    int yamlStartOf(int entry) const { return startOf(entry) + 1; }

private:
    int linesOf(const Entry &entry) const;
    QByteArrayView textFrom(int entry, int line) const;

    std::vector<Entry> m_entries;
    std::vector<int> m_starts; ///< Of each entry, and the end of the last.

    // Where the last look-up ended: a big object is read in pieces, one after the other.
    mutable int m_knownEntry = -1;
    mutable int m_knownLine = 0;
    mutable qsizetype m_knownOffset = 0;
};

} // namespace sallyport
