// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/paste/pastemodel.h"

#include "core/policy/paste/hosttoken.h"
#include "core/policy/paste/knownports.h"
#include "ui/fields/marks.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QBrush>
#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

using State = PastedRow::State;

PasteModel::PasteModel(const PasteJudge &judge, QObject *parent)
    : QAbstractTableModel(parent)
    , m_judge(judge)
{
}

void PasteModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_isLeftOut.clear();
    m_judge.startAnew();
    endResetModel();
    emit chosenChanged();
}

void PasteModel::append(QList<PastedRow> rows)
{
    if (rows.isEmpty())
        return;
    for (PastedRow &row : rows)
        m_judge.judge(row);
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    m_rows += rows;
    m_isLeftOut.resize(m_rows.size());
    endInsertRows();
    emit chosenChanged();
}

bool PasteModel::isChosen(int row) const
{
    return m_rows[row].state == State::Host && !m_isLeftOut[row];
}

QList<PastedRow> PasteModel::chosen() const
{
    QList<PastedRow> result;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (isChosen(row))
            result.append(m_rows[row]);
    }
    return result;
}

int PasteModel::count(State state) const
{
    return int(
        std::count_if(m_rows.begin(), m_rows.end(), [state](const PastedRow &row) { return row.state == state; }));
}

void PasteModel::choose(const QList<int> &rows, bool chosen)
{
    for (const int row : rows) {
        m_isLeftOut[row] = !chosen;
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    emit chosenChanged();
}

void PasteModel::setPorts(const QList<int> &rows, std::optional<int> port, std::optional<Protocol> protocol)
{
    for (const int i : rows) {
        PastedRow &row = m_rows[i];
        if (row.state == State::Ignored || (!port && !protocol))
            continue;
        if (row.state == State::Rejected)
            row = edited(row, row.host, port ? port : row.port, protocol ? protocol : row.protocol);
        row.port = port ? port : row.port;
        row.protocol = protocol ? protocol : row.protocol;
    }
    judgeAnew();
}

int PasteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PasteModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PasteModel::textIn(const PastedRow &row, int column) const
{
    const QString readable = readableHost(row.host);
    switch (column) {
    case Host:
        return readable == row.host ? row.host : u"%1  (%2)"_s.arg(row.host, readable);
    case Port:
        return row.port ? QString::number(*row.port) : QString();
    case ProtocolName:
        return row.protocol ? info(*row.protocol).name : QString();
    case Line:
        return QString::number(row.line);
    case Text: {
        constexpr qsizetype longest = 300;
        return row.text.size() > longest ? row.text.first(longest) + u'…' : row.text;
    }
    default:
        break;
    }
    const QString note = textOf(row);
    return note.isEmpty() ? wordOf(row.state) : u"%1: %2"_s.arg(wordOf(row.state), note);
}

QVariant PasteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PastedRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textIn(row, index.column());
    case Qt::EditRole:
        return index.column() == Host ? row.host : textIn(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Text ? row.text.left(1000) : textIn(row, index.column());
    case Qt::CheckStateRole:
        if (index.column() == Host && row.state == State::Host)
            return isChosen(index.row()) ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::DecorationRole:
        if (index.column() != Remark || row.state == State::Host)
            return {};
        return iconOf(row.state == State::Rejected ? Severity::Warning : Severity::Note);
    case Qt::ForegroundRole:
        if (!isChosen(index.row()))
            return QBrush(Theme::of(QGuiApplication::palette()).muted);
        return {};
    case Qt::AccessibleDescriptionRole:
        return textIn(row, Remark);
    default:
        return {};
    }
}

bool PasteModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    if (role == Qt::CheckStateRole && index.column() == Host) {
        choose({index.row()}, value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole)
        return false;
    switch (index.column()) {
    case Host:
        return setHost(index.row(), value.toString().trimmed());
    case Port:
        return setPort(index.row(), value.toString().trimmed());
    case ProtocolName:
        return setProtocol(index.row(), value.toString());
    default:
        return false;
    }
}

bool PasteModel::setHost(int row, const QString &text)
{
    if (text.isEmpty() || text == m_rows[row].host)
        return false;
    m_rows[row] = edited(m_rows[row], text, m_rows[row].port, m_rows[row].protocol);
    judgeAnew();
    return true;
}

bool PasteModel::setPort(int row, const QString &text)
{
    const std::optional<int> port = readPort(text);
    if (!port || port == m_rows[row].port)
        return false;
    // The protocol goes along where it was the usual one of the old port.
    const std::optional<int> old = m_rows[row].port;
    const bool wasUsual = old && protocolOfPort(*old) == m_rows[row].protocol;
    setPorts({row}, port, wasUsual ? protocolOfPort(*port) : std::nullopt);
    return true;
}

bool PasteModel::setProtocol(int row, const QString &text)
{
    const std::optional<Protocol> protocol = parseProtocol(text);
    if (!protocol || protocol == m_rows[row].protocol)
        return false;
    setPorts({row}, std::nullopt, protocol);
    return true;
}

/// One row's change may make or free duplicates among the others.
void PasteModel::judgeAnew()
{
    m_judge.startAnew();
    for (PastedRow &row : m_rows)
        m_judge.judge(row);
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit chosenChanged();
}

QVariant PasteModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Host:
        return tr("Host");
    case Port:
        return tr("Port");
    case ProtocolName:
        return tr("Protocol");
    case Line:
        return tr("Line");
    case Text:
        return tr("Pasted");
    default:
        return tr("Understood as");
    }
}

Qt::ItemFlags PasteModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || m_rows[index.row()].state == State::Ignored)
        return flags;
    if (index.column() <= ProtocolName)
        flags |= Qt::ItemIsEditable;
    if (index.column() == Host && m_rows[index.row()].state == State::Host)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QString wordOf(State state)
{
    switch (state) {
    case State::Host:
        return PasteModel::tr("Host");
    case State::Duplicate:
        return PasteModel::tr("Duplicate");
    case State::Rejected:
        return PasteModel::tr("No host");
    case State::Ignored:
        break;
    }
    return PasteModel::tr("Left aside");
}

} // namespace sallyport
