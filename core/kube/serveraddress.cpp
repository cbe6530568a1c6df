// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/access.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ServerAddress)
};

Error addressError(const QString &server)
{
    QString shown = server;
    if (const qsizetype at = shown.lastIndexOf(u'@'); at >= 0)
        shown = u"…"_s + shown.mid(at);
    return {.what = Texts::tr("The server's address is none that can be connected to."), .where = shown};
}

/// A scheme needs ://; host:6443 has none.
QString withScheme(const QString &server)
{
    const qsizetype colon = server.indexOf("://"_L1);
    return colon > 0 ? server : u"http://"_s + server;
}

bool hasScheme(const QString &server)
{
    return server.indexOf("://"_L1) > 0;
}

/// "/a/b" of "/a/b/", "" of "/" and of "//".
QByteArray prefixOf(const QUrl &url)
{
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    while (path.endsWith('/'))
        path.chop(1);
    return path;
}

} // namespace

QByteArray ServerAddress::hostHeader() const
{
    const QByteArray name = host.contains(u':') ? '[' + host.toLatin1() + ']' : QUrl::toAce(host);
    const QByteArray shown = name.isEmpty() ? host.toUtf8() : name;
    return port == (tls ? 443 : 80) ? shown : shown + ':' + QByteArray::number(port);
}

Result<ServerAddress> serverAddress(const QString &server)
{
    const QUrl url(withScheme(server), QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "https"_L1 && scheme != "http"_L1))
        return addressError(server);
    const QByteArray prefix = prefixOf(url);
    if (!hasScheme(server) && !prefix.isEmpty()) // client-go takes a path only behind a scheme
        return addressError(server);
    const bool tls = scheme == "https"_L1;
    return ServerAddress{.tls = tls,
                         .host = url.host(QUrl::FullyDecoded),
                         .port = quint16(url.port(tls ? 443 : 80)),
                         .pathPrefix = prefix,
                         .userName = url.userName(QUrl::FullyDecoded),
                         .password = url.password(QUrl::FullyDecoded)};
}

} // namespace sallyport::kube
