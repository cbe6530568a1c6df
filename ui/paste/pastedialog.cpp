// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/paste/pastedialog.h"

#include "ui/fields/dialogbuttons.h"
#include "ui/fields/inputs.h"
#include "ui/paste/pastefilter.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using State = PastedRow::State;

constexpr qint64 sliceMilliseconds = 10;
constexpr int linesAtOnce = 200;
constexpr int typingPause = 150; ///< Milliseconds.
constexpr qint64 countsPause = 100; ///< Milliseconds.

const QList<QList<State>> &filters()
{
    static const QList<QList<State>> all = {{State::Host, State::Rejected},
                                            {State::Host},
                                            {State::Duplicate},
                                            {State::Rejected},
                                            {State::Ignored},
                                            {State::Host, State::Duplicate, State::Rejected, State::Ignored}};
    return all;
}

void addProtocols(ChoiceBox *box)
{
    for (const ProtocolInfo &row : protocols())
        box->addChoice(row.name);
}

/// Edits hosts and ports as lines of text, protocols as a choice.
class PasteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.column() != PasteModel::ProtocolName)
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto *box = new QComboBox(parent);
        for (const ProtocolInfo &row : protocols())
            box->addItem(row.name);
        box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setCurrentText(index.data(Qt::EditRole).toString());
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            model->setData(index, box->currentText());
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }
};

} // namespace

PasteDialog::PasteDialog(const PasteJudge &judge, const QString &destination, QWidget *parent)
    : QDialog(parent)
    , m_destination(destination)
    , m_model(new PasteModel(judge, this))
    , m_filter(new PasteFilter(this))
    , m_text(new QPlainTextEdit)
    , m_show(new QComboBox)
    , m_table(new QTableView)
    , m_port(new PortEdit)
    , m_protocol(new ChoiceBox)
    , m_apply(new QPushButton(tr("&Set for Selected")))
    , m_summary(new QLabel)
{
    setWindowTitle(tr("Paste Hosts into %1").arg(destination));
    buildTable();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_add = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_summary->setWordWrap(true);
    m_summary->setAccessibleName(tr("Summary"));

    auto *lower = new QWidget;
    auto *rows = new QVBoxLayout(lower);
    rows->setContentsMargins({});
    rows->addWidget(buildFilterRow());
    rows->addWidget(m_table, 1);
    rows->addWidget(buildPortRow());
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildInput());
    splitter->addWidget(lower);
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
    tabInReadingOrder(buttons);
    m_add->setDefault(true); // only a button that is in a dialog can be its default

    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &PasteDialog::readOn);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &PasteDialog::readAnew);
    connect(m_text, &QPlainTextEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_model, &PasteModel::chosenChanged, this, &PasteDialog::showCounts);
    const int unit = fontMetrics().averageCharWidth();
    resize(165 * unit, 36 * fontMetrics().lineSpacing());
    splitter->setSizes({8 * fontMetrics().lineSpacing(), 24 * fontMetrics().lineSpacing()});
    showCounts();
}

QWidget *PasteDialog::buildInput()
{
    auto *box = new QWidget;
    auto *label = new QLabel(tr("&Text: a list, a table, URLs, curl commands, log lines, a hosts file, YAML …"));
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Pasted text"));
    m_text->setAccessibleDescription(tr("Whatever names hosts; it is read while you type."));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setUndoRedoEnabled(true);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_text, 1);
    return box;
}

QWidget *PasteDialog::buildFilterRow()
{
    auto *box = new QWidget;
    auto *label = new QLabel(tr("S&how:"));
    label->setBuddy(m_show);
    for (int i = 0; i < int(filters().size()); ++i)
        m_show->addItem(QString());
    m_show->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_show->setAccessibleName(tr("Rows that are shown"));
    m_show->setAccessibleDescription(tr("Which of the rows that were understood are shown."));
    connect(m_show, &QComboBox::activated, this, &PasteDialog::showOnly);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_show);
    layout->addStretch();
    return box;
}

