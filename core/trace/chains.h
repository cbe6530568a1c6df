// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/addresses.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace sallyport {

/// What a filter chain of a listener asks of a connection.
struct ChainMatch {
    QStringList serverNames; ///< In lower case; empty, or with "*" among them: any, or none.
    QStringList blocks; ///< Destination addresses; empty = any.
    bool httpOnly = false; ///< Plain HTTP, as a listener sees from the first bytes.

    bool takesAnyName() const { return serverNames.isEmpty() || serverNames.contains(u"*"); }
    bool takesAll() const { return takesAnyName() && blocks.isEmpty() && !httpOnly; }
    /// As istiod compares chains that it merges: the order of names does not count.
    bool isSameAs(const ChainMatch &other) const;
};

/// What a listener can see of a connection.
struct Connection {
    std::optional<istio::AddressBlock> destination; ///< Unknown: an address that no object names.
    QString serverName; ///< In lower case; empty without TLS and without SNI.
    bool isHttp = false;
};

/// The filter chains of one listener, searched as Envoy does: by address, then name, then the rest, and never back.
class ChainTable
{
public:
    void add(ChainMatch match);
    /// The chain that takes a connection, or -1: none does. The listener's default chain, where it has one, is -1, too.
    int find(const Connection &connection) const;
    /// Two chains with an equal condition: Envoy refuses the whole listener then.
    bool isRefused() const;
    const std::vector<ChainMatch> &chains() const { return m_chains; }

private:
    const std::vector<int> *named(const QString &name) const;

    std::vector<ChainMatch> m_chains;
    QHash<QString, std::vector<int>> m_byName; ///< Under "" those without a name.
};

} // namespace sallyport
