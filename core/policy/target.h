// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace sallyport {

/// In which form the workspace leaves the program; decides some severities.
enum class Target : quint8 { Istio, Asm };

} // namespace sallyport
