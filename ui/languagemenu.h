// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings.h"

#include <QLocale>

#include <functional>

class QMenu;

namespace sallyport {

/// The locale whose language was chosen: that of the system until one is.
QLocale chosenLocale(const Settings &settings);

/// A menu to choose the language in. Writes the choice into the settings, then calls `chosen`, unless it is the present one.
QMenu *makeLanguageMenu(Settings *settings, const std::function<void()> &chosen, QWidget *parent);

} // namespace sallyport
