// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/hostchecks.h"

#include "core/policy/hostlimit.h"
#include "core/policy/names.h"
#include "core/policy/policy.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// The zone of the names that sidecars and gateways call each other by (docs/istio.md).
constexpr QLatin1StringView reservedZone = "egress.internal"_L1;

bool isReserved(const QString &host)
{
    const QString zone = reservedZone;
    return covers(host, zone) || host.endsWith(u'.' + zone);
}

/// Checks the hosts of one destination.
class HostChecks
{
    Q_DECLARE_TR_FUNCTIONS(HostChecks)
public:
    HostChecks(const Place &hosts, DocumentFindings &findings)
        : m_hosts(hosts)
        , m_findings(findings)
        , m_texts(hosts.texts())
    {
    }

    void run();

private:
    void checkHost(const Place &place, const QString &text);
    void checkDuplicate(const Place &place, const QString &text, int position);
    QString invalidMessage(const QString &text) const;
    QList<Fix> cleanUp(const Place &place, const QString &text) const;

    const Place &m_hosts;
    DocumentFindings &m_findings;
    QStringList m_texts;
    QHash<QString, int> m_seen; ///< Canonical host -> position.
};

void HostChecks::run()
{
    if (m_hosts.size() > size_t(mostHosts))
        m_findings.add("host.count"_L1, m_hosts,
                       tr("%1 hosts are listed; a destination takes up to %2.").arg(m_hosts.size()).arg(mostHosts));
    for (size_t i = 0; i < m_hosts.size(); ++i) {
        const Place place = m_hosts.item(i);
        const std::optional<QString> text = place.text();
        if (!text)
            continue;
        checkHost(place, *text);
        if (faultOf(*text) == HostFault::None)
            checkDuplicate(place, *text, int(i));
    }
}

void HostChecks::checkHost(const Place &place, const QString &text)
{
    switch (faultOf(text)) {
    case HostFault::None:
        break;
    case HostFault::Address:
        m_findings.add(
            "host.ip"_L1, place,
            tr("%1 is an address; a host is a DNS name. For TCP, the Mesh says which addresses a name has.").arg(text));
        break;
    case HostFault::Invalid:
        m_findings.add("host.invalid"_L1, place, invalidMessage(text), cleanUp(place, text));
        break;
    case HostFault::Short:
        m_findings.add(
            "host.short"_L1, place,
            tr("“%1” has no dot: it would be taken for a service in the client's own namespace. Write the full DNS name.")
                .arg(text));
        break;
    case HostFault::Reserved:
        m_findings.add("host.reserved"_L1, place,
                       tr("%1 is reserved: names at and below %2 are used between sidecars and gateways.")
                           .arg(text, reservedZone));
        break;
    }
}

void HostChecks::checkDuplicate(const Place &place, const QString &text, int position)
{
    const QString host = canonicalHost(text);
    const auto first = m_seen.constFind(host);
    if (first == m_seen.constEnd()) {
        m_seen.insert(host, position);
        return;
    }
    m_findings.add("host.duplicate"_L1, place,
                   tr("%1 is listed twice; entry %2 says the same.").arg(text).arg(*first + 1),
                   {removeFix(tr("Remove the second %1").arg(text), place.path())});
}

QString HostChecks::invalidMessage(const QString &text) const
{
    if (text.isEmpty())
        return tr("The host is empty. Write a DNS name.");
    if (text.contains("://"_L1))
        return tr("“%1” is a URL; only its host belongs here.").arg(text);
    if (text.contains(u'*'))
        return tr("“%1” is no valid wildcard: “*.” may stand in front of a DNS name, nowhere else.").arg(text);
    return tr("“%1” is no DNS name.").arg(text);
}

QList<Fix> HostChecks::cleanUp(const Place &place, const QString &text) const
{
    const QString host = hostIn(text);
    if (host.isEmpty())
        return {};
    const QString canonical = canonicalHost(host);
    const bool isThere = std::any_of(m_texts.begin(), m_texts.end(),
                                     [&](const QString &other) { return canonicalHost(other) == canonical; });
    if (isThere)
        return {removeFix(tr("Remove it: %1 is listed already").arg(host), place.path())};
    return {setFix(tr("Use %1").arg(host), place.path(), host)};
}

} // namespace

void checkHosts(const Place &hosts, DocumentFindings &findings)
{
    HostChecks(hosts, findings).run();
}

HostFault faultOf(const QString &host)
{
    if (isAddressOrBlock(host))
        return HostFault::Address;
    const QString canonical = canonicalHost(host);
    const QStringView name = isWildcard(canonical) ? QStringView(canonical).sliced(2) : QStringView(canonical);
    constexpr qsizetype longestName = 253;
    if (!isHostName(name) || canonical.size() > longestName)
        return HostFault::Invalid;
    if (!canonical.contains(u'.'))
        return HostFault::Short;
    return isReserved(canonical) ? HostFault::Reserved : HostFault::None;
}

QString hostIn(const QString &pasted)
{
    QString host = pasted.trimmed();
    const qsizetype scheme = host.indexOf("://"_L1);
    if (scheme >= 0)
        host = host.sliced(scheme + 3);
    const auto cutAt = [&host](QChar c) { host = host.section(c, 0, 0); };
    cutAt(u'/');
    cutAt(u'?');
    cutAt(u'#');
    host = host.sliced(host.lastIndexOf(u'@') + 1);
    cutAt(u':');
    const bool isAscii = std::all_of(host.cbegin(), host.cend(), [](QChar c) { return c.unicode() < 128; });
    if (!isAscii)
        host = QString::fromLatin1(QUrl::toAce(host));
    return host != pasted && faultOf(host) == HostFault::None ? host : QString();
}

} // namespace sallyport
