// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/authorizationrequestpanel.h"

#include "core/policy/authorizationedits.h"
#include "core/policy/paste/pastereader.h"
#include "ui/fields/entryview.h"
#include "ui/fields/hostlist.h"
#include "ui/fields/itemstrip.h"
#include "ui/form/authorizationfields.h"

#include <QCheckBox>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using List = AuthorizationList;

/// The hosts of any pasted text.
QStringList hostsOf(const QString &text)
{
    QStringList hosts;
    for (const PastedRow &row : readPaste(text)) {
        if (row.state == PastedRow::State::Host || row.state == PastedRow::State::Duplicate)
            hosts.append(row.host);
    }
    return hosts;
}

QList<QStringList> rowsOf(const QStringList &texts)
{
    QList<QStringList> rows;
    rows.reserve(texts.size());
    for (const QString &text : texts)
        rows.append({text});
    return rows;
}

} // namespace

AuthorizationRequestPanel::AuthorizationRequestPanel(AuthorizationCursor *cursor, QWidget *parent)
    : AuthorizationSection(tr("2 Requests"), cursor, parent)
    , m_strip(new ItemStrip(tr("Add an operation"), tr("Remove this operation"), this))
    , m_operations(addField(authorizationField(u"spec.rules[].to"_s), m_strip))
    , m_hostModel(new EntryModel({tr("Host")}, {tr("Add a host…")}, this))
    , m_hostView(new EntryView(m_hostModel, this))
    , m_hosts(addEntriesField(List::Hosts, u"spec.rules[].to[].operation.hosts"_s, m_hostView))
    , m_methods(addWordsField(List::Methods, u"spec.rules[].to[].operation.methods"_s))
    , m_pathModel(new EntryModel({tr("Path")}, {tr("Add a path…")}, this))
    , m_pathView(new EntryView(m_pathModel, this))
    , m_paths(addEntriesField(List::Paths, u"spec.rules[].to[].operation.paths"_s, m_pathView))
    , m_restrictions(new QLabel(this))
{
    m_hostView->setVisibleRows(4);
    m_pathView->setVisibleRows(2);
    const FieldSpec pin = authorizationField(u"spec.rules[].when"_s);
    m_pinBox = new QCheckBox(pin.help.title, this);
    m_pin = addField(pin, m_pinBox, Field::Label::InInput);
    m_restrictions->setWordWrap(true);
    m_restrictions->setTextFormat(Qt::PlainText);
    m_restrictions->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addRow({{m_operations, 12}});
    addRow({{m_hosts, 12}});
    addRow({{m_methods, 5}, {m_paths, 7}});
    addRow({{m_pin, 12}});
    addRow({{m_restrictions, 12}});
    connect(m_strip, &ItemStrip::currentChosen, cursor, &AuthorizationCursor::setOperation);
    connect(m_pinBox, &QCheckBox::clicked, this, &AuthorizationRequestPanel::setPinned);
    connect(m_hosts, &Field::findingsChanged, this, &AuthorizationRequestPanel::markHosts);
}

Field *AuthorizationRequestPanel::addEntriesField(AuthorizationList which, const QString &pattern, EntryView *view)
{
    view->setMovable(true);
    connect(view->entries(), &EntryModel::edited, this,
            [this, which](int row, int, const QString &text) { editList(which, row, text); });
    connect(view, &EntryView::removeRequested, this,
            [this, which](const QList<int> &rows) { removeFrom(which, rows); });
    connect(view, &EntryView::moveRequested, this, [this, which](int row, int to) { moveIn(which, row, to); });
    connect(view, &EntryView::pasteRequested, this,
            [this, which](const QString &text, int before) { paste(which, text, before); });
    // Queued: the editor may close because the workspace is being changed, and then it must not be changed once more.
    connect(
        view, &EntryView::editingEnded, this, [this, which] { settle(which); }, Qt::QueuedConnection);
    Field *field = addField(authorizationField(pattern), view);
    connect(field, &Field::revealed, this, [view](const FieldPath &) {
        if (view->entries()->rows().isEmpty())
            view->editNew();
    });
    return field;
}

void AuthorizationRequestPanel::refresh()
{
    const AuthorizationRuleView &view = cursor()->view();
    const bool editable = cursor()->areRulesEditable() && cursor()->rule() >= 0;
    refreshOperations();
    m_hosts->setPath(fieldPathOf(List::Hosts));
    m_hostModel->setRows(rowsOf(view.texts(List::Hosts)));
    m_hostView->setReadOnly(!editable);
    showWords(m_methods, List::Methods, fieldPathOf(List::Methods));
    m_paths->setPath(fieldPathOf(List::Paths));
    m_pathModel->setRows(rowsOf(view.texts(List::Paths)));
    m_pathView->setReadOnly(!editable);

    const bool allows = cursor()->action() == "ALLOW"_L1;
    m_pin->setPath(cursor()->rulePath().child(u"when"_s));
    m_pin->setVisible(!allows);
    m_pinBox->setChecked(!view.reachesStreams && cursor()->rule() >= 0);
    // A wildcard's server name keeps the rule off TLS and TCP by itself, and so may a foreign condition.
    m_pinBox->setEnabled(editable && view.door.isEmpty() && (view.reachesStreams || !view.pin.isEmpty()));
    m_restrictions->setText(tr("Also, as text only: %1").arg(view.restrictions.join(u" · "_s)));
    m_restrictions->setVisible(!view.restrictions.isEmpty());
}

