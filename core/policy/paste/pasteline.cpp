// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/pasteline.h"

#include "core/policy/names.h"
#include "core/policy/paste/hosttoken.h"
#include "core/policy/paste/knownports.h"

#include <QHash>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using State = PastedRow::State;

bool hasWord(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

PastedRow ignored(PasteNote note, int line, const QString &text)
{
    return {.state = State::Ignored, .note = note, .line = line, .text = text};
}

/// A word between separators.
struct Token {
    QStringView text;
    bool isListed = false; ///< A comma, semicolon, bar or tab stands before it.
};

bool isListMark(QChar c)
{
    return c == u',' || c == u';' || c == u'|' || c == u'\t';
}

/// Whether a comma or semicolon belongs to a URL: behind its host, and with neither a host nor a URL to follow.
bool goesOn(QStringView line, qsizetype begin, qsizetype mark)
{
    const QStringView url = line.sliced(begin, mark - begin);
    const qsizetype scheme = url.indexOf("//"_L1);
    constexpr qsizetype longest = 4096;
    if (line[mark] == u'\t' || line[mark] == u'|' || url.size() > longest || !url.sliced(scheme + 2).contains(u'/'))
        return false;
    const auto end = std::find_if(line.begin() + mark + 1, line.end(), [](QChar c) {
        return c == u' ' || isListMark(c) || QStringView(u"\"'`<>").contains(c);
    });
    const QStringView next(line.begin() + mark + 1, end);
    const qsizetype equals = next.indexOf(u'=');
    const qsizetype path = next.indexOf(u'/');
    const bool isQuery = equals > 0 && (path < 0 || equals < path);
    return !next.isEmpty() && (isQuery || !readHostToken(next)) && !next.startsWith(u'"');
}

/// Cuts a line into words. Brackets and braces separate, except those of an IPv6 address and those in the path of a URL.
QList<Token> tokensOf(QStringView line)
{
    QList<Token> tokens;
    qsizetype begin = -1;
    bool isListed = false;
    bool isUrl = false;
    const auto end = [&](qsizetype at) {
        if (begin >= 0 && hasWord(line.sliced(begin, at - begin))) {
            tokens.append({line.sliced(begin, at - begin), isListed});
            isListed = false;
        } else if (begin >= 0 && line.sliced(begin, at - begin) == "*"_L1) {
            tokens.append({line.sliced(begin, at - begin), isListed}); // a wildcard for everything, or a bullet
            isListed = false;
        }
        begin = -1;
        isUrl = false;
    };
    bool inAddress = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'[') {
            constexpr qsizetype longestAddress = 64;
            const qsizetype close = line.sliced(i, qMin(line.size() - i, longestAddress)).indexOf(u']');
            inAddress = close > 0 && line.sliced(i + 1, close - 1).contains(u':')
                && std::all_of(line.begin() + i + 1, line.begin() + i + close,
                               [](QChar d) { return d.isLetterOrNumber() || QStringView(u":.%").contains(d); });
        }
        const bool isBracket = QStringView(u"(){}[]").contains(c);
        if (isUrl && isListMark(c) && goesOn(line, begin, i))
            continue;
        const bool separates =
            c == u' ' || isListMark(c) || QStringView(u"\"'`<>").contains(c) || (isBracket && !isUrl && !inAddress);
        if (separates) {
            end(i);
            isListed = isListed || isListMark(c);
            continue;
        }
        if (c == u']')
            inAddress = false;
        if (begin < 0)
            begin = i;
        isUrl = isUrl || (c == u'/' && i > begin && line[i - 1] == u'/');
    }
    end(line.size());
    return tokens;
}

/// Keys whose lines name no host that is spoken to, whatever stands behind them; true for those whose value may be secret.
std::optional<bool> isForeignKey(QStringView key)
{
    static const QHash<QString, bool> keys = {
        {u"apiversion"_s, false},   {u"kind"_s, false},      {u"image"_s, false},
        {u"namespace"_s, false},    {u"referer"_s, false},   {u"origin"_s, false},
        {u"user-agent"_s, false},   {u"accept"_s, false},    {u"cookie"_s, true},
        {u"authorization"_s, true}, {u"set-cookie"_s, true}, {u"proxy-authorization"_s, true},
        {u"password"_s, true},      {u"token"_s, true},      {u"x-api-key"_s, true}};
    const auto found = keys.constFind(key.toString().toLower());
    return found == keys.constEnd() ? std::nullopt : std::optional(*found);
}

