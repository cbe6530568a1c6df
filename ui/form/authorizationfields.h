// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldspecs.h"

namespace sallyport {

/// The fields of an AuthorizationPolicy, in the order of its form.
QList<FieldSpec> authorizationFields();
FieldSpec authorizationField(const QString &pattern);

} // namespace sallyport