/// The strip appears where there are alternatives; the form makes none itself, a second rule says the same.
void AuthorizationRequestPanel::refreshOperations()
{
    const AuthorizationRuleView &view = cursor()->view();
    m_operations->setPath(cursor()->rulePath().child(u"to"_s));
    m_operations->setVisible(view.operations > 1);
    QList<StripItem> items;
    for (int i = 0; i < view.operations && view.operations > 1; ++i)
        items.append({.title = tr("operation %1").arg(i + 1)});
    m_strip->setItems(items, view.operation);
    m_strip->setEditable(false);
}

QList<FieldPath> AuthorizationRequestPanel::places() const
{
    return {cursor()->rulePath()};
}

FieldPath AuthorizationRequestPanel::operationPath() const
{
    return cursor()->rulePath().child(u"to"_s).index(std::max(0, cursor()->view().operation)).child(u"operation"_s);
}

FieldPath AuthorizationRequestPanel::fieldPathOf(List which) const
{
    const QString key = which == List::Hosts ? u"hosts"_s : which == List::Methods ? u"methods"_s : u"paths"_s;
    return pathOf(which, operationPath().child(key));
}

QString AuthorizationRequestPanel::stepOf(List which) const
{
    const FieldPath path = fieldPathOf(which);
    const QString pattern =
        which == List::Hosts ? u"spec.rules[].to[].operation.hosts"_s : u"spec.rules[].to[].operation.paths"_s;
    return cursor()->undoText(authorizationField(pattern), path);
}

void AuthorizationRequestPanel::editList(List which, int row, const QString &text)
{
    QStringList texts = cursor()->view().texts(which);
    if (row < texts.size())
        texts[row] = text;
    else
        texts.append(text);
    m_typing = u"%1#%2.%3"_s.arg(cursor()->keyOf(cursor()->rulePath())).arg(int(which)).arg(row);
    setTexts(which, texts, stepOf(which), m_typing);
}

void AuthorizationRequestPanel::removeFrom(List which, const QList<int> &rows)
{
    QStringList texts = cursor()->view().texts(which);
    for (auto row = rows.crbegin(); row != rows.crend(); ++row)
        texts.removeAt(*row);
    cursor()->endStep();
    setTexts(which, texts, stepOf(which));
    cursor()->endStep();
}

void AuthorizationRequestPanel::moveIn(List which, int row, int to)
{
    QStringList texts = cursor()->view().texts(which);
    texts.move(row, to);
    cursor()->endStep();
    setTexts(which, texts, stepOf(which));
    cursor()->endStep();
}

void AuthorizationRequestPanel::paste(List which, const QString &text, int before)
{
    QStringList texts = cursor()->view().texts(which);
    const QStringList added =
        which == List::Hosts ? withoutDuplicates(hostsOf(text), texts) : text.split(u'\n', Qt::SkipEmptyParts);
    const int position = std::clamp(before, 0, int(texts.size()));
    for (int i = 0; i < int(added.size()); ++i)
        texts.insert(position + i, added[i].trimmed());
    cursor()->endStep();
    m_typing = cursor()->keyOf(cursor()->rulePath()) + u"#pasted"_s;
    setTexts(which, texts, stepOf(which), m_typing);
    settle(which);
}

/// What was typed is complete: what was left empty goes, and a wildcard goes where it is matched.
void AuthorizationRequestPanel::settle(List which)
{
    if (cursor()->areRulesEditable() && cursor()->rule() >= 0) {
        QStringList texts = cursor()->view().texts(which);
        if (texts.removeAll(QString()) > 0)
            setTexts(which, texts, stepOf(which), m_typing);
        if (which == List::Hosts)
            cursor()->change(
                stepOf(which),
                settleHosts(cursor()->workspace(), cursor()->document(), cursor()->view(), cursor()->facts()),
                m_typing);
    }
    cursor()->endStep();
}

void AuthorizationRequestPanel::markHosts()
{
    QHash<int, QList<Diagnostic>> byRow;
    const QList<AuthorizationEntry> &entries = cursor()->view().list(List::Hosts);
    for (const Diagnostic &finding : m_hosts->findings()) {
        for (int row = 0; row < int(entries.size()); ++row) {
            const QList<FieldPath> &places = entries[row].places;
            if (std::any_of(places.begin(), places.end(),
                            [&](const FieldPath &place) { return finding.where.path.startsWith(place); }))
                byRow[row].append(finding);
        }
    }
    m_hostModel->setFindings(byRow);
}

void AuthorizationRequestPanel::setPinned(bool pinned)
{
    const QString step = cursor()->undoText(authorizationField(u"spec.rules[].when"_s), cursor()->rulePath());
    cursor()->change(step, keepOffStreams(cursor()->workspace(), cursor()->document(), cursor()->view(), pinned));
    refresh(); // the box has changed itself already
}

} // namespace sallyport
