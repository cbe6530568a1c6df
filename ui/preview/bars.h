// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyle>
#include <QWidget>

namespace sallyport {

/// The margins of the slim bars above and below a view: half of what dialogs have.
inline QMargins barMargins(const QWidget *widget)
{
    const int margin = widget->style()->pixelMetric(QStyle::PM_LayoutLeftMargin) / 2;
    return {margin, margin / 2, margin, margin / 2};
}

} // namespace sallyport
