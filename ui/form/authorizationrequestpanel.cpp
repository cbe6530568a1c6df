// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/authorizationrequestpanel.h"

#include "core/policy/authorizationedits.h"
#include "ui/fields/hostlist.h"
#include "ui/fields/inputs.h"
#include "ui/fields/itemstrip.h"
#include "ui/form/authorizationfields.h"

#include <QCheckBox>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using List = AuthorizationList;

} // namespace

AuthorizationRequestPanel::AuthorizationRequestPanel(AuthorizationCursor *cursor, QWidget *parent)
    : AuthorizationSection(tr("2 Requests"), cursor, parent)
    , m_strip(new ItemStrip(tr("Add an operation"), tr("Remove this operation"), this))
    , m_operations(addField(authorizationField(u"spec.rules[].to"_s), m_strip))
    , m_methods(nullptr)
    , m_restrictions(new QLabel(this))
{
    buildHosts();
    m_methods = addWordsField(List::Methods, u"spec.rules[].to[].operation.methods"_s);
    buildPaths();
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
}

void AuthorizationRequestPanel::buildHosts()
{
    m_hostList = new HostList(this);
    m_hosts = addField(authorizationField(u"spec.rules[].to[].operation.hosts"_s), m_hostList);
    EntryView *view = m_hostList->view();
    view->setVisibleRows(3);
    connect(m_hostList->model(), &EntryModel::edited, this,
            [this](int row, int, const QString &text) { editList(List::Hosts, row, text); });
    connect(view, &EntryView::removeRequested, this, [this](const QList<int> &rows) { removeFrom(List::Hosts, rows); });
    connect(view, &EntryView::moveRequested, this, [this](int row, int to) { moveIn(List::Hosts, row, to); });
    connect(view, &EntryView::pasteRequested, this,
            [this](const QString &text, int before) { paste(List::Hosts, text, before); });
    // Queued: the editor may close because the workspace is being changed, and then it must not be changed once more.
    connect(
        view, &EntryView::editingEnded, this, [this] { settle(List::Hosts); }, Qt::QueuedConnection);
    connect(m_hostList, &HostList::duplicatesUnwanted, this, [this] {
        setTexts(List::Hosts, withoutDuplicates(m_hostList->hosts(), {}), stepOf(List::Hosts));
        cursor()->endStep();
    });
    connect(m_hosts, &Field::findingsChanged, this, &AuthorizationRequestPanel::markHosts);
    connect(m_hosts, &Field::revealed, this, [view](const FieldPath &) {
        if (view->entries()->rows().isEmpty())
            view->editNew();
    });
}

void AuthorizationRequestPanel::buildPaths()
{
    m_pathModel = new EntryModel({tr("Path")}, {tr("Add a path…")}, this);
    m_pathView = new EntryView(m_pathModel, this);
    m_pathView->setVisibleRows(2);
    m_paths = addField(authorizationField(u"spec.rules[].to[].operation.paths"_s), m_pathView);
    connect(m_pathModel, &EntryModel::edited, this,
            [this](int row, int, const QString &text) { editList(List::Paths, row, text); });
    connect(m_pathView, &EntryView::removeRequested, this,
            [this](const QList<int> &rows) { removeFrom(List::Paths, rows); });
    connect(m_pathView, &EntryView::moveRequested, this, [this](int row, int to) { moveIn(List::Paths, row, to); });
    connect(m_pathView, &EntryView::pasteRequested, this,
            [this](const QString &text, int before) { paste(List::Paths, text, before); });
    connect(
        m_pathView, &EntryView::editingEnded, this, [this] { settle(List::Paths); }, Qt::QueuedConnection);
}

void AuthorizationRequestPanel::refresh()
{
    const AuthorizationRuleView &view = cursor()->view();
    const bool editable = cursor()->areRulesEditable() && cursor()->rule() >= 0;
    refreshOperations();
    m_hosts->setPath(fieldPathOf(List::Hosts));
    m_hostList->setHosts(view.texts(List::Hosts));
    m_hostList->setEditable(editable);
    showWords(m_methods, List::Methods, fieldPathOf(List::Methods));
    m_paths->setPath(fieldPathOf(List::Paths));
    QList<QStringList> rows;
    for (const QString &path : view.texts(List::Paths))
        rows.append({path});
    m_pathModel->setRows(rows);
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
        which == List::Hosts ? withoutDuplicates(hostsIn(text), texts) : text.split(u'\n', Qt::SkipEmptyParts);
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
    m_hostList->model()->setFindings(byRow);
}

void AuthorizationRequestPanel::setPinned(bool pinned)
{
    const QString step = cursor()->undoText(authorizationField(u"spec.rules[].when"_s), cursor()->rulePath());
    cursor()->change(step, keepOffStreams(cursor()->workspace(), cursor()->document(), cursor()->view(), pinned));
    refresh(); // the box has changed itself already
}

} // namespace sallyport
