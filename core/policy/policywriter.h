// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/expectations.h"
#include "core/policy/mesh.h"
#include "core/policy/policy.h"
#include "core/value.h"

namespace sallyport {

// Policies and their parts as values, for text that is not there yet: new files, new rules, new documents. Members stand in the order
// of the schema; what is absent or empty is left out. Reading what was written gives an equal struct.

Value toValue(const Labels &labels);
Value toValue(const Source &source);
Value toValue(const Destination &destination);
Value toValue(const Rule &rule);
Value toValue(const Policy &policy);
/// The facts in full, defaults written out; ports only where the Mesh lists them.
Value toValue(const Mesh &mesh);
Value toValue(const MeshGateway &gateway);
Value toValue(const MeshHost &host);
Value toValue(const Expectation &expectation);
Value toValue(const Expectations &expectations);

} // namespace sallyport
