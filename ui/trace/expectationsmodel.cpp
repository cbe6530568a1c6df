// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/expectationsmodel.h"

#include "ui/fields/rowdiff.h"
#include "ui/trace/tracesuggestions.h"
#include "ui/trace/verdict.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

bool ExpectationsModel::Row::operator==(const Row &other) const
{
    const TraceResult &a = result.trace;
    const TraceResult &b = other.result.trace;
    return result.state == other.result.state && result.where == other.result.where
        && result.expectation == other.result.expectation && a.verdict == b.verdict && a.outcome == b.outcome
        && a.missing == b.missing;
}

void ExpectationsModel::setResults(const std::vector<ExpectationResult> &results)
{
    QList<Row> wanted;
    wanted.reserve(qsizetype(results.size()));
    for (const ExpectationResult &result : results)
        wanted.append({result});
    updateRows(
        m_rows, wanted,
        [this](int first, int count) { emit dataChanged(index(first, 0), index(first + count - 1, ColumnCount - 1)); },
        [this](int first, int count, auto commit) {
            beginInsertRows({}, first, first + count - 1);
            commit();
            endInsertRows();
        },
        [this](int first, int count, auto commit) {
            beginRemoveRows({}, first, first + count - 1);
            commit();
            endRemoveRows();
        });
}

int ExpectationsModel::count(ExpectationState state) const
{
    return int(std::ranges::count_if(m_rows, [state](const Row &row) { return row.result.state == state; }));
}

int ExpectationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExpectationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ExpectationsModel::textOf(const ExpectationResult &result, int column) const
{
    const Expectation &expectation = result.expectation;
    switch (column) {
    case StateColumn:
        return wordOf(result.state);
    case TitleColumn:
        return expectation.name.isEmpty() ? tr("case %1").arg(result.where.path.last().index + 1) : expectation.name;
    case RequestColumn: {
        const QString address = sallyport::addressOf(expectation.request);
        const QString request =
            expectation.request.tcp.isEmpty() ? expectation.request.method + u' ' + address : address;
        const QString workload = expectation.labels.isEmpty()
            ? expectation.namespaceName
            : expectation.namespaceName + u'/' + labelsText(expectation.labels, ","_L1);
        return tr("%1 from %2", "request, workload").arg(request, workload);
    }
    case ExpectedColumn:
        return expectedText(expectation);
    case OutcomeColumn:
        return sentenceOf(result);
    default:
        return {};
    }
}

QVariant ExpectationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ExpectationResult &result = m_rows[index.row()].result;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(result, index.column());
    case Qt::DecorationRole:
        return index.column() == StateColumn ? QVariant(iconOf(result.state)) : QVariant();
    case StateRole:
        return int(result.state);
    default:
        return {};
    }
}

QVariant ExpectationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Result"), tr("Case"), tr("Request"), tr("Expected"), tr("What comes of it")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

void ExpectationsFilter::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void ExpectationsFilter::setShown(ExpectationState state, bool shown)
{
    if (shown)
        m_hidden.remove(int(state));
    else
        m_hidden.insert(int(state));
    invalidateFilter();
}

bool ExpectationsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    if (m_hidden.contains(first.data(ExpectationsModel::StateRole).toInt()))
        return false;
    for (int column = 0; !m_text.isEmpty() && column < sourceModel()->columnCount(); ++column) {
        if (first.siblingAtColumn(column).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return m_text.isEmpty();
}

} // namespace sallyport
