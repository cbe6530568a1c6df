// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QDialogButtonBox;

namespace sallyport {

/// Lets the Tab key go through the buttons of a dialog as they are read: their order is the style's, not that in which they were added.
void tabInReadingOrder(const QDialogButtonBox *buttons);

} // namespace sallyport
