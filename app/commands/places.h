// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"

#include <optional>
#include <vector>

namespace sallyport {

/// Where a field stands, in words for people and programs.
struct ReportedPlace {
    QString file; ///< Empty where there is no file.
    yaml::Position begin, end; ///< The end is one past the last character. Lines are 0 where the field stands nowhere.
    QString field; ///< Empty for a whole document.

    QString toString() const; ///< policy.yaml:12:5
};

/// Knows where the fields of a workspace stand; reads the lines of each file once. The workspace must outlive it.
class Places
{
public:
    explicit Places(const Workspace &workspace);

    /// The place of a field, or of `range` in its file where that is given.
    ReportedPlace of(const FieldRef &field, yaml::Range range = {-1, -1});

private:
    yaml::Position position(int file, qsizetype offset);

    const Workspace &m_workspace;
    std::vector<std::optional<yaml::LineIndex>> m_lines;
};

} // namespace sallyport
