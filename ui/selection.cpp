// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/selection.h"

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// The first `size` elements of the path.
FieldPath head(const FieldPath &path, qsizetype size)
{
    FieldPath result = path;
    while (result.size() > size)
        result = result.parent();
    return result;
}

} // namespace

FieldPath rulePathOf(const FieldPath &path)
{
    const QList<PathElement> &elements = path.elements();
    if (elements.size() < 3 || elements[0].name != "spec"_L1 || elements[1].name != "egressRules"_L1
        || !elements[2].isIndex())
        return {};
    return head(path, 3);
}

FieldPath destinationPathOf(const FieldPath &path)
{
    const QList<PathElement> &elements = path.elements();
    if (rulePathOf(path).isEmpty() || elements.size() < 5 || elements[3].name != "to"_L1 || !elements[4].isIndex())
        return {};
    return head(path, 5);
}

FieldPath rulePath(int rule)
{
    return FieldPath().child(u"spec"_s).child(u"egressRules"_s).index(rule);
}

FieldPath destinationPath(int rule, int destination)
{
    return rulePath(rule).child(u"to"_s).index(destination);
}

Selection::Selection(QObject *parent)
    : QObject(parent)
{
}

int Selection::rule() const
{
    const FieldPath path = rulePathOf(m_current.path);
    return path.isEmpty() ? -1 : path.last().index;
}

int Selection::destination() const
{
    const FieldPath path = destinationPathOf(m_current.path);
    return path.isEmpty() ? -1 : path.last().index;
}

FieldRef Selection::ruleRef() const
{
    const FieldPath path = rulePathOf(m_current.path);
    return path.isEmpty() ? FieldRef() : FieldRef{m_current.file, m_current.document, path};
}

FieldRef Selection::destinationRef() const
{
    const FieldPath path = destinationPathOf(m_current.path);
    return path.isEmpty() ? FieldRef() : FieldRef{m_current.file, m_current.document, path};
}

void Selection::select(const FieldRef &field)
{
    if (field == m_current)
        return;
    m_current = field;
    emit changed(m_current);
}

void Selection::reveal(const FieldRef &field)
{
    select(field);
    emit revealed(field);
}

} // namespace sallyport
