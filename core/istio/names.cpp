// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/istio/names.h"

#include <QCryptographicHash>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readablePart = 38;

} // namespace

QString shortHash(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(12));
}

QString slug(const QStringList &words)
{
    QString readable = words.join(u'-');
    readable.replace(u'.', u'-').replace(u'*', "any"_L1);
    readable.truncate(readablePart);
    while (readable.endsWith(u'-'))
        readable.chop(1);
    return readable + u'-' + shortHash(words.join(u' '));
}

const QString &Names::hostSlug(const QString &host)
{
    auto known = m_slugs.constFind(host);
    if (known == m_slugs.constEnd())
        known = m_slugs.insert(host, slug({host}));
    return *known;
}

const QString &Names::slug2(const QString &first, const QString &second)
{
    const QString key = first + u' ' + second; // no word holds a blank
    auto known = m_slugs.constFind(key);
    if (known == m_slugs.constEnd())
        known = m_slugs.insert(key, slug({first, second}));
    return *known;
}

QString Names::subset(const EgressRoute &route)
{
    const bool http2 = info(route.protocol).http2;
    if (route.trafficClass != TrafficClass::Http)
        return u'p' + QString::number(route.port) + u'-' + hostSlug(route.host);
    const QString http = http2 ? u"http2"_s : u"http"_s;
    return isWildcard(route.host) ? http + u'-' + hostSlug(route.host) : http;
}

QString Names::meshSni(const EgressRoute &route)
{
    if (route.trafficClass != TrafficClass::Http)
        return l4MeshSni(route);
    return isWildcard(route.host) ? wildcardDoorSni(route.gateway, route.host) : doorSni(route.gateway);
}

QString doorSni(const QString &gateway)
{
    return gateway + ".door.egress.internal"_L1;
}

QString perGateway(const QString &gateway)
{
    return "egp-"_L1 + gateway;
}

QString guardName(const QString &gateway)
{
    return "egp-guard-"_L1 + gateway;
}

} // namespace sallyport
