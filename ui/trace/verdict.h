// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/expect.h"

#include <QIcon>

namespace sallyport {

// How outcomes look wherever they are shown: never by colour alone, so each has a word and a shape, too.

QString wordOf(TraceVerdict verdict); ///< "Allowed", "Blocked", "Cannot tell".
QIcon iconOf(TraceVerdict verdict);
/// "Allowed: 200 from www.example.com, through egressgateway-a"; of an unknown one, with the fact that is missing.
QString sentenceOf(const TraceResult &result);

QString wordOf(ExpectationState state); ///< "Holds", "Fails", "Cannot tell".
QIcon iconOf(ExpectationState state);

QString wordOf(TraceStage stage); ///< "Sidecar", "Mutual TLS" …

/// "https://www.example.com/", "tcp://db.example.com:5432": a request's address as it is typed.
QString addressOf(const RequestSpec &request);
/// Takes the address apart again: what begins with tcp:// or has neither scheme nor path, but a port, is a stream.
void setAddress(RequestSpec &request, const QString &text);

} // namespace sallyport
