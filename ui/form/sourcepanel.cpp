// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/sourcepanel.h"

#include "core/policy/edits.h"
#include "ui/fields/entryview.h"
#include "ui/fields/itemstrip.h"
#include "ui/icons.h"

#include <QBoxLayout>
#include <QRegularExpression>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// app=sleep-a, one for each line or comma; "app: sleep-a" as YAML has it counts, too.
QList<std::pair<QString, QString>> labelsIn(const QString &text)
{
    QList<std::pair<QString, QString>> labels;
    for (QString line : text.split(QRegularExpression(u"[\\n,]"_s), Qt::SkipEmptyParts)) {
        const qsizetype cut = line.indexOf(QRegularExpression(u"[=:]"_s));
        const QString key = line.left(cut).trimmed();
        if (!key.isEmpty())
            labels.append({key, cut < 0 ? QString() : line.mid(cut + 1).trimmed()});
    }
    return labels;
}

} // namespace

SourcePanel::SourcePanel(PolicyCursor *cursor, QWidget *parent)
    : PolicySection(tr("1 Source"), cursor, parent)
    , m_add(new QToolButton(this))
{
    m_add->setIcon(icon(u"add"_s));
    m_add->setText(tr("Source"));
    m_add->setToolTip(tr("Add a source: another namespace, or other labels"));
    m_add->setAccessibleName(tr("Add a source"));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::TabFocus);
    titleRow()->addWidget(m_add);

    m_strip = new ItemStrip(tr("Add a source"), tr("Remove this source"), this);
    m_sources = addField(fieldSpec(u"spec.egressRules[].from"_s), m_strip);
    m_namespace = addTextField(u"spec.egressRules[].from[].namespace"_s);
    m_labelModel = new EntryModel({tr("Label"), tr("Value")}, {tr("Add a label…"), QString()}, this);
    m_labelView = new EntryView(m_labelModel, this);
    m_labelView->setVisibleRows(2);
    m_labels = addField(fieldSpec(u"spec.egressRules[].from[].workloadSelector"_s), m_labelView);
    addRow({{m_sources, 12}});
    addRow({{m_namespace, 6}, {m_labels, 6}});

    connect(m_add, &QToolButton::clicked, this, &SourcePanel::addSource);
    connect(m_strip, &ItemStrip::currentChosen, cursor, &PolicyCursor::setSource);
    connect(m_strip, &ItemStrip::addRequested, this, &SourcePanel::addSource);
    connect(m_strip, &ItemStrip::removeRequested, this, &SourcePanel::removeSource);
    connect(m_strip, &ItemStrip::moveRequested, this, &SourcePanel::moveSource);
    connect(m_labelModel, &EntryModel::edited, this, &SourcePanel::editLabel);
    connect(m_labelView, &EntryView::removeRequested, this, &SourcePanel::removeLabels);
    connect(m_labelView, &EntryView::pasteRequested, this, &SourcePanel::pasteLabels);
    connect(m_labelView, &EntryView::editingEnded, cursor, &PolicyCursor::endStep);
    connect(m_labels, &Field::revealed, this, [this](const FieldPath &where) {
        if (where.size() <= selectorPath().size())
            return;
        const QList<QStringList> &rows = m_labelModel->rows();
        for (int row = 0; row < int(rows.size()); ++row) {
            if (rows[row].constFirst() == where.elements()[selectorPath().size()].name)
                m_labelView->setCurrentIndex(m_labelModel->index(row, 0));
        }
    });
}

void SourcePanel::refresh()
{
    const int sources = cursor()->count(cursor()->sourcesPath());
    m_sources->setPath(cursor()->sourcesPath());
    m_sources->setVisible(sources > 1);
    m_add->setVisible(sources <= 1);
    m_add->setEnabled(cursor()->isEditable());
    QList<StripItem> items;
    for (int i = 0; i < sources; ++i)
        items.append({.title = cursor()->sourceTitle(i), .description = cursor()->sourceDescription(i)});
    m_strip->setItems(items, cursor()->source());
    m_strip->setEditable(cursor()->isEditable());

    show(m_namespace, cursor()->sourcePath().child(u"namespace"_s));
    m_namespace->setEnabled(sources > 0);
    m_labels->setPath(selectorPath());
    m_labels->setEnabled(sources > 0);
    refreshLabels();
}

