// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/protocol.h"

#include <QList>
#include <QString>

#include <optional>

namespace sallyport {

/// What is to be said about something that was pasted. textOf() has the sentences.
enum class PasteNote : quint8 {
    None,
    // Of hosts
    SubdomainsOf, ///< ".example.com" was read as "*.example.com".
    HostHeader, ///< The name of a request is in its Host header, not in its URL.
    ServerName, ///< From the server name that a log has of a TLS connection.
    AlsoInRule, ///< Another rule has it, too: `detail`.
    // Of duplicates
    Twice, ///< Line `detail` has it already.
    InRule, ///< The rule has it already.
    // Of rejects
    Address,
    Mail,
    Short,
    Reserved,
    InCluster,
    BadWildcard,
    Invalid,
    BadPort,
    NeedsPort, ///< A TCP protocol without a port.
    Udp,
    NoName, ///< A request or log line that does not say which host it went to.
    Pattern, ///< A pattern of curl's that stands for many names.
    // Of what is left aside
    Header,
    Comment,
    Words,
    Proxy,
    OptionValue,
    Pinned, ///< Where a name shall be looked for: --resolve, --connect-to.
    LogRest,
    Record, ///< Of a DNS record apart from its name.
    Covered, ///< The Host header of a request inside TLS.
    LinkText,
    Structure, ///< Of a YAML or JSON document, apart from its hosts, ports and protocols.
};

/// One piece of pasted text and what was made of it. All pieces together account for every word of the text.
struct PastedRow {
    enum class State : quint8 { Host, Duplicate, Rejected, Ignored };

    State state = State::Ignored;
    PasteNote note = PasteNote::None;
    int line = 0; ///< Of the text, from 1.
    QString host; ///< As policies have it: lower case, ASCII. Of a reject what it would be, where that can be told.
    std::optional<int> port; ///< Where the text says one.
    std::optional<Protocol> protocol; ///< Where the text says one.
    QString text; ///< What stood there, without passwords and tokens.
    QString detail; ///< See `note`.
    bool operator==(const PastedRow &) const = default;
};

/// The note as a sentence; empty where there is none.
QString textOf(const PastedRow &row);
/// A host as people read it: "bücher.example" for xn--bcher-kva.example.
QString readableHost(const QString &host);

} // namespace sallyport