QWidget *PasteDialog::buildPortRow()
{
    auto *box = new QWidget;
    auto *label = new QLabel(tr("&Port and protocol:"));
    label->setBuddy(m_port);
    m_port->setAccessibleName(tr("Port for the selected rows"));
    m_protocol->setAccessibleName(tr("Protocol for the selected rows"));
    m_port->setAccessibleDescription(tr("The selected rows get this port; empty leaves theirs."));
    m_protocol->setAccessibleDescription(tr("The selected rows get this protocol; empty leaves theirs."));
    m_port->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_protocol->setPlaceholderText(tr("as it is"));
    addProtocols(m_protocol);
    m_protocol->setCurrentIndex(-1);
    m_apply->setAutoDefault(false);
    connect(m_apply, &QPushButton::clicked, this, &PasteDialog::applyPorts);
    m_port->installEventFilter(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->addWidget(label);
    layout->addWidget(m_port);
    layout->addWidget(m_protocol);
    layout->addWidget(m_apply);
    layout->addStretch();
    return box;
}

void PasteDialog::buildTable()
{
    m_filter->setSourceModel(m_model);
    m_filter->show(filters().front());
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new PasteDelegate(m_table));
    m_table->setAccessibleName(tr("What was understood"));
    m_table->setAccessibleDescription(tr("Space leaves the selected rows out or takes them in; F2 edits a cell."));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + fontMetrics().descent());
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int unit = fontMetrics().averageCharWidth();
    const int widths[] = {46, 8, 11, 7, 30};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column] * unit);
    m_table->installEventFilter(this);
}

void PasteDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
    m_typing.stop();
    readAnew();
    m_table->setFocus();
}

void PasteDialog::readAnew()
{
    m_model->clear();
    m_reader.emplace(m_text->toPlainText());
    m_slice.start();
    readOn();
}

void PasteDialog::readOn()
{
    QElapsedTimer time;
    time.start();
    QList<PastedRow> rows;
    while (m_reader && !m_reader->atEnd() && time.elapsed() < sliceMilliseconds)
        rows += m_reader->read(linesAtOnce);
    if (!m_reader || m_reader->atEnd()) {
        m_slice.stop();
        m_reader.reset();
    }
    m_model->append(rows);
    if (rows.isEmpty())
        showCounts();
    if (!m_table->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_table->setCurrentIndex(m_filter->index(0, 0));
}

void PasteDialog::showCounts()
{
    // Counting takes longer than reading a slice: while that goes on, now and then is enough.
    if (m_reader && m_shown.isValid() && m_shown.elapsed() < countsPause)
        return;
    m_shown.start();
    const int hosts = m_model->count(State::Host);
    const int duplicates = m_model->count(State::Duplicate);
    const int rejects = m_model->count(State::Rejected);
    const int ignored = m_model->count(State::Ignored);
    const QStringList words = {tr("Hosts and what is no host (%1)").arg(hosts + rejects),
                               tr("Hosts (%1)").arg(hosts),
                               tr("Duplicates (%1)").arg(duplicates),
                               tr("What is no host (%1)").arg(rejects),
                               tr("What was left aside (%1)").arg(ignored),
                               tr("Everything (%1)").arg(m_model->rowCount())};
    for (int i = 0; i < int(words.size()); ++i)
        m_show->setItemText(i, words[i]);
    int chosen = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        chosen += m_model->isChosen(row);
    QStringList sentences;
    if (m_reader)
        sentences.append(tr("Reading: %1 %.").arg(int(m_reader->progress() * 100)));
    sentences.append(tr("%n host(s) will be added.", nullptr, chosen));
    if (hosts > chosen)
        sentences.append(tr("%n host(s) are left out.", nullptr, hosts - chosen));
    if (duplicates > 0)
        sentences.append(tr("%n row(s) are duplicates.", nullptr, duplicates));
    if (rejects > 0)
        sentences.append(tr("%n row(s) are no hosts: edit them, or leave them.", nullptr, rejects));
    m_summary->setText(sentences.join(u' '));
    m_add->setText(tr("&Add %n Host(s)", nullptr, chosen));
    m_add->setEnabled(chosen > 0 && !m_reader);
}

void PasteDialog::showOnly(int choice)
{
    m_filter->show(filters()[choice]);
}

QList<int> PasteDialog::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(m_filter->mapToSource(index).row());
    return rows;
}

void PasteDialog::applyPorts()
{
    const std::optional<int> port = m_port->text().isEmpty() ? std::nullopt : std::optional(m_port->text().toInt());
    const bool isPort = !port || (*port >= 1 && *port <= 65535);
    if (!isPort) {
        m_port->selectAll();
        m_port->setFocus();
        return;
    }
    m_model->setPorts(selectedRows(), port, parseProtocol(m_protocol->currentText()));
}

/// All of the selected rows go the way of the current one.
void PasteDialog::toggleSelected()
{
    const QModelIndex current = m_filter->mapToSource(m_table->currentIndex());
    if (current.isValid())
        m_model->choose(selectedRows(), !m_model->isChosen(current.row()));
}

bool PasteDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_port && isEnter) { // not the dialog's own button
        applyPorts();
        return true;
    }
    if (watched == m_table && key->key() == Qt::Key_Space && !key->modifiers()) {
        toggleSelected();
        return true;
    }
    if (watched == m_table && key->matches(QKeySequence::Delete)) {
        m_model->choose(selectedRows(), false);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace sallyport
