// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/recordtable.h"

#include "core/policy/edits.h"
#include "core/policy/labels.h"
#include "core/policy/listedit.h"
#include "ui/fields/inputs.h"
#include "ui/form/labelsedit.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QResizeEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using Kind = RecordColumn::Kind;

QStringList titlesOf(const QList<RecordColumn> &columns)
{
    QStringList titles;
    for (const RecordColumn &column : columns)
        titles.append(column.title);
    return titles;
}

QStringList invitationOf(const QList<RecordColumn> &columns, const QString &text)
{
    QStringList texts{text};
    texts.resize(columns.size());
    return texts;
}

QList<int> widthsOf(const QList<RecordColumn> &columns)
{
    QList<int> widths;
    for (const RecordColumn &column : columns)
        widths.append(column.width);
    return widths;
}

FieldPath joined(const FieldPath &path, const FieldPath &more)
{
    FieldPath result = path;
    for (const PathElement &element : more.elements())
        result = element.isIndex() ? result.index(element.index) : result.child(element.name);
    return result;
}

/// What the text says, in a form in which equal sayings are equal; for comparing only.
QString meaningOf(const RecordColumn &column, const QString &text)
{
    if (column.kind == Kind::Words)
        return wordsIn(text).join(u' ');
    return column.kind == Kind::LabelMap ? labelsText(labelsIn(text)) : text;
}

std::optional<Value> valueOf(const RecordColumn &column, const QString &text)
{
    if (column.kind == Kind::Words)
        return wordsIn(text).isEmpty() ? std::nullopt : std::optional(Value::list(wordsIn(text)));
    if (column.kind == Kind::Flag)
        return text == "true"_L1 ? std::optional(Value(true)) : std::nullopt;
    if (column.kind == Kind::LabelMap) {
        Value map = Value::map();
        for (const auto &[key, value] : labelsIn(text))
            map.set(key, value);
        return map.isEmpty() ? std::nullopt : std::optional(map);
    }
    FieldSpec spec;
    spec.kind = column.kind == Kind::Number ? FieldSpec::Kind::Number : FieldSpec::Kind::Text;
    spec.isRequired = column.isRequired;
    return sallyport::valueOf(spec, text);
}

/// Touches the items that differ, and their lines only.
QList<DocumentChange> wordChanges(const DocumentCursor &cursor, const FieldPath &list, const QStringList &wanted)
{
    QList<WrittenEntry> entries;
    const QStringList texts = cursor.texts(list);
    for (int i = 0; i < int(texts.size()); ++i)
        entries.append({texts[i], {list.index(i)}});
    return changeEntries(
        cursor.workspace(), cursor.ref({}), entries, wanted,
        [](const QString &text, const FieldPath &) { return QStringList{text}; },
        [&](const FieldPath &path) { return cursor.clearing(path); });
}

/// Touches the labels that differ; one that takes another's place is renamed there.
QList<DocumentChange> labelChanges(const DocumentCursor &cursor, const FieldPath &map, const Value &wanted)
{
    QStringList gone;
    for (const yaml::NodeMember &member : cursor.node(map)->members) {
        if (const QString key = yaml::keyText(member.key); !wanted.find(key))
            gone.append(key);
    }
    QList<DocumentChange> changes;
    for (const Member &member : wanted.members()) {
        const FieldPath label = map.child(member.key);
        if (cursor.node(label) && cursor.text(label) == member.value.text())
            continue;
        const bool isRenamed = !cursor.node(label) && !gone.isEmpty();
        if (isRenamed)
            changes.append(renameLabel(cursor.ref(map), gone.takeFirst(), member.key));
        DocumentChange set = setField(cursor.workspace(), cursor.ref(label), member.value);
        if (isRenamed)
            set.change.before.clear(); // it is there, under its new name
        changes.append(set);
    }
    for (const QString &key : gone)
        changes += clearField(cursor.workspace(), cursor.ref(map.child(key)));
    return changes;
}

} // namespace

