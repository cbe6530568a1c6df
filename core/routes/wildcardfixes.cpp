// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/wildcardfixes.h"

#include "core/policy/edits.h"

#include <QCoreApplication>

namespace sallyport {

using namespace Qt::StringLiterals;
