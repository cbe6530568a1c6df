// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/plan.h"

#include <QStringList>

namespace sallyport {

/// A plan for a terminal: what happens to each object, field by field, then the counts.
QStringList planText(const kube::Plan &plan);

} // namespace sallyport
