// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QString>

namespace sallyport {

/// The icon of resources/icons/<name>.svg in the colours of the theme.
///
/// It is drawn when it is painted, from the SVG and the application's palette of that moment: sharp at every scale, and right after the
/// theme has changed, without anyone setting it again. Our SVGs are drawn in `currentColor`; `var(--accent)`, `var(--error)`,
/// `var(--warning)`, `var(--note)` and `var(--good)` stand for those colours of the theme. The file must exist.
QIcon icon(const QString &name);

} // namespace sallyport
