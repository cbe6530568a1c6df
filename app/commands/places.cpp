// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/places.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

QString ReportedPlace::toString() const
{
    return file.isEmpty() ? u"sallyport"_s : u"%1:%2:%3"_s.arg(file).arg(begin.line).arg(begin.column);
}

Places::Places(const Workspace &workspace)
    : m_workspace(workspace)
    , m_lines(workspace.files.size())
{
}

ReportedPlace Places::of(const FieldRef &field, yaml::Range range)
{
    if (!field.isValid())
        return {};
    const SourceFile &file = *m_workspace.files[size_t(field.file)];
    ReportedPlace place{.file = file.path, .begin = {}, .end = {}, .field = field.path.toString()};
    if (range.begin < 0 && field.document >= 0 && size_t(field.document) < file.stream.documents.size())
        range = yaml::locate(*file.stream.documents[size_t(field.document)], field.path);
    if (range.begin >= 0) {
        place.begin = position(field.file, range.begin);
        place.end = position(field.file, std::max(range.begin, range.end));
    }
    return place;
}

yaml::Position Places::position(int file, qsizetype offset)
{
    std::optional<yaml::LineIndex> &lines = m_lines[size_t(file)];
    if (!lines)
        lines.emplace(m_workspace.files[size_t(file)]->stream.text);
    return lines->position(offset);
}

} // namespace sallyport
