// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/chains.h"

#include <QSet>

#include <algorithm>

namespace sallyport {

namespace {

QStringList namesOf(const ChainMatch &match)
{
    return match.takesAnyName() ? QStringList(QString()) : match.serverNames;
}

/// The bits of the narrowest block of a chain that holds the address; -1 where none does, or the chain asks for no address.
int narrowest(const ChainMatch &match, const Connection &connection)
{
    int bits = -1;
    for (const QString &text : match.blocks) {
        const std::optional<istio::AddressBlock> block = istio::addressBlock(text);
        if (block && connection.destination && block->contains(*connection.destination))
            bits = std::max(bits, block->prefix);
    }
    return bits;
}

QStringList maskedBlocks(const QStringList &blocks)
{
    QStringList masked;
    for (const QString &text : blocks) {
        const std::optional<istio::AddressBlock> block = istio::addressBlock(text);
        if (!block)
            continue;
        QString key = QString::number(block->isV6) + u'/' + QString::number(block->prefix);
        for (int bit = 0; bit < block->prefix; ++bit)
            key += (block->bytes[size_t(bit / 8)] >> (7 - bit % 8)) & 1 ? u'1' : u'0';
        masked.append(key);
    }
    std::sort(masked.begin(), masked.end());
    masked.removeDuplicates();
    return masked;
}

QStringList sortedNames(QStringList names)
{
    names.removeAll(QStringLiteral("*"));
    std::sort(names.begin(), names.end());
    names.removeDuplicates();
    return names;
}

} // namespace

bool ChainMatch::isSameAs(const ChainMatch &other) const
{
    return httpOnly == other.httpOnly && sortedNames(serverNames) == sortedNames(other.serverNames)
        && maskedBlocks(blocks) == maskedBlocks(other.blocks);
}

void ChainTable::add(ChainMatch match)
{
    for (const QString &name : namesOf(match))
        m_byName[name].push_back(int(m_chains.size()));
    m_chains.push_back(std::move(match));
}

const std::vector<int> *ChainTable::named(const QString &name) const
{
    const auto found = m_byName.constFind(name);
    return found == m_byName.constEnd() ? nullptr : &*found;
}

int ChainTable::find(const Connection &connection) const
{
    int bits = -1;
    for (const ChainMatch &match : m_chains) {
        if (!match.blocks.isEmpty())
            bits = std::max(bits, narrowest(match, connection));
    }
    const auto isInBucket = [&](int chain) {
        const ChainMatch &match = m_chains[size_t(chain)];
        return bits < 0 ? match.blocks.isEmpty() : narrowest(match, connection) == bits;
    };
    const auto search = [&](const QString &name) -> std::optional<int> {
        const std::vector<int> *candidates = named(name);
        if (!candidates || std::none_of(candidates->begin(), candidates->end(), isInBucket))
            return std::nullopt;
        int found = -1;
        for (int chain : *candidates) {
            if (!isInBucket(chain))
                continue;
            const bool httpOnly = m_chains[size_t(chain)].httpOnly;
            if (httpOnly == connection.isHttp || (!httpOnly && found < 0))
                found = chain;
        }
        return found;
    };
    const QString &name = connection.serverName;
    if (!name.isEmpty()) {
        if (const std::optional<int> exact = search(name))
            return *exact;
        for (qsizetype dot = name.indexOf(u'.', 1); dot > 0; dot = name.indexOf(u'.', dot + 1)) {
            if (const std::optional<int> wildcard = search(u'*' + name.mid(dot)))
                return *wildcard;
        }
    }
    return search(QString()).value_or(-1);
}

bool ChainTable::isRefused() const
{
    QSet<QString> seen;
    for (const ChainMatch &match : m_chains) {
        const QStringList blocks = match.blocks.isEmpty() ? QStringList(QString()) : maskedBlocks(match.blocks);
        for (const QString &block : blocks) {
            for (const QString &name : namesOf(match)) {
                const QString key = block + u' ' + name + u' ' + QString::number(match.httpOnly);
                if (seen.contains(key))
                    return true;
                seen.insert(key);
            }
        }
    }
    return false;
}

} // namespace sallyport
