// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/navigator.h"

#include "ui/fields/clearbutton.h"
#include "ui/icons.h"
#include "ui/navigator/navigatorfilter.h"
#include "ui/navigator/navigatormodel.h"
#include "ui/navigator/navigatorview.h"
#include "ui/selecteditems.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// Policies with more rules than this open folded: their rules are found by the filter, not by scrolling.
constexpr int maxUnfoldedRules = 30;
/// A filter unfolds rules, too, where it leaves no more than this.
constexpr int maxUnfoldedMatches = 200;

/// The entry that a field belongs to.
FieldRef placeOf(const FieldRef &field)
{
    const FieldPath destination = destinationPathOf(field.path);
    return {field.file, field.document, destination.isEmpty() ? rulePathOf(field.path) : destination};
}

/// Every entry of a model that has something in it, parents first.
template<typename Visit>
void visitParents(const QAbstractItemModel &model, const QModelIndex &parent, Visit visit)
{
    const int count = model.rowCount(parent);
    for (int row = 0; row < count; ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (model.rowCount(index) > 0 && visit(index))
            visitParents(model, index, visit);
    }
}

} // namespace

Navigator::Navigator(WorkspaceEditor *editor, Selection *selection, SelectedItems *items, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_selection(selection)
    , m_items(items)
    , m_model(new NavigatorModel(editor, this))
{
    // When the current entry goes, the view would go to its neighbour: where to look then is for those to say who changed the text.
    // Connected before the views' own models, to be the first to know.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_showing = true; });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] { m_showing = false; });
    m_filtered = new NavigatorFilter(m_model, this);
    m_view = new NavigatorView(m_filtered, this);
    m_filter = new QLineEdit(this);
    addClearButton(m_filter);
    QAction *search = m_filter->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    search->setObjectName(u"search"_s);
    connect(search, &QAction::triggered, this, &Navigator::editFilter);
    m_filter->installEventFilter(this);
    m_count = new QLabel(this);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    const int gap = fontMetrics().horizontalAdvance(u' ');
    m_count->setContentsMargins(gap, gap / 2, gap, gap / 2);
    buildHint();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_count);
    setTabOrder(m_filter, m_view);
    setFocusProxy(m_view);
    connectAll();

    retranslate();
    expandNew({}, 0, m_filtered->rowCount() - 1);
    showSelection();
    updateHint();
}

void Navigator::buildHint()
{
    m_hint = new QWidget(this);
    m_hintText = new QLabel(m_hint);
    m_hintButton = new QPushButton(m_hint);
    m_hintText->setWordWrap(true);
    m_hintText->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(m_hint);
    layout->addStretch();
    layout->addWidget(m_hintText);
    layout->addWidget(m_hintButton, 0, Qt::AlignHCenter);
    layout->addStretch();
}

void Navigator::connectAll()
{
    connect(m_filter, &QLineEdit::textEdited, this, &Navigator::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) // the clear button does not count as editing
            applyFilter(text);
    });
    connect(m_hintButton, &QPushButton::clicked, this, [this] {
        if (m_filter->text().isEmpty())
            emit newPolicyRequested();
        else
            m_filter->clear();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &Navigator::takeSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &Navigator::takeSelection);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, &Navigator::expandNew);
    // The filter does not tell of rows below an entry that was never unfolded.
    for (const QAbstractItemModel *model :
         {static_cast<QAbstractItemModel *>(m_model), static_cast<QAbstractItemModel *>(m_filtered)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &Navigator::updateHint);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &Navigator::updateHint);
    }
    connect(m_selection, &Selection::changed, this, &Navigator::showSelection);
    connect(m_items, &SelectedItems::changed, this, &Navigator::showSelection);
    // After a change of the structure another entry may stand for the selection.
    connect(m_editor, &WorkspaceEditor::textEdited, this, &Navigator::showSelection);
}

void Navigator::setContextActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action) {
            m_view->addAction(action);
            continue;
        }
        auto *separator = new QAction(this);
        separator->setSeparator(true);
        m_view->addAction(separator);
    }
}

