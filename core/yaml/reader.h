// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"
#include "core/yaml/split.h"

namespace sallyport::yaml {

/// Reads one document of a text: the only place that calls yaml-cpp. `nodes` counts down what the file may still hold.
Document parseDocument(const QByteArray &text, const DocumentRange &where, qint64 &nodes);

} // namespace sallyport::yaml
