// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/policycursor.h"

#include "core/policy/labels.h"
#include "ui/titles.h"

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

FieldPath rulesPath()
{
    return rulePath(0).parent();
}

} // namespace

PolicyCursor::PolicyCursor(WorkspaceEditor *editor, Selection *selection, QObject *parent)
    : DocumentCursor(DocumentKind::Policy, editor, selection, parent)
{
    follow();
}

FieldPath PolicyCursor::rulePath() const
{
    return sallyport::rulePath(m_rule);
}

FieldPath PolicyCursor::sourcesPath() const
{
    return rulePath().child(u"from"_s);
}

FieldPath PolicyCursor::sourcePath() const
{
    return sourcesPath().index(m_source);
}

FieldPath PolicyCursor::destinationsPath() const
{
    return rulePath().child(u"to"_s);
}

FieldPath PolicyCursor::destinationPath() const
{
    return destinationsPath().index(m_destination);
}

void PolicyCursor::setSource(int source)
{
    if (source != m_source)
        select(sourcesPath().index(source));
}

void PolicyCursor::setDestination(int destination)
{
    if (destination != m_destination)
        select(destinationsPath().index(destination));
}

QString PolicyCursor::policyTitle() const
{
    const QString name = text(FieldPath().child(u"metadata"_s).child(u"name"_s));
    return name.isEmpty() ? tr("(unnamed policy)") : name;
}

QString PolicyCursor::ruleTitle(int rule) const
{
    const yaml::Node *found = node(rulesPath().index(rule));
    return found ? sallyport::ruleTitle(*found, rule) : QString();
}

QString PolicyCursor::sourceTitle(int source) const
{
    const FieldPath path = sourcesPath().index(source);
    const QString name = text(path.child(u"namespace"_s));
    return name.isEmpty() ? tr("source %1").arg(source + 1) : name;
}

QString PolicyCursor::sourceDescription(int source) const
{
    const FieldPath selector = sourcesPath().index(source).child(u"workloadSelector"_s);
    const Labels labels = labelsAt(node(selector));
    return labels.isEmpty() ? tr("%1: all workloads").arg(sourceTitle(source))
                            : u"%1: %2"_s.arg(sourceTitle(source), labelsText(labels));
}

QString PolicyCursor::destinationTitle(int destination) const
{
    const yaml::Node *found = node(destinationsPath().index(destination));
    return found ? sallyport::destinationTitle(*found, destination) : QString();
}

QString PolicyCursor::titleOf(const FieldPath &path) const
{
    if (const int to = indexIn(path, destinationsPath()); to >= 0)
        return destinationTitle(to);
    if (const int from = indexIn(path, sourcesPath()); from >= 0)
        return sourceTitle(from);
    if (const int rule = indexIn(path, rulesPath()); rule >= 0)
        return ruleTitle(rule);
    return policyTitle();
}

void PolicyCursor::placeIn(const FieldPath &selected, bool another)
{
    if (another)
        m_rule = m_source = m_destination = -1;
    const int rule = nearestPosition(indexIn(selected, rulesPath()), m_rule, count(rulesPath()));
    if (rule != m_rule) {
        m_rule = rule;
        m_source = m_destination = -1;
    }
    m_source = nearestPosition(indexIn(selected, sourcesPath()), m_source, count(sourcesPath()));
    m_destination = nearestPosition(indexIn(selected, destinationsPath()), m_destination, count(destinationsPath()));
    if (state() == State::Editable && m_rule < 0)
        setState(State::NoRules);
}

} // namespace sallyport
