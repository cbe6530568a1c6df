// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/knownports.h"

#include <QLatin1StringView>

#include <algorithm>
#include <iterator>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Row {
    QLatin1StringView name;
    Protocol protocol;
    int port;
};

// Ports of the IANA registry or of the software's documentation. What starts TLS at once is TLS: the host is told by its SNI.
constexpr Row schemes[] = {
    {"http"_L1, Protocol::Http, 80},        {"https"_L1, Protocol::Https, 443},
    {"hxxp"_L1, Protocol::Http, 80},        {"hxxps"_L1, Protocol::Https, 443}, // made harmless
    {"ws"_L1, Protocol::Http, 80},          {"wss"_L1, Protocol::Https, 443},
    {"h2c"_L1, Protocol::Http2, 80},        {"h2"_L1, Protocol::Https, 443},
    {"grpc"_L1, Protocol::Grpc, 50051},     {"grpcs"_L1, Protocol::Tls, 443},
    {"tls"_L1, Protocol::Tls, 443},         {"ssl"_L1, Protocol::Tls, 443},
    {"oci"_L1, Protocol::Https, 443},       {"docker"_L1, Protocol::Https, 443},
    {"git+https"_L1, Protocol::Https, 443}, {"git+http"_L1, Protocol::Http, 80},
    {"mysql"_L1, Protocol::MySql, 3306},    {"mariadb"_L1, Protocol::MySql, 3306},
    {"redis"_L1, Protocol::Redis, 6379},    {"rediss"_L1, Protocol::Tls, 6380},
    {"mongodb"_L1, Protocol::Mongo, 27017}, {"mongodb+srv"_L1, Protocol::Tls, 27017},
    {"postgres"_L1, Protocol::Tcp, 5432},   {"postgresql"_L1, Protocol::Tcp, 5432},
    {"sqlserver"_L1, Protocol::Tcp, 1433},  {"oracle"_L1, Protocol::Tcp, 1521},
    {"amqp"_L1, Protocol::Tcp, 5672},       {"amqps"_L1, Protocol::Tls, 5671},
    {"mqtt"_L1, Protocol::Tcp, 1883},       {"mqtts"_L1, Protocol::Tls, 8883},
    {"kafka"_L1, Protocol::Tcp, 9092},      {"nats"_L1, Protocol::Tcp, 4222},
    {"ldap"_L1, Protocol::Tcp, 389},        {"ldaps"_L1, Protocol::Tls, 636},
    {"smtp"_L1, Protocol::Tcp, 25},         {"smtps"_L1, Protocol::Tls, 465},
    {"imap"_L1, Protocol::Tcp, 143},        {"imaps"_L1, Protocol::Tls, 993},
    {"pop3"_L1, Protocol::Tcp, 110},        {"pop3s"_L1, Protocol::Tls, 995},
    {"ftp"_L1, Protocol::Tcp, 21},          {"ftps"_L1, Protocol::Tls, 990},
    {"sftp"_L1, Protocol::Tcp, 22},         {"ssh"_L1, Protocol::Tcp, 22},
    {"git+ssh"_L1, Protocol::Tcp, 22},      {"git"_L1, Protocol::Tcp, 9418},
    {"telnet"_L1, Protocol::Tcp, 23},       {"memcached"_L1, Protocol::Tcp, 11211},
    {"clickhouse"_L1, Protocol::Tcp, 9000}, {"cassandra"_L1, Protocol::Tcp, 9042},
};

struct Word {
    QLatin1StringView name;
    Protocol protocol;
};

constexpr Word words[] = {
    {"http"_L1, Protocol::Http},    {"https"_L1, Protocol::Https},   {"http2"_L1, Protocol::Http2},
    {"http/2"_L1, Protocol::Http2}, {"h2c"_L1, Protocol::Http2},     {"grpc"_L1, Protocol::Grpc},
    {"tls"_L1, Protocol::Tls},      {"ssl"_L1, Protocol::Tls},       {"tcp"_L1, Protocol::Tcp},
    {"mongo"_L1, Protocol::Mongo},  {"mongodb"_L1, Protocol::Mongo}, {"redis"_L1, Protocol::Redis},
    {"mysql"_L1, Protocol::MySql},  {"postgres"_L1, Protocol::Tcp},  {"postgresql"_L1, Protocol::Tcp},
    {"ssh"_L1, Protocol::Tcp},      {"sftp"_L1, Protocol::Tcp},      {"ldaps"_L1, Protocol::Tls},
    {"ldap"_L1, Protocol::Tcp},     {"smtp"_L1, Protocol::Tcp},      {"wss"_L1, Protocol::Https},
};

struct PortRow {
    int port;
    Protocol protocol;
};

constexpr PortRow ports[] = {
    {80, Protocol::Http},    {443, Protocol::Https},  {8080, Protocol::Http},   {8000, Protocol::Http},
    {8008, Protocol::Http},  {8081, Protocol::Http},  {8443, Protocol::Https},  {9443, Protocol::Https},
    {6443, Protocol::Https}, {4443, Protocol::Https}, {50051, Protocol::Grpc},  {3306, Protocol::MySql},
    {6379, Protocol::Redis}, {6380, Protocol::Tls},   {27017, Protocol::Mongo}, {5432, Protocol::Tcp},
    {1433, Protocol::Tcp},   {1521, Protocol::Tcp},   {5671, Protocol::Tls},    {5672, Protocol::Tcp},
    {9092, Protocol::Tcp},   {9042, Protocol::Tcp},   {4222, Protocol::Tcp},    {1883, Protocol::Tcp},
    {8883, Protocol::Tls},   {389, Protocol::Tcp},    {636, Protocol::Tls},     {21, Protocol::Tcp},
    {22, Protocol::Tcp},     {23, Protocol::Tcp},     {25, Protocol::Tcp},      {587, Protocol::Tcp},
    {465, Protocol::Tls},    {110, Protocol::Tcp},    {143, Protocol::Tcp},     {993, Protocol::Tls},
    {995, Protocol::Tls},    {853, Protocol::Tls},    {990, Protocol::Tls},     {9418, Protocol::Tcp},
    {11211, Protocol::Tcp},  {2049, Protocol::Tcp},   {3389, Protocol::Tcp},
};

} // namespace

std::optional<KnownService> serviceOfScheme(QStringView scheme)
{
    for (const Row &row : schemes) {
        if (scheme.compare(row.name, Qt::CaseInsensitive) == 0)
            return KnownService{row.protocol, row.port};
    }
    return std::nullopt;
}

std::optional<Protocol> protocolOfWord(QStringView word)
{
    constexpr qsizetype longest = 10;
    if (word.size() > longest)
        return std::nullopt;
    for (const Word &row : words) {
        if (word.compare(row.name, Qt::CaseInsensitive) == 0)
            return row.protocol;
    }
    return std::nullopt;
}

std::optional<Protocol> protocolOfPort(int port)
{
    const auto row =
        std::find_if(std::begin(ports), std::end(ports), [port](const PortRow &r) { return r.port == port; });
    return row == std::end(ports) ? std::nullopt : std::optional(row->protocol);
}

std::optional<int> portOfProtocol(Protocol protocol)
{
    if (protocol == Protocol::Http2) // over plain text, as HTTP has it
        return 80;
    for (const Row &row : schemes) {
        if (row.protocol == protocol)
            return protocol == Protocol::Tcp ? std::nullopt : std::optional(row.port);
    }
    return std::nullopt;
}

} // namespace sallyport