/// Reads the words of one line.
class LooseLine
{
public:
    LooseLine(QStringView line, int number, PasteColumn column)
        : m_tokens(tokensOf(line))
        , m_number(number)
        , m_column(column)
    {
    }

    QList<PastedRow> read()
    {
        qsizetype i = readAddressOfHostsFile();
        const qsizetype records = recordOfZone();
        for (; i < m_tokens.size(); ++i) {
            if (records > 0 && i >= records)
                m_record.append(m_tokens[i].text.toString());
            else
                readToken(i);
        }
        finish();
        return m_rows;
    }

private:
    enum class Last : quint8 { Other, Host, Ports, Key };
    struct Word {
        QString text;
        bool isBare = false;
    };

    /// "10.0.0.1 db.example.com db": where the names are found. Returns the token that reading goes on with.
    qsizetype readAddressOfHostsFile()
    {
        if (m_tokens.size() < 2 || m_column != PasteColumn::None)
            return 0;
        const QStringView address = m_tokens[0].text.left(
            m_tokens[0].text.indexOf(u'%') < 0 ? m_tokens[0].text.size() : m_tokens[0].text.indexOf(u'%'));
        const QStringView name = m_tokens[1].text;
        const bool isLine = isAddress(address) && hasWord(name) && !isAddressOrBlock(name)
            && std::none_of(m_tokens.begin(), m_tokens.end(),
                            [](const Token &token) {
                                return token.text.contains(u'/') || (token.isListed && token.text.contains(u'='));
                            })
            && readPorts(name).ports.isEmpty() && !readPorts(name).protocol;
        const QStringView between(m_tokens[0].text.end(), name.begin());
        const bool isApart =
            std::all_of(between.begin(), between.end(), [](QChar c) { return c == u' ' || c == u'\t'; });
        if (!isLine || !isApart)
            return 0;
        m_isHostsFile = true;
        add(ignored(PasteNote::Pinned, m_number, m_tokens[0].text.toString()));
        return 1;
    }

    /// "www.example.com. 300 IN CNAME other.example.net.": the first word is the name. Returns 0 where it is no such line.
    qsizetype recordOfZone() const
    {
        static const QStringList types = {u"A"_s,  u"AAAA"_s, u"CNAME"_s, u"MX"_s,    u"TXT"_s, u"SRV"_s,
                                          u"NS"_s, u"SOA"_s,  u"PTR"_s,   u"HTTPS"_s, u"CAA"_s};
        for (qsizetype i = 1; i + 1 < qMin(m_tokens.size(), qsizetype(4)); ++i) {
            if (m_tokens[i].text == "IN"_L1 && types.contains(m_tokens[i + 1].text))
                return 1;
        }
        return 0;
    }

    void readToken(qsizetype i)
    {
        const Token &token = m_tokens[i];
        if (token.text == "*"_L1) {
            if (i > 0 || m_tokens.size() == 1 || m_tokens[1].isListed)
                add({.state = State::Rejected,
                     .note = PasteNote::BadWildcard,
                     .line = m_number,
                     .host = u"*"_s,
                     .text = u"*"_s});
            return;
        }
        if (readKeyAndValue(token) || readPortToken(i))
            return;
        const bool isKey = token.text.endsWith(u':') && (i + 1 < m_tokens.size() || token.text.contains(u'/'));
        const bool isHostKey = isKey && !token.text.contains(u'/') && readHostToken(token.text.chopped(1)).has_value();
        if (isKey && !isHostKey) {
            m_words.append({token.text.toString()});
            m_last = titleOf(token.text.chopped(1)) == PasteTitle::Port
                    || titleOf(token.text.chopped(1)) == PasteTitle::Protocol
                ? Last::Key
                : Last::Other;
            return;
        }
        std::optional<PastedRow> row = readHostToken(token.text);
        if (!row && (m_column == PasteColumn::Host || m_isHostsFile || hasPort(token.text)))
            row = readBareName(token.text);
        if (!row) {
            m_words.append({token.text.toString(), true});
            ++m_bare;
            m_last = titleOf(token.text) == PasteTitle::Port ? Last::Key : Last::Other;
            return;
        }
        row->line = m_number;
        row->text = withoutSecrets(unwrapped(token.text));
        if (m_pending && !row->protocol && m_last == Last::Ports)
            row->protocol = m_pending;
        m_pending.reset();
        m_group = m_rows.size();
        m_isOpen = !token.text.contains("://"_L1);
        m_last = Last::Host;
        m_hosts += row->state == State::Host;
        add(*row);
    }