RecordTable::RecordTable(DocumentCursor *cursor, const QList<RecordColumn> &columns, const QString &invitation,
                         const Words &words, QWidget *parent)
    : EntryTable(new EntryModel(titlesOf(columns), invitationOf(columns, invitation)), widthsOf(columns), words, parent)
    , m_cursor(cursor)
    , m_columns(columns)
{
    model()->setParent(this);
    for (int column = 0; column < int(columns.size()); ++column) {
        if (!columns[column].choices.isEmpty())
            model()->setChoices(column, columns[column].choices);
        if (columns[column].kind == Kind::Fixed) {
            model()->setFixed(column);
            view()->setColumnHidden(column, true);
            m_fixedColumn = column;
        }
    }
    connect(model(), &EntryModel::edited, this, &RecordTable::edit);
    connect(view(), &EntryView::removeRequested, this, &RecordTable::remove);
    connect(view(), &EntryView::moveRequested, this, &RecordTable::move);
    connect(view(), &EntryView::duplicateRequested, this, &RecordTable::duplicateRow);
    connect(view(), &EntryView::pasteRequested, this, &RecordTable::paste);
    connect(view(), &EntryView::editingEnded, this, [this] {
        m_typedIn = {-1, -1};
        m_cursor->endStep();
    });
    connect(view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (view()->hasFocus() && model()->isEntry(index.row()))
            emit rowChosen(index.row());
    });
}

void RecordTable::showList(const FieldPath &list)
{
    if (m_list != list)
        m_typedIn = {-1, -1};
    m_list = list;
    model()->setRows(rows());
    setEditable(m_cursor->isEditable());
}

void RecordTable::showFindings(const QList<Diagnostic> &findings)
{
    QHash<EntryModel::Cell, QList<Diagnostic>> cells;
    for (const Diagnostic &finding : findings) {
        const int row = indexIn(finding.where.path, m_list);
        if (row < 0)
            continue;
        FieldPath inRecord;
        for (qsizetype i = m_list.size() + 1; i < finding.where.path.size(); ++i) {
            const PathElement &element = finding.where.path.elements()[i];
            inRecord = element.isIndex() ? inRecord.index(element.index) : inRecord.child(element.name);
        }
        cells[{row, columnOf(inRecord)}].append(finding);
    }
    model()->setCellFindings(cells);
}

void RecordTable::goTo(const FieldPath &where)
{
    const int row = indexIn(where, m_list);
    if (model()->isEntry(row))
        view()->setCurrentIndex(model()->index(row, 0));
}

FieldPath RecordTable::memberPath(int row, int column) const
{
    const FieldPath own = joined(m_list.index(row), m_columns[column].path);
    for (const QString &name : m_columns[column].others) {
        if (m_cursor->has(own.parent().child(name)))
            return own.parent().child(name);
    }
    return own;
}

void RecordTable::showFixed(int column, const QStringList &texts)
{
    if (m_fixedColumn != column || m_fixed == texts)
        return;
    m_fixed = texts;
    view()->setColumnHidden(column, texts.isEmpty());
    QResizeEvent resized(view()->viewport()->size(), view()->viewport()->size());
    QCoreApplication::sendEvent(view()->viewport(), &resized); // the others make room
    model()->setRows(rows());
}

QList<QStringList> RecordTable::rows() const
{
    QList<QStringList> rows;
    const yaml::Node *list = m_cursor->node(m_list);
    const int count = list && list->kind == yaml::NodeKind::List ? int(list->members.size()) : 0;
    rows.reserve(count);
    for (int row = 0; row < count; ++row) {
        QStringList cells;
        for (int column = 0; column < int(m_columns.size()); ++column)
            cells.append(cellText(row, column));
        rows.append(cells);
    }
    return rows;
}

QString RecordTable::cellText(int row, int column) const
{
    const RecordColumn &spec = m_columns[column];
    if (spec.kind == Kind::Fixed)
        return m_fixed.value(row);
    const FieldPath path = memberPath(row, column);
    QString text = m_cursor->text(path);
    if (spec.kind == Kind::Words) {
        text = m_cursor->texts(path).join(u", "_s);
    } else if (spec.kind == Kind::LabelMap) {
        text = labelsText(labelsAt(m_cursor->node(path)));
    } else if (spec.kind == Kind::Flag && text != "true"_L1) {
        text.clear();
    }
    const bool saysTheSame =
        m_typedIn == EntryModel::Cell(row, column) && meaningOf(spec, m_typed) == meaningOf(spec, text);
    return saysTheSame ? m_typed : text;
}

void RecordTable::edit(int row, int column, const QString &text)
{
    m_typedIn = {row, column};
    m_typed = text;
    const FieldPath record = m_list.index(row);
    const QString mergeKey = m_cursor->keyOf(joined(record, m_columns[column].path));
    if (row < int(model()->rows().size())) {
        const QString step = tr("Change %1 of %2").arg(m_columns[column].title.toLower(), titleOf(record));
        m_cursor->change(step, cellChanges(row, column, text), mergeKey);
        return;
    }
    const DocumentChange insertion = insertItem(m_cursor->workspace(), m_cursor->ref(m_list), row, newRecord(text));
    if (m_cursor->change(tr("Add to %1").arg(m_cursor->titleOf(m_list)), {insertion}, mergeKey))
        emit rowChosen(row);
}

