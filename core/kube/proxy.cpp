// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/proxy.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Proxy)
};

QString variable(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name);
    return value.isEmpty() ? environment.value(name.toLower()) : value;
}

/// Addresses as Go parses them: no short forms such as 127.1, which QHostAddress would take.
QHostAddress addressOf(const QString &text)
{
    const QHostAddress address(text);
    if (address.protocol() == QAbstractSocket::IPv4Protocol && !text.contains(u':') && text.count(u'.') != 3)
        return {};
    return address;
}

struct HostAndPort {
    QString host;
    QString port;
};

/// "a:1", "[::1]:1", "::1", "a". A port is what stands behind the last colon, of an address with more colons only behind brackets.
HostAndPort split(const QString &text)
{
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end < 0)
            return {.host = text};
        return {.host = text.mid(1, end - 1),
                .port = text.mid(end + 1).startsWith(u':') ? text.mid(end + 2) : QString()};
    }
    if (text.count(u':') == 1)
        return {.host = text.section(u':', 0, 0), .port = text.section(u':', 1)};
    return {.host = text};
}

bool matchesName(const QString &pattern, const QString &host)
{
    if (pattern.startsWith(u'.'))
        return host.endsWith(pattern);
    return host == pattern || host.endsWith(u'.' + pattern);
}

/// One entry of NO_PROXY.
bool matches(const QString &entry, const QString &host, const QHostAddress &address, quint16 port)
{
    if (entry == "*"_L1)
        return true;
    if (entry.contains(u'/')) {
        const auto [network, bits] = QHostAddress::parseSubnet(entry);
        if (!network.isNull() && entry.section(u'/', 1).toInt() == bits && !address.isNull()) {
            return network.protocol() == address.protocol() && address.isInSubnet(network, bits);
        }
        return false;
    }
    HostAndPort wanted = split(entry);
    if (!wanted.port.isEmpty() && wanted.port != QString::number(port))
        return false;
    if (const QHostAddress wantedAddress = addressOf(wanted.host); !wantedAddress.isNull())
        return wantedAddress == address;
    if (wanted.host.isEmpty())
        return false;
    if (wanted.host.startsWith("*."_L1))
        wanted.host = wanted.host.mid(1);
    return matchesName(wanted.host, host);
}

bool goesDirectly(const QString &host, quint16 port, const QString &noProxy)
{
    const QString name = host.toLower();
    const QHostAddress address = addressOf(name);
    if (name == "localhost"_L1 || address.isLoopback())
        return true;
    const QStringList entries = noProxy.split(u',');
    return std::any_of(entries.begin(), entries.end(), [&](const QString &entry) {
        const QString trimmed = entry.trimmed().toLower();
        return !trimmed.isEmpty() && matches(trimmed, name, address, port);
    });
}

Error proxyError(const QString &fault)
{
    return {.what = fault,
            .unaffected = Texts::tr("Nothing was connected to."),
            .next = Texts::tr("Use a proxy address with http, https or socks5.")};
}

} // namespace

Result<Proxy> proxyOfUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    Proxy proxy{.host = url.host(QUrl::FullyDecoded),
                .userName = url.userName(QUrl::FullyDecoded),
                .password = url.password(QUrl::FullyDecoded)};
    int defaultPort = 80;
    if (scheme == "http"_L1) {
        proxy.kind = Proxy::Kind::Http;
    } else if (scheme == "https"_L1) {
        proxy.kind = Proxy::Kind::Https;
        defaultPort = 443;
    } else if (scheme == "socks5"_L1 || scheme == "socks5h"_L1) {
        proxy.kind = Proxy::Kind::Socks5;
        defaultPort = 1080;
    } else {
        return proxyError(Texts::tr("The proxy's scheme is none of http, https and socks5: “%1”.").arg(scheme));
    }
    if (!url.isValid() || proxy.host.isEmpty())
        return proxyError(Texts::tr("The proxy's address names no host."));
    proxy.port = quint16(url.port(defaultPort));
    return proxy;
}

Result<Proxy> proxyOfEnvironment(const QString &host, quint16 port, bool tls, const QProcessEnvironment &environment)
{
    const QString url = variable(environment, tls ? u"HTTPS_PROXY"_s : u"HTTP_PROXY"_s);
    if (url.isEmpty() || goesDirectly(host, port, variable(environment, u"NO_PROXY"_s)))
        return Proxy();
    // Go takes "proxy:3128" for "http://proxy:3128".
    if (const Result<Proxy> proxy = proxyOfUrl(url))
        return proxy;
    return url.contains("://"_L1) ? proxyOfUrl(url) : proxyOfUrl(u"http://"_s + url);
}

} // namespace sallyport::kube
