// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/value.h"

#include <QByteArrayView>

#include <optional>

namespace sallyport::kube {

/// Reads one JSON text as RFC 8259 has it. Nothing where it is not JSON, or nested deeper than 1,000 levels.
/// Whole numbers that fit are integers. Of duplicate keys both stay; find() gives the first.
std::optional<Value> fromJson(QByteArrayView text);

} // namespace sallyport::kube
