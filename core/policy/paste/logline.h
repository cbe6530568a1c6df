// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/paste/pastedrow.h"

namespace sallyport {

/// The host that a line of a proxy's or server's log speaks of, and the rest of the line left aside; empty where it is no such line.
///
/// Known are Squid's native format, the common and combined formats of Apache and nginx (with a virtual host in front, or absolute
/// URLs and CONNECT as forward proxies have them), nginx's error log, Envoy's and Istio's default text formats and Envoy's JSON, and
/// requests as such: GET http://…, CONNECT host:443. Of TLS connections Istio's format has the server name.
QList<PastedRow> readLogLine(const QString &line, int number);

} // namespace sallyport
