// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/documentfindings.h"
#include "core/policy/policy.h"

namespace sallyport {

/// A map of texts, sorted by key. What has the wrong type is left out; checkStructure() has reported it.
Labels readLabels(const Place &place);

/// apiVersion and kind: a version that is not in `known` is reported.
void checkVersion(const Place &root, const QStringList &known, DocumentFindings &findings);
/// metadata.name, where it is there.
void checkName(const Place &metadata, DocumentFindings &findings);
/// Keys and values that Kubernetes would not take for labels are reported with this code.
void checkLabels(const Place &labels, QLatin1StringView code, DocumentFindings &findings);

} // namespace sallyport
