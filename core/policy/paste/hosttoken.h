// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/paste/pastedrow.h"

#include <QStringView>

namespace sallyport {

/// What one word of a text says as a host: a name, a wildcard, host:port, a URL, an address. A row of state Host or Rejected, its
/// line left open; nullopt where the word does not look like any of these. Names without a dot are such words, too, unless a port or
/// a scheme says that they are hosts.
std::optional<PastedRow> readHostToken(QStringView word);

/// Judges a name that is known to be meant as a host, like that of a column of hosts: a row of state Host or Rejected.
PastedRow readHostName(const QString &name);

/// A port number, 1 to 65535.
std::optional<int> readPort(QStringView text);

/// Without the quotes, brackets and punctuation that stand around a word in prose, lists and Markdown.
QStringView unwrapped(QStringView word);

/// A URL without what may be secret in it: the user's part is left out.
QString withoutSecrets(QStringView url);

} // namespace sallyport
