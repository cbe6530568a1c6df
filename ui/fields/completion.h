// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <functional>

class QLineEdit;

namespace sallyport {

/// Offers words while something is typed; every other text stays possible. A word that is taken counts as typed. `words` is asked at
/// each keystroke.
void offerWords(QLineEdit *edit, const std::function<QStringList()> &words);

} // namespace sallyport
