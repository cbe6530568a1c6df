// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace sallyport {

/// For ./dev bench: where the environment has SALLYPORT_FIRST_PAINT, prints when the window was painted for the first time (nanoseconds
/// of the monotonic clock) to standard output, and ends the program. Otherwise does nothing.
void reportFirstPaint(QWidget *window);

} // namespace sallyport
