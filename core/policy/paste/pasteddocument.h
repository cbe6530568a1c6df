// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/paste/pastedrow.h"

namespace sallyport {

/// The hosts of a YAML or JSON document, with the ports and protocols that the document gives them: a ServiceEntry, a policy, a
/// values file, an answer of an API. Empty where the text is no such document or has no hosts that a key speaks of.
QList<PastedRow> readPastedDocument(const QString &text);

} // namespace sallyport
