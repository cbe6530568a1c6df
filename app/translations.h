// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>

namespace sallyport {

/// Makes the application speak the locale's language, or English where we do not know it: English needs its plural forms, too.
/// Replaces what an earlier call installed; open windows get QEvent::LanguageChange.
void installTranslations(const QLocale &locale);

} // namespace sallyport
