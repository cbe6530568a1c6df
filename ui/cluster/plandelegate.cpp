// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/plandelegate.h"

#include "ui/cluster/planmodel.h"
#include "ui/cluster/planwords.h"

namespace sallyport {

void PlanDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme &theme = Theme::of(option->widget);
    const bool isField = index.parent().isValid();
    const Tint *tint = tintOf(kube::PlannedAction(index.data(PlanModel::ActionRole).toInt()), theme);
    if (index.data(PlanModel::FailedRole).toBool())
        tint = &theme.error;
    else if (index.data(PlanModel::DoneRole).toBool())
        tint = &theme.good;
    const bool isTinted = index.column() == PlanModel::ActionColumn && !isField;
    const QColor text = isTinted && tint ? tint->text : !tint || isField ? theme.muted : QColor();
    if (!text.isValid() || (isField && index.column() != PlanModel::ActionColumn))
        return;
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, text);
}

} // namespace sallyport
