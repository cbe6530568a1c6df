// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/value.h"

#include <QByteArray>

namespace sallyport::yaml {

/// Writes canonical YAML: block style, keys in the order `kubectl get -o yaml` prints, lists at their key's indentation, strings
/// quoted where YAML 1.1 would misread them. Same value, same bytes.
QByteArray write(const Value &value);

/// As write(), appended to `out`; `origins`, where given, gets one entry per line written: the origin of the innermost value that starts there.
void write(const Value &value, QByteArray &out, std::vector<quint32> *origins = nullptr);

/// A string as one YAML scalar: plain where that is safe, else single or double quoted.
QByteArray scalar(const QString &text);

/// Compact JSON with keys in the same order.
QByteArray toJson(const Value &value);

} // namespace sallyport::yaml
