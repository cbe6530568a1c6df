// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/value.h"

#include <QStringView>

namespace sallyport::yaml {

/// What an unquoted scalar means to Kubernetes, whose reader (go-yaml v2) follows YAML 1.1 but for sexagesimals and timestamps,
/// which stay strings. Whole numbers written as floats are integers, as they are once turned into JSON: 8.0 is 8.
Value resolvePlain(const QString &text);

/// True where a reader of YAML 1.1 or 1.2 could take the unquoted text for something other than this string:
/// what resolvePlain() makes no string of, sexagesimals (12:30), dates, = and <<.
bool isMisreadAsPlain(QStringView text);

} // namespace sallyport::yaml
