// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/value.h"

#include <QStringView>

#include <vector>

namespace sallyport::yaml {

/// The order in which `kubectl get -o yaml` prints keys (go-yaml v2): punctuation before digits before letters, runs of digits
/// by their number (port9 before port10), letters by code point.
bool keyLess(QStringView a, QStringView b);

/// The members of a map in that order; the same for the same keys, however they were inserted.
std::vector<const Member *> membersInKeyOrder(const Value &map);

} // namespace sallyport::yaml
