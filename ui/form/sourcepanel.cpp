// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/sourcepanel.h"

#include "core/policy/edits.h"
#include "ui/cluster/workloads.h"
#include "ui/fields/completion.h"
#include "ui/fields/entrydelegate.h"
#include "ui/fields/itemstrip.h"
#include "ui/form/labelsedit.h"
#include "ui/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sallyport {

SourcePanel::SourcePanel(PolicyCursor *cursor, QWidget *parent)
    : PolicySection(tr("1 Source"), cursor, parent)
    , m_add(new QToolButton(this))
    , m_count(new QLabel(this))
{
    m_count->setForegroundRole(QPalette::PlaceholderText);
    titleRow()->addWidget(m_count);
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
    const FieldSpec labels = fieldSpec(u"spec.egressRules[].from[].workloadSelector"_s);
    m_labelsEdit = new LabelsEdit({tr("Label"), tr("Value")}, tr("Add a label…"), labels, cursor, this);
    m_labels = addField(labels, m_labelsEdit);
    addRow({{m_sources, 12}});
    addRow({{m_namespace, 6}, {m_labels, 6}});

    connect(m_add, &QToolButton::clicked, this, &SourcePanel::addSource);
    connect(m_strip, &ItemStrip::currentChosen, cursor, &PolicyCursor::setSource);
    connect(m_strip, &ItemStrip::addRequested, this, &SourcePanel::addSource);
    connect(m_strip, &ItemStrip::removeRequested, this, &SourcePanel::removeSource);
    connect(m_strip, &ItemStrip::moveRequested, this, &SourcePanel::moveSource);
    connect(m_labels, &Field::revealed, m_labelsEdit, &LabelsEdit::goTo);
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
    m_labelsEdit->showMap(selectorPath());
    showCount();
}

void SourcePanel::setWorkloads(Workloads *workloads)
{
    m_workloads = workloads;
    if (auto *edit = m_namespace->findChild<QLineEdit *>())
        offerWords(edit, [workloads] { return workloads->namespaces(); });
    if (auto *delegate = qobject_cast<EntryDelegate *>(m_labelsEdit->itemDelegate())) {
        delegate->setCompletions([this](const QModelIndex &cell) {
            return cell.column() == 0
                ? m_workloads->labelKeys(namespaceName())
                : m_workloads->labelValues(namespaceName(), cell.siblingAtColumn(0).data(Qt::EditRole).toString());
        });
    }
    connect(workloads, &Workloads::changed, this, &SourcePanel::showCount);
    showCount();
}

QString SourcePanel::namespaceName() const
{
    const yaml::Node *node = cursor()->node(cursor()->sourcePath().child(u"namespace"_s));
    return node ? node->text : QString();
}

Labels SourcePanel::labels() const
{
    Labels labels;
    for (const QStringList &row : m_labelsEdit->entries()->rows())
        labels.append({row.value(0), row.value(1)});
    return labels;
}

void SourcePanel::showCount()
{
    const QString context = m_workloads ? m_workloads->context() : QString();
    const QString name = namespaceName();
    if (context.isEmpty() || name.isEmpty()) {
        m_count->clear();
        return;
    }
    m_workloads->namespaces(); // to be known when somebody types
    const std::optional<int> pods = m_workloads->matching(name, labels());
    m_count->setText(pods ? tr("%n pod(s) on %1", nullptr, *pods).arg(context) : QString());
    m_count->setToolTip(pods ? tr("So many pods of namespace %1 have all of these labels.").arg(name) : QString());
}

QList<FieldPath> SourcePanel::places() const
{
    return {cursor()->sourcesPath(), cursor()->sourcePath()};
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

FieldPath SourcePanel::selectorPath() const
{
    return cursor()->sourcePath().child(u"workloadSelector"_s);
}

} // namespace sallyport
