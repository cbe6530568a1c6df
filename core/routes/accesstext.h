// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/access.h"

namespace sallyport {

// How lists of access are shown and handed on: one place for the words, whether a window, a terminal or a file shows them.

/// "app=sleep-a in mytest, except tier=web"; "every workload of mytest".
QString workloadText(const Access &access);
/// "*.example.com, except www.example.com".
QString hostText(const Access &access);
/// "80"; "80 (the gateway dials 8080)".
QString portText(const Access &access);
/// "app=sleep-a in mytest → HTTP www.example.com, port 80, through egressgateway-a".
QString accessText(const Access &access);

/// A table with one row for each entry and a line of titles, which are never translated. Cells that a spreadsheet would take for a formula
/// are protected (they begin with an apostrophe); values are quoted where they need it (RFC 4180, lines end with CR LF).
QByteArray accessCsv(const std::vector<Access> &list);
/// The same as a table of Markdown, for a review or a wiki.
QByteArray accessMarkdown(const std::vector<Access> &list);

} // namespace sallyport
