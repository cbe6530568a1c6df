// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/files/mergeview.h"

#include "ui/files/mergemodel.h"
#include "ui/theme.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace sallyport {

namespace {

using Take = MergeChunk::Take;

/// Paints what is taken and what is left: by ground, and what is left struck out.
class MergeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme &theme = Theme::of(option->palette);
        const auto ground = MergeModel::Ground(index.data(MergeModel::GroundRole).toInt());
        if (index.column() != MergeModel::TakenColumn)
            option->font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        if (ground == MergeModel::Ground::Taken)
            option->backgroundBrush = theme.addedLine;
        else if (ground == MergeModel::Ground::Left)
            option->backgroundBrush = theme.removedLine;
        else if (ground == MergeModel::Ground::Open)
            option->backgroundBrush = theme.warning.ground;
        option->font.setStrikeOut(ground == MergeModel::Ground::Left);
    }
};

} // namespace

MergeView::MergeView(QWidget *parent)
    : QWidget(parent)
    , m_model(new MergeModel(this))
    , m_table(new QTableView)
    , m_title(new QLabel)
    , m_state(new QLabel)
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MergeDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Your text, the last saved one and the one on disk"));
    m_table->verticalHeader()->hide();
    const int height =
        std::max(fontMetrics().height(), QFontMetrics(QFontDatabase::systemFont(QFontDatabase::FixedFont)).height());
    m_table->verticalHeader()->setMinimumSectionSize(height);
    m_table->verticalHeader()->setDefaultSectionSize(height + 2);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(MergeModel::TakenColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionsClickable(false);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeStateRow());
    layout->addWidget(makeButtons());

    connect(m_model, &MergeModel::decided, this, &MergeView::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MergeView::showState);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == MergeModel::MineColumn)
            take(Take::Mine);
        else if (index.column() == MergeModel::TheirsColumn)
            take(Take::Theirs);
    });
    const auto shortcut = [this](const QKeySequence &keys, void (MergeView::*slot)()) {
        connect(new QShortcut(keys, this, {}, {}, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, slot);
    };
    shortcut(Qt::ALT | Qt::Key_Down, &MergeView::next);
    shortcut(Qt::ALT | Qt::Key_Up, &MergeView::previous);
}

QWidget *MergeView::makeStateRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    const auto arrow = [&](Qt::ArrowType type, const QString &name, const QString &tip, void (MergeView::*slot)()) {
        auto *button = new QToolButton;
        button->setArrowType(type);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(name);
        button->setToolTip(tip);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, slot);
    };
    arrow(Qt::UpArrow, tr("Previous difference"), tr("Go to the difference before (Alt+Up)."), &MergeView::previous);
    arrow(Qt::DownArrow, tr("Next difference"), tr("Go to the next difference (Alt+Down)."), &MergeView::next);
    m_state->setWordWrap(true);
    layout->addWidget(m_state, 1);
    return row;
}

QWidget *MergeView::makeButtons()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    const auto button = [&](const QString &text, const QString &tip, auto &&slot) {
        auto *result = new QPushButton(text);
        result->setToolTip(tip);
        result->setAccessibleDescription(tip);
        layout->addWidget(result);
        connect(result, &QPushButton::clicked, this, slot);
        return result;
    };
    m_choices = {
        button(tr("Take &Yours"), tr("Take your lines for this difference."), [this] { take(Take::Mine); }),
        button(tr("Take &Disk's"), tr("Take the lines on disk for this difference."), [this] { take(Take::Theirs); }),
        button(tr("Take &Both"), tr("Take your lines and then those on disk."), [this] { take(Take::MineThenTheirs); }),
    };
    layout->addSpacing(fontMetrics().averageCharWidth() * 2);
    button(tr("A&ll Yours"), tr("Keep your text as it is; it may replace the one on disk when you save."),
           [this] { m_model->takeAll(Take::Mine); });
    button(tr("All D&isk's"), tr("Take the text on disk as it is; undo brings yours back."),
           [this] { m_model->takeAll(Take::Theirs); });
    layout->addStretch();
    m_apply = button(tr("&Apply"), tr("Make this your text, in one step that undo takes back."),
                     [this] { emit applied(merged(m_model->chunks())); });
    m_apply->setDefault(true);
    button(tr("&Close"), tr("Leave everything as it is (Esc)."), &MergeView::cancelled);
    return row;
}

void MergeView::setTexts(const QString &title, const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    m_title->setText(tr("%1: your text and the one on disk").arg(title));
    m_model->setChunks(threeWay(base, mine, theirs));
    m_table->setCurrentIndex({});
    next();
}

void MergeView::take(Take take)
{
    const int row = m_table->currentIndex().row();
    const bool wasOpen = undecided(m_model->chunks()) > 0;
    m_model->take(m_model->chunkAt(row), take);
    if (wasOpen && undecided(m_model->chunks()) > 0)
        next();
}

void MergeView::next()
{
    step(1);
}

void MergeView::previous()
{
    step(-1);
}

void MergeView::step(int direction)
{
    const int count = m_model->rowCount();
    const int now = m_table->currentIndex().row();
    const int chunk = m_model->chunkAt(now);
    int row = now < 0 && direction < 0 ? 0 : now;
    for (int i = 0; i < count; ++i) {
        row = (row + direction + count) % count;
        if (!m_model->isDifference(row) || (m_model->chunkAt(row) == chunk && now >= 0))
            continue;
        const int first = m_model->firstRowOf(m_model->chunkAt(row));
        m_table->setCurrentIndex(m_model->index(first, MergeModel::TakenColumn));
        m_table->scrollTo(m_model->index(first, MergeModel::TakenColumn), QAbstractItemView::PositionAtCenter);
        return;
    }
}

void MergeView::showState()
{
    const auto &chunks = m_model->chunks();
    const int open = undecided(chunks);
    const auto differences = std::count_if(chunks.begin(), chunks.end(), [](const MergeChunk &chunk) {
        return chunk.kind != MergeChunk::Kind::Same && chunk.kind != MergeChunk::Kind::Both;
    });
    m_state->setText(
        open > 0
            ? tr("%Ln difference(s) wait for your choice: both sides have changed the same lines.", nullptr, open)
            : tr("%Ln difference(s), all decided. Nothing is changed before you apply it.", nullptr, int(differences)));
    m_apply->setEnabled(open == 0);
    for (QPushButton *button : m_choices)
        button->setEnabled(m_model->isDifference(m_table->currentIndex().row()));
}

void MergeView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

void MergeView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace sallyport
