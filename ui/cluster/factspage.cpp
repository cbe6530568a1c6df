// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/factspage.h"

#include "ui/fields/marks.h"
#include "ui/form/statepage.h"
#include "ui/preview/bars.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QPushButton *button(const QString &text, const QString &tip)
{
    auto *made = new QPushButton(text);
    made->setToolTip(tip);
    return made;
}

} // namespace

FactsPage::FactsPage(QWidget *parent)
    : QWidget(parent)
    , m_state(new StatePage)
    , m_content(new QWidget)
    , m_list(new QTreeWidget)
    , m_role(makeRole())
{
    m_list->setHeaderLabels({tr("Fact"), tr("The cluster says"), tr("What it changes")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Facts of the cluster"));
    const int widths[] = {22, 36, 60};
    for (int column = 0; column < 3; ++column)
        m_list->header()->resizeSection(column, widths[column] * fontMetrics().averageCharWidth());
    auto *mesh = button(tr("&Import Mesh"), tr("Writes what the cluster says into the Mesh document."));
    auto *policy = button(tr("Open Poli&cy…"), tr("Opens an ASMEgressTrafficPolicy of the cluster as a new file."));
    auto *refresh = button(tr("As&k Again"), tr("Reads the facts of the mesh once more."));
    connect(mesh, &QPushButton::clicked, this, &FactsPage::meshRequested);
    connect(policy, &QPushButton::clicked, this, &FactsPage::policyRequested);
    connect(refresh, &QPushButton::clicked, this, &FactsPage::refreshRequested);
    connect(m_state, &StatePage::clicked, this, &FactsPage::contextsRequested);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(barMargins(this));
    buttons->addWidget(mesh);
    buttons->addWidget(policy);
    buttons->addStretch();
    buttons->addWidget(refresh);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_role);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(buttons);
    column->addWidget(splitter, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_content);
    layout->addWidget(m_state);
    m_state->show(tr("No cluster is open"),
                  tr("Open a context to see what its mesh says, and what it changes for your policy."),
                  tr("Choose a Context"));
    setRole({});
    setRows({});
}

QWidget *FactsPage::makeRole()
{
    m_yaml = new QPlainTextEdit;
    m_yaml->setReadOnly(true);
    m_yaml->setTabChangesFocus(true);
    m_yaml->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_yaml->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_yaml->setAccessibleName(tr("Roles that grant the missing rights"));
    m_copy = button(tr("Cop&y Roles"), tr("Copies the YAML, for an administrator to apply."));
    connect(m_copy, &QPushButton::clicked, this, &FactsPage::copyRole);
    auto *title = new QLabel(tr("These Roles would grant the missing rights:"));
    title->setBuddy(m_yaml);
    auto *row = new QHBoxLayout;
    row->addWidget(title, 1);
    row->addWidget(m_copy);
    auto *role = new QWidget;
    auto *layout = new QVBoxLayout(role);
    layout->setContentsMargins(barMargins(this));
    layout->addLayout(row);
    layout->addWidget(m_yaml, 1);
    return role;
}

void FactsPage::setRows(const QList<FactRow> &rows)
{
    m_content->setVisible(!rows.isEmpty());
    m_state->setVisible(rows.isEmpty());
    setFocusProxy(rows.isEmpty() ? static_cast<QWidget *>(m_state) : m_list);
    if (rows == m_rows)
        return;
    m_rows = rows;
    fill();
}

void FactsPage::fill()
{
    const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
    m_list->clear();
    for (const FactRow &row : std::as_const(m_rows)) {
        auto *item = new QTreeWidgetItem({row.fact, row.says, row.changes});
        if (row.severity != Severity::Note) {
            item->setIcon(0, iconOf(row.severity));
            item->setData(0, Qt::AccessibleTextRole, u"%1: %2"_s.arg(wordOf(row.severity), row.fact));
            for (int column = 0; column < 3; ++column)
                item->setForeground(column, Theme::of(this).of(row.severity).text);
        }
        for (int column = 0; column < 3; ++column)
            item->setToolTip(column, item->text(column));
        m_list->addTopLevelItem(item);
    }
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(std::clamp(current, 0, m_list->topLevelItemCount() - 1)));
}

void FactsPage::setRole(const QByteArray &yaml)
{
    m_yaml->setPlainText(QString::fromUtf8(yaml));
    m_role->setVisible(!yaml.isEmpty());
}

void FactsPage::copyRole()
{
    QGuiApplication::clipboard()->setText(m_yaml->toPlainText());
}

void FactsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        fill();
    QWidget::changeEvent(event);
}

} // namespace sallyport
