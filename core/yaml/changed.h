// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/change.h"

namespace sallyport::yaml {

/// Makes the change to a value, in place: the meaning of each kind of change. False, and the value perhaps half changed, where the
/// path does not fit.
bool makeChange(Value &root, const Change &change);

} // namespace sallyport::yaml
