// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

#include <QStringView>

namespace sallyport {

/// True where every pod that `narrow` selects is selected by `wide`, too.
bool selectsAllOf(const Labels &wide, const Labels &narrow);

/// True where some pod could carry both sets of labels: no key asks for two values.
bool canSelectOnePod(const Labels &a, const Labels &b);

/// The wildcards that could cover a host, narrowest first: for a.b.c these are *.b.c and *.c; the host itself is not among them.
QStringList coveringWildcards(const QString &host);

} // namespace sallyport