    /// "dst=www.example.com", "HTTPS_PROXY=http://proxy:3128"
    bool readKeyAndValue(const Token &token)
    {
        const qsizetype equals = token.text.indexOf(u'=');
        const qsizetype path = token.text.indexOf(u'/');
        constexpr int mostKeys = 4;
        if (equals <= 0 || m_keys >= mostKeys || (path >= 0 && path < equals)
            || token.text.first(equals).contains(u'?'))
            return false;
        const QStringView key = token.text.first(equals);
        const QStringView value = token.text.sliced(equals + 1);
        if (key.endsWith("proxy"_L1, Qt::CaseInsensitive) && !key.startsWith("no"_L1, Qt::CaseInsensitive)) {
            add(ignored(PasteNote::Proxy, m_number, key.toString() + u'=' + withoutSecrets(value)));
            return true;
        }
        m_words.append({key.toString() + u'='});
        if (!hasWord(value))
            return true;
        m_last = titleOf(key) == PasteTitle::Port || titleOf(key) == PasteTitle::Protocol ? Last::Key : Last::Other;
        m_tokens.append({value, token.isListed});
        ++m_keys;
        readToken(m_tokens.size() - 1);
        --m_keys;
        m_tokens.removeLast();
        return true;
    }

    /// Numbers and protocols speak of the host before them; a protocol may stand before its host, too.
    bool readPortToken(qsizetype i)
    {
        const Token token = m_tokens[i];
        QStringView text = token.text;
        if (const qsizetype colon = text.indexOf(u':');
            colon > 0 && titleOf(text.first(colon)) == PasteTitle::Port && readPort(text.sliced(colon + 1))) {
            text = text.sliced(colon + 1);
            m_last = Last::Key;
        }
        PastedPorts ports = readPorts(text);
        if (!ports.isComplete || (ports.ports.isEmpty() && !ports.protocol && !ports.isUdp))
            return false;
        const bool isBeside = m_group >= 0 && (m_last == Last::Host || m_last == Last::Ports || m_last == Last::Key);
        if (!isBeside) {
            if (!ports.ports.isEmpty() || ports.isUdp)
                return false;
            m_pending = ports.protocol;
            m_words.append({token.text.toString()});
            m_last = Last::Ports;
            return true;
        }
        if (!mayBePorts(i, ports))
            return false;
        applyPorts(m_rows, m_group, ports);
        const QString beside = u' ' + token.text.toString();
        for (qsizetype row = m_group; row < m_rows.size(); ++row) {
            if (!m_rows[row].text.endsWith(beside))
                m_rows[row].text += beside;
        }
        m_last = Last::Ports;
        return true;
    }

    /// A number behind a URL is a status or a size; one between words counts something.
    bool mayBePorts(qsizetype i, const PastedPorts &ports) const
    {
        if (ports.ports.isEmpty())
            return true;
        const bool isFirst = !m_rows[m_group].port && m_rows[m_group].note != PasteNote::BadPort;
        if (!m_isOpen && m_last != Last::Key)
            return false;
        if (!isFirst) // more ports than one: only such as are known, in a list
            return std::all_of(ports.ports.begin(), ports.ports.end(),
                               [](int port) { return protocolOfPort(port).has_value(); });
        if (m_last == Last::Key || i + 1 >= m_tokens.size())
            return true;
        const Token &next = m_tokens[i + 1];
        const PastedPorts after = readPorts(next.text);
        return next.isListed || !after.ports.isEmpty() || after.protocol || after.isUdp
            || readHostToken(next.text).has_value();
    }

    static bool hasPort(QStringView text)
    {
        const qsizetype colon = text.indexOf(u':');
        return colon > 0 && readPort(unwrapped(text.sliced(colon + 1))).has_value()
            && std::any_of(text.begin(), text.begin() + colon, [](QChar c) { return c.isLetter(); });
    }

