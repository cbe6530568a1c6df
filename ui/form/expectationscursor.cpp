// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/expectationscursor.h"

using namespace Qt::StringLiterals;

namespace sallyport {

ExpectationsCursor::ExpectationsCursor(WorkspaceEditor *editor, Selection *selection, QObject *parent)
    : DocumentCursor(DocumentKind::Expectations, editor, selection, parent)
{
    follow();
}

FieldPath ExpectationsCursor::casesPath() const
{
    return FieldPath().child(u"spec"_s).child(u"cases"_s);
}

FieldPath ExpectationsCursor::casePath() const
{
    return casesPath().index(m_case);
}

void ExpectationsCursor::setCase(int index)
{
    if (index != m_case)
        select(casesPath().index(index));
}

FieldPath ExpectationsCursor::requestPath() const
{
    const FieldPath request = casePath().child(u"request"_s);
    return request.child(has(request.child(u"tcp"_s)) ? u"tcp"_s : u"url"_s);
}

QString ExpectationsCursor::caseTitle(const FieldPath &path) const
{
    const QString name = text(path.child(u"name"_s));
    return name.isEmpty() ? tr("case %1").arg(path.last().index + 1) : name;
}

QString ExpectationsCursor::titleOf(const FieldPath &path) const
{
    const int index = indexIn(path, casesPath());
    return index >= 0 ? caseTitle(casesPath().index(index)) : DocumentCursor::titleOf(path);
}

void ExpectationsCursor::placeIn(const FieldPath &selected, bool another)
{
    m_case = nearestPosition(indexIn(selected, casesPath()), another ? -1 : m_case, count(casesPath()));
}

} // namespace sallyport
