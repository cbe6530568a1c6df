// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/labelsedit.h"

#include "core/policy/edits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

LabelsEdit::LabelsEdit(const QStringList &titles, const QString &invitation, const FieldSpec &spec,
                       DocumentCursor *cursor, QWidget *parent)
    : EntryView(new EntryModel(titles, {invitation, QString()}), parent)
    , m_spec(spec)
    , m_cursor(cursor)
{
    entries()->setParent(this);
    setVisibleRows(2);
    connect(entries(), &EntryModel::edited, this, &LabelsEdit::editCell);
    connect(this, &EntryView::removeRequested, this, &LabelsEdit::removeRowsOf);
    connect(this, &EntryView::pasteRequested, this, &LabelsEdit::pasteLabels);
    connect(this, &EntryView::editingEnded, cursor, &DocumentCursor::endStep);
}

void LabelsEdit::showMap(const FieldPath &map)
{
    m_map = map;
    QList<QStringList> rows;
    if (const yaml::Node *labels = m_cursor->node(map); labels && labels->kind == yaml::NodeKind::Map) {
        for (const yaml::NodeMember &member : labels->members)
            rows.append({member.key.text, member.value.text});
    }
    entries()->setRows(rows);
    setReadOnly(!m_cursor->isEditable());
}

void LabelsEdit::goTo(const FieldPath &where)
{
    if (where.size() <= m_map.size())
        return;
    const QList<QStringList> &rows = entries()->rows();
    for (int row = 0; row < int(rows.size()); ++row) {
        if (rows[row].constFirst() == where.elements()[m_map.size()].name)
            setCurrentIndex(entries()->index(row, 0));
    }
}

void LabelsEdit::editCell(int row, int column, const QString &text)
{
    const QList<QStringList> &rows = entries()->rows();
    const QString key = row < rows.size() ? rows[row].constFirst() : QString();
    const QString step = m_cursor->undoText(m_spec, m_map);
    // The key changes while it is typed: the row names the step.
    const QString mergeKey = u"%1#%2.%3"_s.arg(m_cursor->keyOf(m_map)).arg(row).arg(column);
    const FieldRef labels = m_cursor->ref(m_map);
    if (column == 1) {
        m_cursor->change(step, {setLabel(m_cursor->workspace(), labels, key, text)}, mergeKey);
        return;
    }
    const bool taken =
        std::any_of(rows.begin(), rows.end(), [&](const QStringList &other) { return other.constFirst() == text; });
    if (taken)
        return; // two equal keys are no map: the editor keeps the text until it differs
    if (row >= rows.size())
        m_cursor->change(step, {setLabel(m_cursor->workspace(), labels, text, {})}, mergeKey);
    else
        m_cursor->change(step, {renameLabel(labels, key, text)}, mergeKey);
}

void LabelsEdit::removeRowsOf(const QList<int> &rows)
{
    const FieldRef labels = m_cursor->ref(m_map);
    QList<DocumentChange> changes;
    if (rows.size() == entries()->rows().size()) {
        changes = clearField(m_cursor->workspace(), labels);
    } else {
        for (const int row : rows)
            changes += removeLabel(m_cursor->workspace(), labels, entries()->rows()[row].constFirst());
    }
    m_cursor->change(tr("Remove %n label(s) of %1", nullptr, int(rows.size())).arg(m_cursor->titleOf(m_map)), changes);
}

void LabelsEdit::pasteLabels(const QString &text)
{
    const FieldRef map = m_cursor->ref(m_map);
    const auto labels = labelsIn(text);
    QList<DocumentChange> changes;
    if (m_cursor->has(m_map)) {
        for (const auto &[key, value] : labels)
            changes.append(setLabel(m_cursor->workspace(), map, key, value));
    } else if (!labels.isEmpty()) {
        Value value = Value::map();
        for (const auto &[key, label] : labels)
            value.set(key, label);
        changes.append(setField(m_cursor->workspace(), map, value));
    }
    m_cursor->change(tr("Paste %n label(s) into %1", nullptr, int(labels.size())).arg(m_cursor->titleOf(m_map)),
                     changes);
}

QList<std::pair<QString, QString>> labelsIn(const QString &text)
{
    static const QRegularExpression separators(u"[\\n,]"_s);
    static const QRegularExpression signs(u"[=:]"_s);
    QList<std::pair<QString, QString>> labels;
    for (const QString &line : text.split(separators, Qt::SkipEmptyParts)) {
        const qsizetype cut = line.indexOf(signs);
        const QString key = line.left(cut).trimmed();
        if (!key.isEmpty())
            labels.append({key, cut < 0 ? QString() : line.mid(cut + 1).trimmed()});
    }
    return labels;
}

} // namespace sallyport
