// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QString>

namespace sallyport {

/// "2 rules are left out, at least in part, because of errors."; empty where there are no errors.
QString leftOutText(const QList<Diagnostic> &findings);

} // namespace sallyport
