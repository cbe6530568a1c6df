// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldspecs.h"

namespace sallyport {

/// The fields of a Mesh document, in the order of its form.
QList<FieldSpec> meshFields();
FieldSpec meshField(const QString &pattern);

} // namespace sallyport
