// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/logline.h"

#include "core/policy/paste/hosttoken.h"
#include "core/policy/paste/knownports.h"

#include <QStringList>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using State = PastedRow::State;

bool isMethod(QStringView word)
{
    static const QStringList methods = {u"GET"_s,   u"POST"_s,    u"PUT"_s,   u"DELETE"_s,   u"HEAD"_s,
                                        u"PATCH"_s, u"OPTIONS"_s, u"TRACE"_s, u"PROPFIND"_s, u"CONNECT"_s};
    return std::any_of(methods.begin(), methods.end(), [word](const QString &method) { return word == method; });
}

/// What stands in quotes, in order.
QList<QStringView> quotedParts(QStringView line)
{
    QList<QStringView> parts;
    for (qsizetype open = line.indexOf(u'"'); open >= 0; open = line.indexOf(u'"', open + 1)) {
        const qsizetype close = line.indexOf(u'"', open + 1);
        if (close < 0)
            break;
        parts.append(line.sliced(open + 1, close - open - 1));
        open = close;
    }
    return parts;
}

PastedRow noName(QStringView text)
{
    return {.state = State::Rejected, .note = PasteNote::NoName, .text = text.toString()};
}

/// The host of a request's target: an absolute URL, or the authority of CONNECT.
std::optional<PastedRow> readTarget(QStringView method, QStringView target)
{
    const bool isTunnel = method == "CONNECT"_L1;
    if (!isTunnel && !target.contains("://"_L1))
        return std::nullopt;
    std::optional<PastedRow> row = isTunnel ? readHostToken(u"tls://"_s + target.toString()) : readHostToken(target);
    if (!row)
        return std::nullopt;
    row->text = withoutSecrets(target);
    if (isTunnel) { // what goes through the tunnel is told by its port; on 443 that is HTTPS
        row->protocol = row->port ? protocolOfPort(*row->port) : std::nullopt;
        if (!row->protocol)
            row->protocol = Protocol::Tls;
    }
    return row;
}

PastedRow httpAuthority(QStringView authority, QStringView version)
{
    PastedRow row = readHostToken(u"http://"_s + authority.toString())
                        .value_or(PastedRow{.state = State::Rejected, .note = PasteNote::Invalid});
    row.text = authority.toString();
    if (version.startsWith("HTTP/2"_L1))
        row.protocol = Protocol::Http2;
    return row;
}

std::optional<int> portOfAddress(QStringView address)
{
    return readPort(address.sliced(address.lastIndexOf(u':') + 1));
}

/// Envoy's and Istio's text formats: the quoted parts end with the authority and the upstream's address; in Istio's the connection's
/// addresses, the server name and the route follow.
std::optional<PastedRow> readEnvoy(QStringView line)
{
    const qsizetype time = line.indexOf(u']');
    if (!line.startsWith(u'[') || time < 0 || !line.first(time).contains(u'T'))
        return std::nullopt;
    const QList<QStringView> quoted = quotedParts(line);
    if (quoted.size() < 5)
        return std::nullopt;
    const QList<QStringView> request = quoted.front().split(u' ', Qt::SkipEmptyParts);
    const QStringView authority = quoted[quoted.size() - 2];
    const QStringView after = line.sliced(quoted.back().end() - line.begin() + 1);
    const QList<QStringView> connection = after.split(u' ', Qt::SkipEmptyParts);
    const bool hasConnection = connection.size() >= 5;
    const std::optional<int> dialled = hasConnection ? portOfAddress(connection[2]) : std::nullopt;
    if (!authority.isEmpty() && authority != "-"_L1) {
        PastedRow row = httpAuthority(authority, request.value(request.size() - 1));
        if (dialled && !authority.contains(u':') && row.state == State::Host)
            row.port = dialled;
        return row;
    }
    if (!hasConnection || connection[4] == "-"_L1)
        return noName(quoted.front());
    PastedRow row = readHostName(connection[4].toString());
    row.text = connection[4].toString();
    row.port = dialled.value_or(443);
    row.protocol = *row.port == 443 ? Protocol::Https : Protocol::Tls;
    if (row.state == State::Host)
        row.note = PasteNote::ServerName;
    return row;
}

/// The text of a key of a JSON object in one line; empty where it has none.
QStringView jsonText(QStringView line, QLatin1StringView key)
{
    const QString name = u"\""_s + key + u"\":"_s;
    qsizetype at = line.indexOf(name);
    if (at < 0)
        return {};
    at += name.size();
    while (at < line.size() && line[at] == u' ')
        ++at;
    if (at >= line.size() || line[at] != u'"')
        return {};
    const qsizetype end = line.indexOf(u'"', at + 1);
    return end < 0 ? QStringView() : line.sliced(at + 1, end - at - 1);
}

