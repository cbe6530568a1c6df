// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/hosttoken.h"

#include "core/policy/hostchecks.h"
#include "core/policy/names.h"
#include "core/policy/paste/knownports.h"
#include "core/policy/policy.h"

#include <QUrl>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using State = PastedRow::State;

bool isAsciiLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A letter or digit of any script on both sides of some dot.
bool hasInnerDot(QStringView text)
{
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == u'.' && text[i - 1].isLetterOrNumber() && text[i + 1].isLetterOrNumber())
            return true;
    }
    return false;
}

/// "1.20.3", "3.14", "2024.01.02": no address and no name.
bool isVersion(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); })
        && text.count(u'.') != 3;
}

/// The scheme before "://", or empty. "jdbc:" and the like may stand before it.
QStringView schemeOf(QStringView word)
{
    const qsizetype end = word.indexOf("://"_L1);
    if (end <= 0)
        return {};
    const QStringView scheme = word.first(end).sliced(word.first(end).lastIndexOf(u':') + 1);
    const bool isScheme = !scheme.isEmpty() && scheme.front().isLetter()
        && std::all_of(scheme.begin(), scheme.end(),
                       [](QChar c) { return isAsciiLetterOrDigit(c) || c == u'+' || c == u'-' || c == u'.'; });
    return isScheme ? scheme : QStringView();
}

QStringView untilAny(QStringView text, QStringView stops)
{
    const auto end = std::find_if(text.begin(), text.end(), [stops](QChar c) { return stops.contains(c); });
    return text.first(end - text.begin());
}

PastedRow rejected(PasteNote note, const QString &host = {})
{
    PastedRow row;
    row.state = State::Rejected;
    row.note = note;
    row.host = host;
    return row;
}

/// Lower case and ASCII; empty where that cannot be.
QString asciiHost(const QString &host)
{
    const bool isAscii = std::all_of(host.cbegin(), host.cend(), [](QChar c) { return c.unicode() < 128; });
    if (isAscii)
        return host.toLower();
    const bool hasStar = host.startsWith("*."_L1);
    const QString ascii = QString::fromLatin1(QUrl::toAce(hasStar ? host.sliced(2) : host));
    return ascii.isEmpty() || !hasStar ? ascii : u"*."_s + ascii;
}

/// The note that says why a name cannot be a host.
PasteNote noteOf(HostFault fault, const QString &name)
{
    switch (fault) {
    case HostFault::None:
        break;
    case HostFault::Address:
        return PasteNote::Address;
    case HostFault::Invalid:
        return name.contains(u'*') ? PasteNote::BadWildcard : PasteNote::Invalid;
    case HostFault::Short:
        return PasteNote::Short;
    case HostFault::Reserved:
        return PasteNote::Reserved;
    }
    return PasteNote::None;
}

/// What stands behind the colon of a host: a number, or the name of a service.
void readPortInto(PastedRow &row, QStringView text)
{
    if (text.isEmpty())
        return;
    const QStringView first = text.left(text.indexOf(u':') < 0 ? text.size() : text.indexOf(u':'));
    if (const std::optional<int> port = readPort(first)) {
        row.port = port;
        const QStringView more = text.sliced(qMin(first.size() + 1, text.size()));
        if (const auto protocol = protocolOfWord(more); protocol && !row.protocol)
            row.protocol = protocol;
    } else if (const auto service = serviceOfScheme(first)) {
        row.port = service->port;
        if (!row.protocol)
            row.protocol = service->protocol;
    } else if (row.state == State::Host) {
        row.state = State::Rejected;
        row.note = PasteNote::BadPort;
        row.detail = first.toString();
    }
}

/// "host:port" without anything around it.
std::optional<PastedRow> readHostAndPort(QStringView text, bool isSurelyHost)
{
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        const QStringView inner = end < 0 ? text.sliced(1) : text.sliced(1, end - 1);
        return inner.contains(u':') ? std::optional(rejected(PasteNote::Address)) : std::nullopt;
    }
    const QStringView zoneless = untilAny(text, u"%");
    if (isAddressOrBlock(text) || isAddress(zoneless))
        return rejected(PasteNote::Address);
    const QStringView name = untilAny(text, u":");
    if (!isSurelyHost && !hasInnerDot(name) && !name.startsWith("*."_L1))
        return std::nullopt;
    const bool isAbbreviation = name == "e.g."_L1 || name == "i.e."_L1 || name == "e.g"_L1 || name == "i.e"_L1;
    if (!isSurelyHost && (isVersion(name) || isAbbreviation))
        return std::nullopt;
    PastedRow row = readHostName(name.toString());
    if (name.size() < text.size())
        readPortInto(row, text.sliced(name.size() + 1));
    return row;
}

