// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/hostlist.h"

#include "core/policy/hostlimit.h"
#include "core/policy/policy.h"
#include "ui/fields/clearbutton.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

HostList::HostList(QWidget *parent)
    : QWidget(parent)
    , m_model(new EntryModel({tr("Host")}, {tr("Add a host…")}, this))
    , m_view(new EntryView(m_model, this))
    , m_add(new QToolButton(this))
    , m_remove(new QToolButton(this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
    , m_search(new QWidget(this))
    , m_filter(new QLineEdit(m_search))
    , m_counts(new QLabel(m_search))
{
    // A blank, comma or semicolon between two texts makes several hosts of them.
    m_view->setSeparators(QRegularExpression(u"[\\s,;|]"_s));
    m_view->setMovable(true);
    m_view->setVisibleRows(4);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(0);
    const auto add = [&](QToolButton *button, const QString &iconName, const QString &text, auto action) {
        button->setIcon(icon(iconName));
        button->setAutoRaise(true);
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setFocusPolicy(Qt::NoFocus); // the list has a key for each
        const int size = m_view->verticalHeader()->defaultSectionSize();
        button->setFixedSize(size, size);
        connect(button, &QToolButton::clicked, m_view, action);
        buttons->addWidget(button);
    };
    add(m_add, u"add"_s, tr("Add a host"), &EntryView::editNew);
    add(m_remove, u"remove"_s, tr("Remove the selected hosts (Del)"), &EntryView::removeSelected);
    add(m_up, u"up"_s, tr("Move up (Alt+Up)"), [this] { m_view->moveCurrent(-1); });
    add(m_down, u"down"_s, tr("Move down (Alt+Down)"), [this] { m_view->moveCurrent(1); });
    buttons->addStretch();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *lists = new QVBoxLayout;
    lists->setContentsMargins({});
    lists->setSpacing(0);
    lists->addWidget(m_view, 1);
    lists->addWidget(m_search);
    layout->addLayout(lists, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_view);
    buildSearch();

    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HostList::updateButtons);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HostList::updateButtons);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &HostList::updateButtons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HostList::applyFilter);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HostList::applyFilter);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &HostList::applyFilter);
    connect(m_view, &EntryView::menuRequested, this, &HostList::fillMenu);
    updateButtons();
}

void HostList::buildSearch()
{
    m_filter->setPlaceholderText(tr("Search these hosts"));
    m_filter->setAccessibleName(tr("Search these hosts"));
    addClearButton(m_filter);
    m_counts->setAccessibleName(tr("Number of hosts"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(m_search);
    row->setContentsMargins({});
    row->addWidget(m_filter, 1);
    row->addWidget(m_counts);
    connect(m_filter, &QLineEdit::textChanged, this, &HostList::applyFilter);
    connect(m_filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    m_filter->installEventFilter(this);
    connect(m_view, &EntryView::searchRequested, this, [this] {
        m_search->show();
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    m_search->hide();
}

void HostList::fillMenu(QMenu *menu)
{
    const int count = int(m_model->rows().size());
    const auto add = [&](const QString &text, bool enabled, auto signal) {
        menu->addAction(text, this, signal)->setEnabled(m_editable && enabled);
    };
    add(tr("Paste Hosts…"), true, &HostList::pasteWanted);
    menu->addSeparator();
    add(tr("Sort"), count > 1, &HostList::sortWanted);
    add(tr("Remove duplicates"), withoutDuplicates(hosts(), {}).size() < count, &HostList::duplicatesUnwanted);
    add(tr("Split into several destinations"), count > mostHosts, &HostList::splitWanted);
}

/// Hides what does not match. The row that is being edited stays, whatever becomes of its text.
void HostList::applyFilter()
{
    const QString wanted = m_filter->text().trimmed();
    if (wanted.isEmpty() && !m_isFiltered)
        return showCounts();
    m_isFiltered = !wanted.isEmpty();
    const int current = m_view->hasFocus() || m_view->isAncestorOf(focusWidget()) ? m_view->currentIndex().row() : -1;
    m_view->setUpdatesEnabled(false);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool hides = m_isFiltered && m_model->isEntry(row) && row != current
            && !m_model->rows()[row].constFirst().contains(wanted, Qt::CaseInsensitive);
        if (m_view->isRowHidden(row) != hides)
            m_view->setRowHidden(row, hides);
    }
    m_view->setUpdatesEnabled(true);
    showCounts();
}

void HostList::showCounts()
{
    constexpr int mostInSight = 10;
    const int count = int(m_model->rows().size());
    int shown = 0;
    for (int row = 0; row < count; ++row)
        shown += !m_view->isRowHidden(row);
    m_counts->setText(m_isFiltered ? tr("%1 of %2 shown").arg(shown).arg(count)
                                   : tr("%1 of %2").arg(count).arg(mostHosts));
    m_counts->setToolTip(tr("A destination takes up to %1 hosts.").arg(mostHosts));
    m_search->setVisible(count > mostInSight || m_isFiltered || m_filter->hasFocus());
}

bool HostList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            if (key->key() == Qt::Key_Escape)
                m_filter->clear();
            m_view->setFocus(Qt::ShortcutFocusReason);
            showCounts();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HostList::setHosts(const QStringList &hosts)
{
    QList<QStringList> rows;
    rows.reserve(hosts.size());
    for (const QString &host : hosts)
        rows.append({host});
    m_model->setRows(rows);
}

QStringList HostList::hosts() const
{
    QStringList hosts;
    for (const QStringList &row : m_model->rows())
        hosts.append(row.constFirst());
    return hosts;
}

void HostList::setEditable(bool editable)
{
    m_editable = editable;
    m_view->setReadOnly(!editable);
    updateButtons();
}

void HostList::updateButtons()
{
    const int row = m_view->currentIndex().row();
    m_add->setEnabled(m_editable);
    m_remove->setEnabled(m_editable && !m_view->selectedEntries().isEmpty());
    m_up->setEnabled(m_editable && m_model->isEntry(row) && row > 0);
    m_down->setEnabled(m_editable && m_model->isEntry(row) && m_model->isEntry(row + 1));
}

QStringList withoutDuplicates(const QStringList &wanted, const QStringList &present)
{
    QSet<QString> seen;
    for (const QString &host : present)
        seen.insert(canonicalHost(host));
    QStringList result;
    for (const QString &host : wanted) {
        const QString canonical = canonicalHost(host);
        if (seen.contains(canonical))
            continue;
        seen.insert(canonical);
        result.append(host);
    }
    return result;
}

} // namespace sallyport