    /// A name without a dot, where one is meant.
    static std::optional<PastedRow> readBareName(QStringView word)
    {
        const QStringView text = unwrapped(word);
        const qsizetype colon = text.indexOf(u':');
        const bool isNumber = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
        if (text.isEmpty() || isNumber)
            return std::nullopt;
        PastedRow row = readHostName(text.left(colon < 0 ? text.size() : colon).toString());
        if (colon > 0)
            row.port = readPort(text.sliced(colon + 1));
        return row;
    }

    /// Words that stand in a list among hosts, or alone, were meant as hosts; others are prose.
    void finish()
    {
        const bool isSeparated = std::all_of(m_tokens.begin(), m_tokens.end(), [this](const Token &token) {
            return token.isListed || &token == &m_tokens.front();
        });
        const bool isList = m_column != PasteColumn::Other && (isSeparated || m_hosts > m_bare);
        QStringList left;
        for (const Word &word : std::as_const(m_words)) {
            const bool isName = std::any_of(word.text.begin(), word.text.end(), [](QChar c) { return c.isLetter(); });
            std::optional<PastedRow> row;
            if (isList && word.isBare && isName)
                row = readBareName(word.text);
            if (!row) {
                left.append(word.text);
                continue;
            }
            row->line = m_number;
            row->text = word.text;
            add(*row);
        }
        if (!m_record.isEmpty())
            add(ignored(PasteNote::Record, m_number, m_record.join(u' ')));
        if (!left.isEmpty())
            add(ignored(PasteNote::Words, m_number, left.join(u' ')));
    }

    void add(const PastedRow &row) { m_rows.append(row); }

    QList<Token> m_tokens;
    int m_number;
    PasteColumn m_column;
    bool m_isHostsFile = false;
    Last m_last = Last::Other;
    qsizetype m_group = -1; ///< The first row of the host that was read last.
    bool m_isOpen = false; ///< That host may have a port beside it.
    std::optional<Protocol> m_pending;
    qsizetype m_hosts = 0;
    QList<Word> m_words; ///< That name no host.
    qsizetype m_bare = 0; ///< How many of them might be names without a dot.
    QStringList m_record; ///< What a DNS record says of its name.
    int m_keys = 0; ///< That lead to what is being read: a=b=c.
    QList<PastedRow> m_rows;
};

/// Takes [text](target) apart: the text of a link says the same as its target, or is prose.
QString withoutLinkTexts(QString line, int number, QList<PastedRow> &rows)
{
    constexpr qsizetype longest = 1024; // of a text or a target
    for (qsizetype middle = line.indexOf("]("_L1); middle >= 0; middle = line.indexOf("]("_L1, middle + 2)) {
        const qsizetype first = qMax(middle - longest, qsizetype(0));
        const qsizetype inText = QStringView(line).sliced(first, middle - first).lastIndexOf(u'[');
        const qsizetype length = QStringView(line).sliced(middle, qMin(longest, line.size() - middle)).indexOf(u')');
        if (inText < 0 || length < 0)
            continue;
        const qsizetype open = first + inText;
        const qsizetype close = middle + length;
        const QString text = line.sliced(open + 1, middle - open - 1);
        if (!readHostToken(QStringView(line).sliced(middle + 2, close - middle - 2)))
            continue;
        if (hasWord(text))
            rows.append(ignored(PasteNote::LinkText, number, text));
        for (qsizetype i = open; i < middle; ++i)
            line[i] = u' ';
    }
    return line;
}

/// Where a comment begins, or the end of the line.
qsizetype commentBegin(QStringView line)
{
    for (const QLatin1StringView mark : {"#"_L1, "// "_L1, "<!--"_L1}) {
        for (qsizetype at = line.indexOf(mark); at >= 0; at = line.indexOf(mark, at + 1)) {
            if (at == 0 || line[at - 1] == u' ' || line[at - 1] == u'\t')
                return at;
        }
    }
    return line.size();
}

} // namespace

