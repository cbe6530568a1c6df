// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/protocol.h"

#include <QStringView>

#include <optional>

namespace sallyport {

/// What the scheme of a URL or a service's name says about the traffic.
struct KnownService {
    Protocol protocol;
    int port; ///< The usual one.
};

/// By the scheme of a URL ("https", "postgresql", "amqps"), in any case.
std::optional<KnownService> serviceOfScheme(QStringView scheme);
/// By the name that people write into lists ("HTTPS", "h2", "TLS", "MySQL"); narrower than schemes, for it stands among other words.
std::optional<Protocol> protocolOfWord(QStringView word);
/// What usually speaks on a port; nullopt where nothing is known.
std::optional<Protocol> protocolOfPort(int port);
/// The port that a protocol usually has; nullopt for TCP.
std::optional<int> portOfProtocol(Protocol protocol);

} // namespace sallyport
