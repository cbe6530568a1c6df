// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/routes/routetable.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace sallyport {

/// A name part from any words: the words joined by '-', dots and stars made harmless, cut to 38 characters, and 12 hex digits of SHA-256
/// of the words, so that no two things share a name and no name depends on another thing. At most 51 characters, a DNS label.
QString slug(const QStringList &words);
/// 12 hex digits of SHA-256.
QString shortHash(const QString &text);

/// The names of generated objects and mesh SNIs. Remembers slugs: they cost a hash each, and thousands recur.
class Names
{
public:
    const QString &hostSlug(const QString &host); ///< Also the tail of an L4 subset's name.
    QString clientHost(const QString &host)
    {
        return QStringLiteral("egp-") + hostSlug(host);
    } ///< ServiceEntries and the mesh leg.
    QString upgrade(const QString &host) { return QStringLiteral("egp-tls-") + hostSlug(host); }
    QString gatewayLeg(const QString &gateway, const QString &hostOrSni)
    {
        return QStringLiteral("egp-gw-") + slug2(gateway, hostOrSni);
    }
    QString wildcardDoor(const QString &gateway, const QString &host)
    {
        return QStringLiteral("egp-any-") + slug2(gateway, host);
    }
    QString l4Gateway(const QString &gateway, const QString &clientNamespace)
    {
        return QStringLiteral("egp-l4-") + slug2(gateway, clientNamespace);
    }
    /// <slug>.wildcard.egress.internal
    QString wildcardDoorSni(const QString &gateway, const QString &host)
    {
        return slug2(gateway, host) + QStringLiteral(".wildcard.egress.internal");
    }
    /// The subset of the client DestinationRule that a route's traffic takes.
    QString subset(const EgressRoute &route);
    /// The SNI of the sidecar -> gateway leg.
    QString meshSni(const EgressRoute &route);

private:
    const QString &slug2(const QString &first, const QString &second);

    QHash<QString, QString> m_slugs;
};

QString doorSni(const QString &gateway); ///< <gateway>.door.egress.internal
QString perGateway(const QString &gateway); ///< egp-<gateway>: the door, and the client DestinationRule
QString guardName(const QString &gateway); ///< egp-guard-<gateway>

} // namespace sallyport