PastedPorts readPorts(QStringView text)
{
    PastedPorts result;
    qsizetype begin = 0;
    constexpr QStringView separators = u" \t,;/|+&";
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !separators.contains(text[i]))
            continue;
        const QStringView word = text.sliced(begin, i - begin);
        const bool isVersioned =
            word.compare("http"_L1, Qt::CaseInsensitive) == 0 && text.sliced(i).startsWith("/2"_L1);
        if (isVersioned) {
            result.protocol = Protocol::Http2;
            i += 2;
        } else if (const std::optional<int> port = readPort(word)) {
            result.ports.append(*port);
        } else if (const std::optional<Protocol> protocol = protocolOfWord(word)) {
            const bool saysMore = result.protocol && *protocol == Protocol::Tcp; // "HTTPS (TCP)"
            result.protocol = saysMore ? result.protocol : protocol;
        } else if (word.compare("udp"_L1, Qt::CaseInsensitive) == 0) {
            result.isUdp = true;
        } else if (!word.isEmpty()) {
            result.isComplete = false;
        }
        begin = i + 1;
    }
    return result;
}

void applyPorts(QList<PastedRow> &rows, qsizetype begin, const PastedPorts &ports)
{
    QList<PastedRow> group = rows.sliced(begin);
    rows.erase(rows.begin() + begin, rows.end());
    QList<PastedRow> more;
    for (PastedRow &row : group) {
        if (ports.isUdp && !ports.protocol && row.state == State::Host) {
            row.state = State::Rejected;
            row.note = PasteNote::Udp;
        }
        QList<int> left = ports.ports;
        if (!row.port && !left.isEmpty())
            row.port = left.takeFirst();
        left.removeAll(row.port.value_or(0));
        // "443/tcp" names the transport: what is spoken on the port is known better.
        const bool isTransport = ports.protocol == Protocol::Tcp && row.port && protocolOfPort(*row.port);
        if (!row.protocol && ports.protocol && !isTransport)
            row.protocol = ports.protocol;
        if (&row != &group.front())
            continue;
        for (const int port : std::as_const(left)) {
            const auto has = [port](const PastedRow &one) { return one.port == port; };
            if (std::any_of(group.begin(), group.end(), has) || std::any_of(more.begin(), more.end(), has))
                continue;
            PastedRow another = row;
            another.port = port;
            if (!ports.protocol)
                another.protocol.reset();
            more.append(another);
        }
    }
    rows += group;
    rows += more;
}

PasteTitle titleOf(QStringView word)
{
    static const QHash<QString, PasteTitle> titles = [] {
        QHash<QString, PasteTitle> all;
        for (
            const auto &[title, names] :
            {std::pair{PasteTitle::Host,
                       u"host hosts hostname hostnames host-name fqdn fqdns domain domains domain-name dns dns-name "
                       "dnsname url urls uri address endpoint endpoints server servers destination destinations "
                       "target site sites website websites external-host sni authority 主机 主机名 域名 地址 目标"_s},
             std::pair{PasteTitle::Port, u"port ports port-number dst-port dport dstport targetport number 端口"_s},
             std::pair{PasteTitle::Protocol, u"protocol protocols proto scheme transport 协议"_s},
             std::pair{
                 PasteTitle::Count,
                 u"name service type owner team comment comments note notes description reason purpose requester contact "
                 "environment env id no rank source status date ip ticket 备注 名称 说明"_s}}) {
            for (const QString &name : names.split(u' '))
                all.insert(name, title);
        }
        return all;
    }();
    QString name = unwrapped(word.trimmed()).toString().toLower();
    name.replace(u' ', u'-').replace(u'_', u'-');
    return titles.value(name, PasteTitle::Other);
}

QList<PastedRow> readLooseLine(const QString &line, int number, PasteColumn column)
{
    QList<PastedRow> rows;
    const qsizetype comment = commentBegin(line);
    const QString text = withoutLinkTexts(line.first(comment), number, rows);
    const qsizetype colon = text.indexOf(u':');
    const QStringView key = QStringView(text).first(qMax(colon, qsizetype(0))).trimmed();
    if (const auto isSecret = isForeignKey(unwrapped(key.startsWith("- "_L1) ? key.sliced(2) : key))) {
        rows.append(ignored(PasteNote::Structure, number, *isSecret ? key.toString() + u": …"_s : text.trimmed()));
    } else {
        rows += LooseLine(text, number, column).read();
    }
    if (hasWord(QStringView(line).sliced(comment)))
        rows.append(ignored(PasteNote::Comment, number, line.sliced(comment).trimmed()));
    return rows;
}

} // namespace sallyport
