// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/placedtrace.h"
#include "ui/form/flow.h"

namespace sallyport {

/// The way of a traced request for the flow strip.
Flow flowOf(const PlacedTrace &trace);
/// How far it came on that way.
FlowEnd endOf(const PlacedTrace &trace);

} // namespace sallyport