void Navigator::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter of the navigator"));
    auto *search = m_filter->findChild<QAction *>(u"search"_s);
    search->setText(tr("Filter"));
    search->setToolTip(tr("Put the keyboard into the filter."));
    const QString help =
        tr("<p>Shows what has all of these words, in names, hosts, namespaces, labels, ports and classes.</p>"
           "<p><b>host:</b> <b>namespace:</b> <b>label:</b> <b>class:</b> <b>port:</b> <b>protocol:</b> "
           "<b>gateway:</b> <b>name:</b> <b>kind:</b> <b>file:</b> look in one place.<br>"
           "<b>app=sleep</b> is a label, <b>db.example.com:5432</b> a host with its port.<br>"
           "<b>is:error</b>, <b>is:warning</b>, <b>is:note</b>, <b>is:problem</b> and codes such as "
           "<b>host.invalid</b> ask for findings.<br>"
           "<b>-word</b> leaves out, <b>\"two words\"</b> belong together.</p>");
    m_filter->setToolTip(help);
    m_filter->setAccessibleDescription(QTextDocumentFragment::fromHtml(help).toPlainText());
    m_view->setAccessibleName(tr("Policies and rules"));
    m_view->setAccessibleDescription(
        tr("All files with their policies, rules and destinations. Shift and Ctrl with the arrows select several."));
    updateHint();
}

void Navigator::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool Navigator::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            goToEntries();
            return true;
        case Qt::Key_Escape:
            m_filter->clear();
            m_view->setFocus();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Navigator::editFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void Navigator::setFilterText(const QString &text)
{
    m_filter->setText(text);
    applyFilter(text);
}

void Navigator::selectAll()
{
    m_view->selectAll();
}

void Navigator::applyFilter(const QString &text)
{
    const QScopedValueRollback guard(m_showing, true); // what disappears must not change the selection
    const bool wasFiltering = m_filtered->isFiltering();
    if (!wasFiltering)
        rememberUnfolded();
    m_filtering = true;
    m_filtered->setText(text);
    m_filtering = false;
    if (m_filtered->isFiltering() || wasFiltering)
        unfold(m_filtered->isFiltering());
    updateHint();
    // An edit of what is selected must not reach what cannot be seen.
    for (const FieldRef &item : m_items->all()) {
        if (!m_filtered->mapFromSource(m_model->indexOf(item)).isValid()) {
            m_items->clear();
            break;
        }
    }
    showSelection();
    if (wasFiltering && !m_filtered->isFiltering()) // last: an entry that comes back is scrolled to when it is selected
        m_view->verticalScrollBar()->setValue(m_scrolled);
}

void Navigator::rememberUnfolded()
{
    m_scrolled = m_view->verticalScrollBar()->value();
    m_unfolded.clear();
    visitParents(*m_filtered, {}, [this](const QModelIndex &index) {
        if (m_view->isExpanded(index))
            m_unfolded.append(m_filtered->mapToSource(index));
        return true;
    });
}

/// Unfolds what the filter shows; without one, what was unfolded before.
void Navigator::unfold(bool isFiltering)
{
    if (!isFiltering) {
        m_view->collapseAll();
        for (const QPersistentModelIndex &index : std::as_const(m_unfolded))
            m_view->expand(m_filtered->mapFromSource(index));
        m_unfolded.clear();
        m_view->doItemsLayout();
    } else if (m_model->ruleCount().shown <= maxUnfoldedMatches) {
        m_view->expandAll();
    } else {
        visitParents(*m_filtered, {}, [this](const QModelIndex &index) {
            const bool isRule = index.data(NavigatorModel::KindRole).toInt() == int(OutlineItem::Kind::Rule);
            if (!isRule)
                m_view->expand(index);
            return !isRule;
        });
    }
}

void Navigator::showSelection()
{
    const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(m_selection->current()));
    const QList<FieldRef> &items = m_items->all();
    const QScopedValueRollback guard(m_showing, true);
    if (!items.isEmpty()) {
        if (m_view->selectedFields() != items)
            m_view->selectFields(items, m_selection->current());
        return;
    }
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    if (index == m_view->currentIndex() && selected == (index.isValid() ? QModelIndexList{index} : QModelIndexList()))
        return;
    if (!index.isValid()) {
        m_view->selectionModel()->clearCurrentIndex();
        m_view->clearSelection();
        return;
    }
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_view->scrollTo(index);
}

/// One entry is looked at; several are taken together.
void Navigator::takeSelection()
{
    if (m_showing)
        return;
    const QScopedValueRollback guard(m_showing, true);
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    const QList<FieldRef> fields = selected.size() > 1 ? m_view->selectedFields() : QList<FieldRef>();
    const QModelIndex one = selected.size() == 1 ? selected.front() : m_view->currentIndex();
    FieldRef current = NavigatorModel::whereOf(one);
    if (fields.size() > 1 && !fields.contains(current))
        current = fields.last();
    if (current.isValid())
        m_items->select(fields, current == placeOf(m_selection->current()) ? m_selection->current() : current);
}

