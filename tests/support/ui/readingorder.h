// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace sallyport {

/// Whether people read one before the other: it stands higher, or in the same line further left.
bool isReadBefore(const QWidget *a, const QWidget *b, const QWidget *inside);

/// Where the Tab key stops within a widget, in the order of the focus chain.
QList<QWidget *> tabStops(QWidget *inside);

} // namespace sallyport
