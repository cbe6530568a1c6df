// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/hostlist.h"

#include "core/policy/policy.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
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
{
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
    layout->addWidget(m_view, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_view);

    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HostList::updateButtons);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HostList::updateButtons);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &HostList::updateButtons);
    connect(m_view, &EntryView::menuRequested, this, [this](QMenu *menu) {
        menu->addSeparator();
        QAction *action = menu->addAction(tr("Remove duplicates"), this, &HostList::duplicatesUnwanted);
        action->setEnabled(m_editable && withoutDuplicates(hosts(), {}).size() < hosts().size());
    });
    updateButtons();
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

QStringList hostsIn(const QString &text)
{
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    static const QRegularExpression wrapping(u"^[\"'\\[]+|[\"'\\]]+$"_s);
    QStringList hosts;
    for (QString word : text.split(separators, Qt::SkipEmptyParts)) {
        word.remove(wrapping);
        if (!word.isEmpty() && word != "-"_L1)
            hosts.append(word);
    }
    return hosts;
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
