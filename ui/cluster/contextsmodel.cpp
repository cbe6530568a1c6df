// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/contextsmodel.h"

#include <QDir>
#include <QFont>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// Names and passwords in an address are credentials. What is no address at all is shown as "?" only.
QString shownServer(const QString &server)
{
    const QUrl url(server.contains("://"_L1) ? server : "http://"_L1 + server);
    return url.isValid() && !url.host().isEmpty() ? url.toDisplayString(QUrl::RemoveUserInfo) : u"?"_s;
}

QString shownFile(const QString &file)
{
    const QString home = QDir::homePath() + u'/';
    return file.startsWith(home) ? "~/"_L1 + file.mid(home.size()) : file;
}

} // namespace

QList<ContextRow> contextRows(const kube::Kubeconfig &config, const ContextMemory &memory)
{
    QList<ContextRow> rows;
    for (const auto &[name, entry] : config.contexts) {
        const auto cluster = config.clusters.find(entry.cluster);
        rows.append({.name = name,
                     .server = cluster == config.clusters.end() ? QString() : shownServer(cluster->second.server),
                     .user = entry.user,
                     .file = shownFile(entry.file),
                     .mark = memory.mark(name)});
    }
    std::stable_partition(rows.begin(), rows.end(),
                          [&](const ContextRow &row) { return row.name == config.currentContext; });
    return rows;
}

void ContextsModel::setRows(const QList<ContextRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void ContextsModel::setMark(int row, ContextMark mark)
{
    m_rows[row].mark = mark;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ContextsModel::setOpened(const QString &context)
{
    m_opened = context;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int ContextsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ContextsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ContextsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ContextRow &row = m_rows[index.row()];
    if (role == Qt::FontRole && row.name == m_opened) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return row.name == m_opened ? tr("%1 (open)").arg(row.name) : row.name;
    case MarkColumn:
        return markName(row.mark);
    case ServerColumn:
        return row.server;
    case UserColumn:
        return row.user;
    case FileColumn:
        return row.file;
    default:
        return {};
    }
}

QVariant ContextsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Context"), tr("Mark"), tr("Server"), tr("User"), tr("Kubeconfig")};
    return section < ColumnCount ? titles[section] : QVariant();
}

} // namespace sallyport
