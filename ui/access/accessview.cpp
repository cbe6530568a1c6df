// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/access/accessview.h"

#include "core/routes/accesstext.h"
#include "ui/access/accessmodel.h"
#include "ui/fields/clearbutton.h"
#include "ui/fields/enterkey.h"
#include "ui/preview/bars.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSaveFile>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

AccessView::AccessView(QWidget *parent)
    : QWidget(parent)
    , m_model(new AccessModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_list(new QTreeView)
    , m_summary(new QLabel)
    , m_empty(new QLabel)
    , m_text(new QLineEdit)
{
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filter);
    m_list->setObjectName(u"access"_s);
    m_list->setAccessibleName(tr("Access"));
    m_list->setAccessibleDescription(tr("Who may reach what. Enter goes to the rule that allows it."));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSortingEnabled(true);
    m_list->header()->setSortIndicator(-1, Qt::AscendingOrder); // the model's own order until a column is chosen
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->installEventFilter(this);
    const int character = fontMetrics().averageCharWidth();
    const int widths[] = {22, 18, 34, 44, 26, 10, 20};
    for (int column = 0; column < AccessModel::ColumnCount; ++column)
        m_list->header()->resizeSection(column, character * widths[column]);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(newBar());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    connect(m_list, &QTreeView::doubleClicked, this, &AccessView::activate);
    showAccess({}, false);
}

QWidget *AccessView::newBar()
{
    auto *bar = new QWidget;
    auto *copy = new QToolButton;
    copy->setText(tr("Cop&y"));
    copy->setObjectName(u"copyAccess"_s);
    copy->setToolTip(tr("Copy what is shown as a table."));
    copy->setPopupMode(QToolButton::InstantPopup);
    copy->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(copy);
    menu->addAction(tr("As &CSV"), this, &AccessView::copyCsv);
    menu->addAction(tr("As &Markdown"), this, &AccessView::copyMarkdown);
    copy->setMenu(menu);
    auto *save = new QToolButton;
    save->setText(tr("Sa&ve…"));
    save->setObjectName(u"saveAccess"_s);
    save->setToolTip(tr("Save what is shown as a CSV or a Markdown file."));
    save->setFocusPolicy(Qt::TabFocus);
    connect(save, &QToolButton::clicked, this, &AccessView::save);
    m_text->setObjectName(u"filter"_s);
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter access"));
    m_text->setAccessibleDescription(tr("Shows only the entries with these words in any column."));
    addClearButton(m_text);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text);
        showSummary();
    });
    m_summary->setObjectName(u"summary"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(barMargins(this));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_summary, 1);
    layout->addWidget(copy);
    layout->addWidget(save);
    return bar;
}

void AccessView::showAccess(const std::vector<Access> &list, bool isPartial)
{
    m_isDiff = false;
    m_isPartial = isPartial;
    m_model->setAccess(list);
    m_list->setColumnHidden(AccessModel::ChangeColumn, true);
    showSummary();
}

void AccessView::showDiff(const AccessDiff &diff, bool isPartial)
{
    m_isDiff = true;
    m_isPartial = isPartial;
    m_new = int(diff.newlyAllowed.size());
    m_gone = int(diff.noLongerAllowed.size());
    m_model->setDiff(diff);
    m_list->setColumnHidden(AccessModel::ChangeColumn, false);
    showSummary();
}

QString AccessView::summary() const
{
    return m_summary->text();
}

void AccessView::showSummary()
{
    QString text = m_isDiff
        ? tr("%Ln newly allowed", nullptr, m_new) + u" · "_s + tr("%Ln no longer allowed", nullptr, m_gone)
        : tr("%Ln entries", nullptr, m_model->rowCount());
    if (m_isPartial)
        text += u" · "_s + tr("what has an error counts as closed");
    m_summary->setText(text);
    m_summary->setToolTip(text);
    const bool isEmpty = m_filter->rowCount() == 0;
    m_empty->setText(m_model->rowCount() > 0 ? tr("No entry matches the filter.")
                         : m_isDiff          ? tr("The access is the same.")
                                             : tr("Nothing is allowed: no rule of a policy opens anything yet."));
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
}

std::vector<Access> AccessView::shown() const
{
    std::vector<Access> list;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        list.push_back(m_model->accessAt(m_filter->mapToSource(m_filter->index(row, 0)).row()));
    return list;
}

void AccessView::copyCsv()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(accessCsv(shown())));
}

void AccessView::copyMarkdown()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(accessMarkdown(shown())));
}

void AccessView::save()
{
    const QString csv = tr("CSV table (*.csv)");
    QString kind;
    QString path = QFileDialog::getSaveFileName(this, tr("Save Access"), u"access.csv"_s,
                                                csv + ";;"_L1 + tr("Markdown table (*.md)"), &kind);
    if (path.isEmpty())
        return;
    const bool isMarkdown =
        path.endsWith(".md"_L1, Qt::CaseInsensitive) || (kind != csv && !path.endsWith(".csv"_L1, Qt::CaseInsensitive));
    QSaveFile file(path);
    const QByteArray text = isMarkdown ? accessMarkdown(shown()) : accessCsv(shown());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        m_summary->setText(tr("%1 was not saved: %2. The table is here as before; choose another place.")
                               .arg(path, file.errorString()));
    else
        m_summary->setText(tr("Saved as %1.").arg(path));
}

void AccessView::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const int row = m_filter->mapToSource(index).row();
    emit entryActivated(m_model->accessAt(row), m_model->isGone(row));
}

bool AccessView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || !isEnterPress(event))
        return QWidget::eventFilter(watched, event);
    activate(m_list->currentIndex());
    return true;
}

} // namespace sallyport
