// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLineEdit;

namespace sallyport {

/// Gives a line the button that empties it, with the words that Qt leaves out for those who cannot see it.
void addClearButton(QLineEdit *line);

} // namespace sallyport
