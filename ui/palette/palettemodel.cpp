// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/palette/palettemodel.h"

#include "ui/fields/marks.h"
#include "ui/icons.h"
#include "ui/palette/match.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr size_t shownRows = 200;
/// A match in what stands beside the text counts less than any in the text itself.
constexpr int detailPenalty = 100'000;

QString kindWord(PaletteItem::Kind kind)
{
    switch (kind) {
    case PaletteItem::Kind::Action:
        return PaletteModel::tr("action");
    case PaletteItem::Kind::Rule:
        return PaletteModel::tr("rule");
    case PaletteItem::Kind::Host:
        return PaletteModel::tr("host");
    case PaletteItem::Kind::Finding:
        return PaletteModel::tr("finding");
    case PaletteItem::Kind::RecentFile:
        break;
    }
    return PaletteModel::tr("recent file");
}

QIcon iconOf(const PaletteItem &item)
{
    if (item.kind == PaletteItem::Kind::Finding)
        return iconOf(item.severity);
    if (!item.icon.isEmpty())
        return icon(item.icon);
    return item.action ? item.action->icon() : QIcon();
}

} // namespace

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void PaletteModel::setItems(std::vector<PaletteItem> items)
{
    m_items = std::move(items);
    search();
}

void PaletteModel::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    search();
}

void PaletteModel::search()
{
    beginResetModel();
    m_rows.clear();
    for (size_t i = 0; i < m_items.size(); ++i) {
        const PaletteItem &item = m_items[i];
        if (std::optional<Match> match = matchOf(m_query, item.text))
            m_rows.push_back({i, match->score, std::move(match->positions)});
        else if (const std::optional<Match> wide = matchOf(m_query, item.text + u' ' + item.detail))
            m_rows.push_back({i, wide->score - detailPenalty, {}});
    }
    m_matches = int(m_rows.size());
    const size_t kept = std::min(m_rows.size(), shownRows);
    // in the order of the items where nothing was typed, and among equals
    const auto better = [this](const Row &a, const Row &b) {
        return m_query.trimmed().isEmpty() || a.score == b.score ? a.item < b.item : a.score > b.score;
    };
    std::partial_sort(m_rows.begin(), m_rows.begin() + qsizetype(kept), m_rows.end(), better);
    m_rows.resize(kept);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_rows.size())
        return {};
    const PaletteItem &entry = item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::DecorationRole:
        return iconOf(entry);
    case Qt::ToolTipRole:
        return entry.text;
    case Qt::AccessibleTextRole:
        return entry.detail.isEmpty() ? u"%1, %2"_s.arg(entry.text, kindWord(entry.kind))
                                      : u"%1, %2, %3"_s.arg(entry.text, kindWord(entry.kind), entry.detail);
    case DetailRole:
        return entry.detail;
    case PositionsRole:
        return QVariant::fromValue(m_rows[size_t(index.row())].positions);
    default:
        return {};
    }
}

} // namespace sallyport
