// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sallyport {

// Where the program keeps what is its own besides its settings, by the XDG base directory rules: relative and empty values of the
// variables do not count.
QString stateFolder(); ///< $XDG_STATE_HOME/sallyport
QString cacheFolder(); ///< $XDG_CACHE_HOME/sallyport

} // namespace sallyport
