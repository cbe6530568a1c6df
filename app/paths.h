// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sallyport {

// Where the program keeps what is its own, by the XDG base directory rules: relative and empty values of the variables do not count.
QString settingsFile(); ///< $XDG_CONFIG_HOME/sallyport/settings.ini
QString stateFolder(); ///< $XDG_STATE_HOME/sallyport
QString cacheFolder(); ///< $XDG_CACHE_HOME/sallyport

} // namespace sallyport
