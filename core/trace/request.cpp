// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/request.h"

#include "core/trace/addresses.h"

#include <QUrl>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

/// Quoted for a POSIX shell.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

} // namespace

TraceRequest requestOf(const Expectation &expectation)
{
    return {expectation.namespaceName, expectation.labels, expectation.serviceAccount, expectation.request};
}

QString curlOf(const TraceRequest &request)
{
    const RequestSpec &spec = request.request;
    if (!spec.tcp.isEmpty())
        return "curl -v telnet://"_L1 + spec.tcp;
    QString command = u"curl -si"_s;
    if (spec.method != "GET"_L1)
        command += " -X "_L1 + quoted(spec.method);
    for (const auto &[name, value] : spec.headers)
        command += " -H "_L1 + quoted(name + ": "_L1 + value);
    return command + u' ' + quoted(spec.url);
}

std::optional<RequestTarget> targetOf(const RequestSpec &request)
{
    const bool isStream = request.url.isEmpty();
    const QUrl url(isStream ? "tcp://"_L1 + request.tcp : request.url, QUrl::StrictMode);
    RequestTarget target;
    if (!url.isValid() || url.host().isEmpty())
        return std::nullopt;
    if (url.scheme() == "http"_L1)
        target.payload = RequestTarget::Payload::Http;
    else if (url.scheme() == "https"_L1)
        target.payload = RequestTarget::Payload::Tls;
    else if (url.scheme() == "tcp"_L1)
        target.payload = RequestTarget::Payload::Stream;
    else
        return std::nullopt;
    const int usual = target.payload == RequestTarget::Payload::Http ? 80 : 443;
    target.host = url.host(QUrl::FullyEncoded).toLower();
    target.port = url.port(target.payload == RequestTarget::Payload::Stream ? -1 : usual);
    if (target.port <= 0)
        return std::nullopt;
    target.isAddress = istio::addressBlock(target.host).has_value();
    // Clients send the name as it is written, and a match on it minds the case.
    const qsizetype at = request.url.indexOf(target.host, request.url.indexOf("//"_L1), Qt::CaseInsensitive);
    QString written = at < 0 ? target.host : request.url.mid(at, target.host.size());
    if (target.host.contains(u':'))
        written = u'[' + written + u']';
    target.authority = target.port == usual ? written : written + u':' + QString::number(target.port);
    target.path = url.path(QUrl::FullyEncoded);
    if (target.path.isEmpty())
        target.path = u"/"_s;
    // As it is written: QUrl decodes what needs no encoding, clients and proxies do not.
    const QString beforeFragment = request.url.section(u'#', 0, 0);
    const qsizetype mark = beforeFragment.indexOf(u'?');
    target.query = mark < 0 ? QString() : beforeFragment.mid(mark + 1);
    return target;
}

} // namespace sallyport