std::optional<PastedRow> readUrl(QStringView word, QStringView scheme)
{
    QStringView authority = untilAny(word.sliced(word.indexOf("://"_L1) + 3), u"/?#\\");
    authority = authority.sliced(authority.lastIndexOf(u'@') + 1);
    if (authority.isEmpty())
        return rejected(PasteNote::NoName);
    std::optional<PastedRow> row = readHostAndPort(authority, true);
    const std::optional<KnownService> service = serviceOfScheme(scheme);
    if (row && service) {
        row->protocol = service->protocol;
        if (!row->port && row->note != PasteNote::BadPort)
            row->port = service->port;
    }
    return row;
}

/// A mail address, or where git and ssh log in: user@host:path.
std::optional<PastedRow> readWithUser(QStringView word)
{
    const qsizetype at = word.lastIndexOf(u'@');
    const QStringView host = untilAny(word.sliced(at + 1), u":/?#");
    if (at == 0 || !hasInnerDot(host))
        return std::nullopt;
    PastedRow row = readHostName(host.toString());
    const QStringView rest = word.sliced(at + 1 + host.size());
    if (!rest.startsWith(u':')) {
        if (row.state == State::Host)
            row = rejected(PasteNote::Mail, row.host);
        return row;
    }
    if (const std::optional<int> port = readPort(rest.sliced(1))) {
        row.port = port;
    } else {
        row.port = serviceOfScheme(u"ssh")->port;
        row.protocol = Protocol::Tcp;
    }
    return row;
}

} // namespace

std::optional<PastedRow> readHostToken(QStringView word)
{
    QStringView text = unwrapped(word);
    if (text.startsWith("mailto:"_L1, Qt::CaseInsensitive))
        text = text.sliced(7);
    for (const QLatin1StringView prefix : {"jdbc:oracle:thin:@"_L1, "jdbc:"_L1})
        text = text.startsWith(prefix, Qt::CaseInsensitive) ? text.sliced(prefix.size()) : text;
    constexpr qsizetype longest = 4096;
    if (text.isEmpty() || text.size() > longest)
        return std::nullopt;
    if (const QStringView scheme = schemeOf(text); !scheme.isEmpty())
        return readUrl(text, scheme);
    if (text.startsWith("//"_L1))
        text = text.sliced(2);
    if (isAddressOrBlock(text))
        return rejected(PasteNote::Address);
    const QStringView beforePath = untilAny(text, u"/?#\\");
    if (beforePath.contains(u'@'))
        return readWithUser(text);
    return readHostAndPort(beforePath, false);
}

PastedRow readHostName(const QString &name)
{
    QString host = name.trimmed();
    PastedRow row;
    if (host.startsWith(u'.') && host.size() > 1) {
        host.prepend(u'*');
        row.note = PasteNote::SubdomainsOf;
    }
    if (host.endsWith(u'.'))
        host.chop(1);
    while (host.endsWith(u'^'))
        host.chop(1);
    const QString ascii = asciiHost(host);
    const HostFault fault = ascii.isEmpty() ? HostFault::Invalid : faultOf(ascii);
    if (fault != HostFault::None)
        return rejected(noteOf(fault, host), fault == HostFault::Short ? ascii : host);
    if (ascii.endsWith(".cluster.local"_L1) || ascii.endsWith(".svc"_L1))
        return rejected(PasteNote::InCluster, ascii);
    row.state = State::Host;
    row.host = ascii;
    return row;
}

std::optional<int> readPort(QStringView text)
{
    constexpr int most = 65535;
    if (!isDigits(text) || text.size() > 5)
        return std::nullopt;
    const int port = text.toInt();
    return port >= 1 && port <= most ? std::optional(port) : std::nullopt;
}

QStringView unwrapped(QStringView word)
{
    while (!word.isEmpty() && QStringView(u"\"'`<({,;!~^|").contains(word.front()))
        word = word.sliced(1);
    while (word.startsWith("**"_L1))
        word = word.sliced(2);
    const bool isV6 = word.startsWith(u'[') && word.contains(u':');
    if (word.startsWith(u'[') && !isV6)
        word = word.sliced(1);
    while (!word.isEmpty() && QStringView(u"\"'`>)},;!?~^|*:").contains(word.back()))
        word.chop(1);
    if (!isV6 && word.endsWith(u']'))
        word.chop(1);
    return word;
}

QString withoutSecrets(QStringView url)
{
    if (url.startsWith("mailto:"_L1, Qt::CaseInsensitive))
        return url.toString();
    const qsizetype scheme = url.indexOf("://"_L1);
    const qsizetype begin = scheme < 0 ? 0 : scheme + 3;
    const QStringView authority = untilAny(url.sliced(begin), u"/?#\\");
    const qsizetype at = authority.lastIndexOf(u'@');
    const bool isMail = scheme < 0 && !authority.first(qMax(at, qsizetype(0))).contains(u':');
    if (at < 0 || isMail)
        return url.toString();
    return url.first(begin).toString() + u"…"_s + url.sliced(begin + at).toString();
}

} // namespace sallyport
