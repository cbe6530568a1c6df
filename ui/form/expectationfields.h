// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldspecs.h"

namespace sallyport {

/// The fields of an Expectations document, in the order of its form.
QList<FieldSpec> expectationFields();
FieldSpec expectationField(const QString &pattern);

/// The key under which a request is written: tcp for host:port, url for everything else.
QString requestKeyOf(const QString &request);

} // namespace sallyport
