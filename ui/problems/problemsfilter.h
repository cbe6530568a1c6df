// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace sallyport {

/// The rows of a ProblemsModel whose severity is wanted and that hold a text in any column.
class ProblemsFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ProblemsFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    void setShown(Severity severity, bool shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    QSet<int> m_hidden;
};

} // namespace sallyport
