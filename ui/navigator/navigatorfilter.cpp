// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/navigatorfilter.h"

#include "ui/navigator/navigatormodel.h"

namespace sallyport {

NavigatorFilter::NavigatorFilter(NavigatorModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(model);
}

void NavigatorFilter::setText(const QString &text)
{
    m_model->setQuery(Query(text));
    invalidateFilter();
}

bool NavigatorFilter::isFiltering() const
{
    return !m_model->query().isEmpty();
}

bool NavigatorFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return m_model->isShown(m_model->index(row, 0, parent));
}

} // namespace sallyport