std::optional<PastedRow> readEnvoyJson(QStringView line)
{
    if (!line.startsWith(u'{') || !line.endsWith(u'}')
        || !(line.contains("\"authority\""_L1) || line.contains("\"requested_server_name\""_L1)))
        return std::nullopt;
    const QStringView authority = jsonText(line, "authority"_L1);
    const QStringView serverName = jsonText(line, "requested_server_name"_L1);
    const QStringView local = jsonText(line, "downstream_local_address"_L1);
    const std::optional<int> dialled = local.isEmpty() ? std::nullopt : portOfAddress(local);
    if (!authority.isEmpty() && authority != "-"_L1) {
        PastedRow row = httpAuthority(authority, jsonText(line, "protocol"_L1));
        if (dialled && !authority.contains(u':') && row.state == State::Host)
            row.port = dialled;
        return row;
    }
    if (serverName.isEmpty() || serverName == "-"_L1)
        return noName(line.first(qMin(line.size(), qsizetype(80))));
    PastedRow row = readHostName(serverName.toString());
    row.text = serverName.toString();
    row.port = dialled.value_or(443);
    row.protocol = *row.port == 443 ? Protocol::Https : Protocol::Tls;
    if (row.state == State::Host)
        row.note = PasteNote::ServerName;
    return row;
}

/// time elapsed client TCP_MISS/200 bytes METHOD target …
std::optional<PastedRow> readSquid(QStringView line)
{
    if (!line.contains("TCP_"_L1) && !line.contains("NONE"_L1) && !line.contains("UDP_"_L1))
        return std::nullopt;
    const QList<QStringView> fields = line.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() < 7 || !fields[3].contains(u'/') || !isMethod(fields[5]))
        return std::nullopt;
    return readTarget(fields[5], fields[6]).value_or(noName(fields[6]));
}

/// client - user [time] "METHOD target HTTP/1.1" …, with a virtual host in front where a server has several.
std::optional<PastedRow> readCombined(QStringView line)
{
    const qsizetype open = line.indexOf(u'"');
    const qsizetype close = open < 0 ? -1 : line.indexOf(u'"', open + 1);
    if (close < 0)
        return std::nullopt;
    const QList<QStringView> request = line.sliced(open + 1, close - open - 1).split(u' ', Qt::SkipEmptyParts);
    if (request.size() < 2 || !isMethod(request[0]))
        return std::nullopt;
    if (const auto row = readTarget(request[0], request[1]))
        return row;
    const QStringView front = line.first(open).trimmed();
    const QStringView first = front.left(front.indexOf(u' ') < 0 ? front.size() : front.indexOf(u' '));
    if (std::optional<PastedRow> row = readHostToken(first); row && row->state == State::Host) {
        row->text = first.toString();
        return row;
    }
    return noName(line.sliced(open + 1, close - open - 1));
}

/// nginx's error log: …, request: "GET / HTTP/1.1", upstream: "http://…", host: "www.example.com"
std::optional<PastedRow> readNginxError(QStringView line)
{
    const qsizetype key = line.indexOf(", host: \""_L1);
    if (key < 0)
        return std::nullopt;
    const qsizetype begin = key + 9;
    const qsizetype end = line.indexOf(u'"', begin);
    if (end < 0)
        return std::nullopt;
    const QStringView host = line.sliced(begin, end - begin);
    PastedRow row = readHostToken(u"http://"_s + host.toString()).value_or(noName(host));
    row.text = host.toString();
    if (!host.contains(u':')) { // the log does not say whether it was TLS
        row.port.reset();
        row.protocol.reset();
    }
    return row;
}

/// A request by itself: METHOD target, perhaps with a version behind it.
std::optional<PastedRow> readRequest(QStringView line)
{
    if (!line.contains("://"_L1) && !line.contains("CONNECT "_L1))
        return std::nullopt;
    const QList<QStringView> words = line.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (!isMethod(words[i]))
            continue;
        if (const auto row = readTarget(words[i], words[i + 1]))
            return row;
    }
    return std::nullopt;
}

} // namespace

QList<PastedRow> readLogLine(const QString &line, int number)
{
    const QStringView text = QStringView(line).trimmed();
    std::optional<PastedRow> row = readEnvoyJson(text);
    if (!row)
        row = readEnvoy(text);
    if (!row)
        row = readNginxError(text);
    if (!row)
        row = readSquid(text);
    if (!row)
        row = readCombined(text);
    if (!row)
        row = readRequest(text);
    if (!row)
        return {};
    row->line = number;
    QList<PastedRow> rows = {*row};
    if (row->text.size() < text.size())
        rows.append({.state = State::Ignored, .note = PasteNote::LogRest, .line = number, .text = text.toString()});
    return rows;
}

} // namespace sallyport
