// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLabel;
class QWidget;

namespace sallyport {

/// What a document comes to, in words at the top of its form. It keeps its room of so many lines whatever it says, so that nothing
/// below it moves; what does not fit is in the tool tip.
QLabel *newSummaryLine(int lines, QWidget *parent);

} // namespace sallyport
