// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/pastejudge.h"

#include "core/policy/paste/hosttoken.h"
#include "core/policy/paste/knownports.h"

#include <QCoreApplication>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using State = PastedRow::State;

/// What a new destination has, where none is selected that says otherwise.
constexpr int usualPort = 443;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::PasteJudge)
};

QString keyOf(const QString &host, int port, Protocol protocol)
{
    return host + u':' + QString::number(port) + u'/' + QString::number(int(info(protocol).trafficClass));
}

} // namespace

PasteJudge::PasteJudge(const Policy &policy, int rule, const Port &port)
    : m_port(port)
{
    if (m_port.number == 0 && !m_port.protocol) {
        m_port.number = usualPort;
        m_port.protocol = Protocol::Https;
    }
    for (int i = 0; i < int(policy.rules.size()); ++i) {
        const Rule &each = policy.rules[i];
        m_ruleTitles.append(each.name.isEmpty() ? Texts::tr("Rule %1").arg(i + 1) : each.name);
        for (const Destination &destination : each.to) {
            for (const QString &host : destination.hosts) {
                if (!destination.port.protocol)
                    continue;
                const QString key = keyOf(canonicalHost(host), destination.port.number, *destination.port.protocol);
                if (i == rule || !m_present.contains(key))
                    m_present.insert(key, i == rule ? -1 : i);
            }
        }
    }
}

void PasteJudge::judge(PastedRow &row)
{
    if (row.state == State::Duplicate)
        row.state = State::Host;
    if (row.state != State::Host)
        return;
    if (row.note == PasteNote::Twice || row.note == PasteNote::InRule || row.note == PasteNote::AlsoInRule) {
        row.note = PasteNote::None;
        row.detail.clear();
    }
    complete(row);
    if (row.state != State::Host)
        return;
    const QString key = keyOf(row.host, *row.port, *row.protocol);
    if (const auto seen = m_seen.constFind(key); seen != m_seen.constEnd()) {
        row.state = State::Duplicate;
        row.note = PasteNote::Twice;
        row.detail = QString::number(*seen);
        return;
    }
    m_seen.insert(key, row.line);
    const auto present = m_present.constFind(key);
    if (present == m_present.constEnd())
        return;
    const bool isSameRule = *present < 0;
    row.state = isSameRule ? State::Duplicate : State::Host;
    row.note = isSameRule ? PasteNote::InRule : PasteNote::AlsoInRule;
    row.detail = isSameRule ? QString() : m_ruleTitles[*present];
}

void PasteJudge::startAnew()
{
    m_seen.clear();
}

/// The destination's port and protocol where the text says nothing; else what usually goes with what it says.
void PasteJudge::complete(PastedRow &row) const
{
    const std::optional<Protocol> usual = m_port.protocol;
    if (!row.port && !row.protocol) {
        row.port = m_port.number;
        row.protocol = usual.value_or(Protocol::Tcp);
    } else if (!row.protocol) {
        row.protocol = row.port == m_port.number ? usual : protocolOfPort(*row.port);
        if (!row.protocol)
            row.protocol = usual.value_or(Protocol::Tcp);
    } else if (!row.port) {
        row.port = row.protocol == usual ? std::optional(m_port.number) : portOfProtocol(*row.protocol);
    }
    if (!row.port) {
        row.state = State::Rejected;
        row.note = PasteNote::NeedsPort;
    }
}

PastedRow edited(PastedRow row, const QString &host, std::optional<int> port, std::optional<Protocol> protocol)
{
    PastedRow result = readHostToken(host).value_or(readHostName(host));
    result.line = row.line;
    result.text = row.text;
    if (port)
        result.port = port;
    if (protocol)
        result.protocol = protocol;
    return result;
}

} // namespace sallyport