QList<DocumentChange> RecordTable::cellChanges(int row, int column, const QString &text) const
{
    const RecordColumn &spec = m_columns[column];
    const std::optional<Value> value = valueOf(spec, text);
    FieldPath path = memberPath(row, column);
    if (!value)
        return m_cursor->clearing(path);
    if (spec.kind == Kind::Words && m_cursor->count(path) > 0)
        return wordChanges(*m_cursor, path, wordsIn(text));
    if (spec.kind == Kind::LabelMap && m_cursor->count(path) > 0)
        return labelChanges(*m_cursor, path, *value);
    QList<DocumentChange> changes;
    const QString name = spec.nameFor ? spec.nameFor(text) : path.last().name;
    if (name != path.last().name && m_cursor->has(path)) {
        changes.append(renameLabel(m_cursor->ref(path.parent()), path.last().name, name));
        path = path.parent().child(name);
        DocumentChange set = setField(m_cursor->workspace(), m_cursor->ref(path), *value);
        set.change.before.clear(); // it is there, under its new name
        return changes + QList{set};
    }
    path = path.parent().child(name);
    return {setField(m_cursor->workspace(), m_cursor->ref(path), *value)};
}

void RecordTable::remove(const QList<int> &rows)
{
    QList<FieldRef> records;
    for (const int row : rows)
        records.append(m_cursor->ref(m_list.index(row)));
    const QList<DocumentChange> changes = rows.size() == model()->rows().size()
        ? clearField(m_cursor->workspace(), m_cursor->ref(m_list))
        : removeItems(m_cursor->workspace(), records);
    const QString step = rows.size() == 1
        ? tr("Remove %1").arg(titleOf(m_list.index(rows.first())))
        : tr("Remove %n row(s) of %1", nullptr, int(rows.size())).arg(m_cursor->titleOf(m_list));
    m_cursor->change(step, changes);
}

void RecordTable::move(int row, int to)
{
    m_cursor->change(tr("Move %1").arg(titleOf(m_list.index(row))), {moveItemTo(m_cursor->ref(m_list.index(row)), to)});
}

void RecordTable::duplicateRow(int row)
{
    const FieldPath record = m_list.index(row);
    m_cursor->change(tr("Duplicate %1").arg(titleOf(record)),
                     {duplicateItem(m_cursor->workspace(), m_cursor->ref(record))});
}

/// One record for each line; its cells are separated by tabs, as spreadsheets and this table copy them.
void RecordTable::paste(const QString &text, int before)
{
    std::vector<Value> records;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'\t');
        Value record = newRecord(cells.first().trimmed());
        for (int column = 1; column < std::min(int(cells.size()), int(m_columns.size())); ++column) {
            const RecordColumn &spec = m_columns[column];
            const QString cell = cells[column].trimmed();
            const std::optional<Value> value =
                spec.kind == Kind::Fixed || cell.isEmpty() ? std::nullopt : valueOf(spec, cell);
            if (!value)
                continue;
            Value *place = &record;
            const FieldPath parents = spec.path.parent();
            for (const PathElement &element : parents.elements())
                place = place->find(element.name) ? place->find(element.name) : &place->set(element.name, Value::map());
            for (const QString &name : spec.others + QStringList{spec.path.last().name})
                place->remove(name);
            place->set(spec.nameFor ? spec.nameFor(cell) : spec.path.last().name, *value);
        }
        records.push_back(record);
    }
    const int position = std::clamp(before, 0, int(model()->rows().size()));
    if (records.empty())
        return;
    m_cursor->change(tr("Paste %n row(s) into %1", nullptr, int(records.size())).arg(m_cursor->titleOf(m_list)),
                     insertItems(m_cursor->workspace(), m_cursor->ref(m_list), position, records));
}

/// The column whose member holds the place, or which the place holds; the first where there is none.
int RecordTable::columnOf(const FieldPath &inRecord) const
{
    for (int column = 0; column < int(m_columns.size()); ++column) {
        const FieldPath &path = m_columns[column].path;
        if (path.isEmpty())
            continue;
        if (inRecord.startsWith(path))
            return column;
        for (const QString &name : m_columns[column].others) {
            if (inRecord.startsWith(path.parent().child(name)))
                return column;
        }
    }
    for (int column = 0; !inRecord.isEmpty() && column < int(m_columns.size()); ++column) {
        if (m_columns[column].path.startsWith(inRecord))
            return column;
    }
    return 0;
}

} // namespace sallyport