/// From the filter to what it found: to the entry that was looked at, or else to the first one that fits.
void Navigator::goToEntries()
{
    m_view->setFocus();
    if (m_view->currentIndex().isValid() || !m_filtered->isFiltering())
        return;
    for (QModelIndex index = m_filtered->index(0, 0); index.isValid(); index = m_view->indexBelow(index)) {
        if (m_model->isMatch(m_filtered->mapToSource(index))) {
            m_view->setCurrentIndex(index);
            return;
        }
    }
}

QStringList Navigator::titles() const
{
    QStringList titles;
    for (int i = 0; i < int(m_editor->workspace().files.size()); ++i)
        titles.append(m_editor->title(i));
    return titles;
}

QVariantMap Navigator::session() const
{
    QStringList unfolded;
    const auto add = [&unfolded](const FieldRef &where) {
        unfolded.append(u"%1 %2 %3"_s.arg(where.file).arg(where.document).arg(where.path.toString()));
    };
    if (m_filtered->isFiltering()) {
        for (const QPersistentModelIndex &index : m_unfolded)
            add(NavigatorModel::whereOf(index));
    } else {
        visitParents(*m_filtered, {}, [&](const QModelIndex &index) {
            if (m_view->isExpanded(index))
                add(NavigatorModel::whereOf(index));
            return true;
        });
    }
    return {{u"files"_s, titles()},
            {u"filter"_s, m_filter->text()},
            {u"unfolded"_s, unfolded},
            {u"scrolled"_s, m_filtered->isFiltering() ? m_scrolled : m_view->verticalScrollBar()->value()}};
}

void Navigator::restoreSession(const QVariantMap &session)
{
    if (session.value(u"files"_s).toStringList() != titles())
        return; // it speaks of others
    const QScopedValueRollback guard(m_showing, true);
    m_view->collapseAll();
    for (const QString &line : session.value(u"unfolded"_s).toStringList()) {
        const std::optional<FieldPath> path = FieldPath::parse(line.section(u' ', 2));
        const FieldRef where{line.section(u' ', 0, 0).toInt(), line.section(u' ', 1, 1).toInt(),
                             path.value_or(FieldPath())};
        const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(where));
        if (NavigatorModel::whereOf(index) == where)
            m_view->expand(index);
    }
    m_view->doItemsLayout();
    m_view->verticalScrollBar()->setValue(session.value(u"scrolled"_s).toInt());
    const QString filter = session.value(u"filter"_s).toString();
    if (!filter.isEmpty())
        setFilterText(filter);
    showSelection();
}

void Navigator::expandNew(const QModelIndex &parent, int first, int last)
{
    if (m_filtering)
        return;
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_filtered->index(row, 0, parent);
        const FieldRef where = NavigatorModel::whereOf(m_filtered->mapToSource(index));
        const int children = m_filtered->rowCount(index);
        if (!where.isValid() || (where.document >= 0 && children > maxUnfoldedRules))
            continue; // groups of foreign documents and long lists stay folded
        m_view->expand(index);
        expandNew(index, 0, children - 1);
    }
    if (parent.isValid() && NavigatorModel::whereOf(m_filtered->mapToSource(parent)).isValid()
        && m_filtered->rowCount(parent) == last - first + 1)
        m_view->expand(parent); // its first children
}

void Navigator::updateHint()
{
    if (m_filtering)
        return;
    const bool isEmpty = m_filtered->rowCount() == 0;
    m_view->setVisible(!isEmpty);
    m_hint->setVisible(isEmpty);
    const bool isFiltered = m_filtered->isFiltering();
    m_hintText->setText(isFiltered ? tr("Nothing here fits “%1”.").arg(m_filter->text())
                                   : tr("No file is open. Policies and their rules are listed here."));
    m_hintButton->setText(isFiltered ? tr("Clear Filter") : tr("New Policy"));
    const RuleCount count = m_model->ruleCount();
    const QString all = tr("%Ln rule(s)", nullptr, count.all);
    m_count->setText(isFiltered ? tr("%L1 of %2").arg(count.shown).arg(all) : all);
}

} // namespace sallyport