QList<FieldPath> SourcePanel::places() const
{
    return {cursor()->sourcesPath(), cursor()->sourcePath()};
}

void SourcePanel::refreshLabels()
{
    QList<QStringList> rows;
    if (const yaml::Node *labels = cursor()->node(selectorPath()); labels && labels->kind == yaml::NodeKind::Map) {
        for (const yaml::NodeMember &member : labels->members)
            rows.append({member.key.text, member.value.text});
    }
    m_labelModel->setRows(rows);
    m_labelView->setReadOnly(!cursor()->isEditable());
}

void SourcePanel::addSource()
{
    const FieldPath list = cursor()->sourcesPath();
    const int position = cursor()->count(list);
    const QString step = tr("Add a source to %1").arg(cursor()->ruleTitle(cursor()->rule()));
    const Value source = Value::map({{u"namespace"_s, QString()}});
    if (cursor()->change(step, {insertItem(cursor()->workspace(), cursor()->ref(list), position, source)}))
        cursor()->reveal(list.index(position).child(u"namespace"_s));
}

void SourcePanel::removeSource(int source)
{
    if (source < 0)
        return;
    const FieldRef item = cursor()->ref(cursor()->sourcesPath().index(source));
    cursor()->change(tr("Remove source %1").arg(cursor()->sourceTitle(source)),
                     clearField(cursor()->workspace(), item));
}

void SourcePanel::moveSource(int source, int by)
{
    const FieldPath list = cursor()->sourcesPath();
    const QString step = tr("Move source %1").arg(cursor()->sourceTitle(source));
    if (cursor()->change(step, {moveItemTo(cursor()->ref(list.index(source)), source + by)}))
        cursor()->select(list.index(source + by));
}

void SourcePanel::editLabel(int row, int column, const QString &text)
{
    const QList<QStringList> &rows = m_labelModel->rows();
    const FieldPath selector = selectorPath();
    const QString key = row < rows.size() ? rows[row].constFirst() : QString();
    const QString step = cursor()->undoText(fieldSpec(u"spec.egressRules[].from[].workloadSelector"_s), selector);
    // The key changes while it is typed: the row names the step.
    const QString mergeKey = u"%1#%2.%3"_s.arg(cursor()->keyOf(selector)).arg(row).arg(column);
    const FieldRef labels = cursor()->ref(selector);
    if (column == 1) {
        cursor()->change(step, {setLabel(cursor()->workspace(), labels, key, text)}, mergeKey);
        return;
    }
    const bool taken =
        std::any_of(rows.begin(), rows.end(), [&](const QStringList &other) { return other.constFirst() == text; });
    if (taken)
        return; // two equal keys are no map: the editor keeps the text until it differs
    if (row >= rows.size())
        cursor()->change(step, {setLabel(cursor()->workspace(), labels, text, {})}, mergeKey);
    else
        cursor()->change(step, {renameLabel(labels, key, text)}, mergeKey);
}

void SourcePanel::removeLabels(const QList<int> &rows)
{
    const FieldRef labels = cursor()->ref(selectorPath());
    QList<DocumentChange> changes;
    if (rows.size() == m_labelModel->rows().size()) {
        changes = clearField(cursor()->workspace(), labels);
    } else {
        for (const int row : rows)
            changes += removeLabel(cursor()->workspace(), labels, m_labelModel->rows()[row].constFirst());
    }
    cursor()->change(tr("Remove %n label(s) of %1", nullptr, int(rows.size())).arg(cursor()->titleOf(selectorPath())),
                     changes);
}

void SourcePanel::pasteLabels(const QString &text)
{
    const FieldRef selector = cursor()->ref(selectorPath());
    const auto labels = labelsIn(text);
    QList<DocumentChange> changes;
    if (cursor()->has(selector.path)) {
        for (const auto &[key, value] : labels)
            changes.append(setLabel(cursor()->workspace(), selector, key, value));
    } else if (!labels.isEmpty()) {
        Value map = Value::map();
        for (const auto &[key, value] : labels)
            map.set(key, value);
        changes.append(setField(cursor()->workspace(), selector, map));
    }
    cursor()->change(tr("Paste %n label(s) into %1", nullptr, int(labels.size())).arg(cursor()->titleOf(selector.path)),
                     changes);
}

FieldPath SourcePanel::selectorPath() const
{
    return cursor()->sourcePath().child(u"workloadSelector"_s);
}

} // namespace sallyport
