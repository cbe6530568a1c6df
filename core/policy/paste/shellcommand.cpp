// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/shellcommand.h"

#include "core/policy/paste/hosttoken.h"
#include "core/policy/paste/knownports.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using State = PastedRow::State;

/// The first word that is none of those that stand before a command.
QStringView commandOf(QStringView line)
{
    for (QStringView word : line.split(u' ', Qt::SkipEmptyParts)) {
        while (!word.isEmpty() && QStringView(u"$#>%`(\"'").contains(word.front()))
            word = word.sliced(1);
        const bool isBefore = word.isEmpty() || word.compare("sudo"_L1) == 0 || word.compare("time"_L1) == 0
            || word.compare("env"_L1) == 0 || word.compare("exec"_L1) == 0
            || (word.contains(u'=') && !word.startsWith(u'-') && !word.contains("://"_L1))
            || word.contains("proxy="_L1, Qt::CaseInsensitive) || word.endsWith(u'$') || word.endsWith(u'#');
        if (!isBefore)
            return word.sliced(word.lastIndexOf(u'/') + 1);
    }
    return {};
}

/// What a shell makes words of; operators and their kin are words of their own.
QStringList shellWords(const QString &line)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote;
    const auto end = [&] {
        if (inWord)
            words.append(word);
        word.clear();
        inWord = false;
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = {};
            else if (c == u'\\' && quote == u'"' && i + 1 < line.size())
                word += line[++i];
            else
                word += c;
        } else if (c == u'\'' || c == u'"') {
            quote = c;
            inWord = true;
        } else if (c == u'\\' && i + 1 < line.size() && line[i + 1] != u' ') {
            word += line[++i];
            inWord = true;
        } else if (c.isSpace() || c == u'\\' || c == u'`') {
            end();
        } else if (c == u'|' || c == u';' || c == u'>' || c == u'<'
                   || (c == u'&' && (!inWord || line[i - 1] == u'&'))) {
            end();
            words.append(QString(c));
        } else {
            word += c;
            inWord = true;
        }
    }
    end();
    return words;
}

/// Options of curl and wget whose value is the next word.
bool takesValue(const QString &option)
{
    static const QSet<QString> longOptions = {
        u"request"_s, u"header"_s, u"data"_s, u"data-raw"_s, u"data-binary"_s, u"data-urlencode"_s, u"data-ascii"_s,
        u"json"_s, u"form"_s, u"form-string"_s, u"output"_s, u"output-dir"_s, u"user"_s, u"user-agent"_s, u"referer"_s,
        u"cookie"_s, u"cookie-jar"_s, u"proxy"_s, u"preproxy"_s, u"proxy-user"_s, u"proxy-header"_s, u"noproxy"_s,
        u"socks4"_s, u"socks4a"_s, u"socks5"_s, u"socks5-hostname"_s, u"proxy1.0"_s, u"resolve"_s, u"connect-to"_s,
        u"cacert"_s, u"capath"_s, u"cert"_s, u"cert-type"_s, u"key"_s, u"key-type"_s, u"pass"_s, u"ciphers"_s,
        u"tls13-ciphers"_s, u"tls-max"_s, u"connect-timeout"_s, u"max-time"_s, u"retry"_s, u"retry-delay"_s,
        u"retry-max-time"_s, u"limit-rate"_s, u"max-redirs"_s, u"max-filesize"_s, u"write-out"_s, u"dump-header"_s,
        u"trace"_s, u"trace-ascii"_s, u"stderr"_s, u"config"_s, u"interface"_s, u"local-port"_s, u"dns-servers"_s,
        u"doh-url"_s, u"range"_s, u"time-cond"_s, u"upload-file"_s, u"unix-socket"_s, u"abstract-unix-socket"_s,
        u"aws-sigv4"_s, u"oauth2-bearer"_s, u"netrc-file"_s, u"pinnedpubkey"_s, u"proto"_s, u"proto-redir"_s,
        u"proto-default"_s, u"rate"_s, u"variable"_s, u"keepalive-time"_s, u"alt-svc"_s, u"hsts"_s,
        u"haproxy-clientip"_s, u"quote"_s, u"mail-from"_s, u"mail-rcpt"_s, u"engine"_s, u"create-file-mode"_s,
        u"expect100-timeout"_s,
        // wget
        u"output-document"_s, u"output-file"_s, u"directory-prefix"_s, u"post-data"_s, u"body-data"_s, u"method"_s,
        u"timeout"_s, u"tries"_s, u"wait"_s, u"password"_s, u"http-user"_s, u"http-password"_s, u"ca-certificate"_s};
    return longOptions.contains(option);
}

/// The long name of a one-letter option with a value; empty for one without.
QString longName(QChar letter, bool isWget)
{
    static const QHash<QChar, QString> ofCurl = {
        {u'X', u"request"_s},     {u'H', u"header"_s},        {u'd', u"data"_s},
        {u'F', u"form"_s},        {u'o', u"output"_s},        {u'u', u"user"_s},
        {u'A', u"user-agent"_s},  {u'e', u"referer"_s},       {u'b', u"cookie"_s},
        {u'c', u"cookie-jar"_s},  {u'x', u"proxy"_s},         {u'U', u"proxy-user"_s},
        {u'E', u"cert"_s},        {u'm', u"max-time"_s},      {u'w', u"write-out"_s},
        {u'D', u"dump-header"_s}, {u'K', u"config"_s},        {u'r', u"range"_s},
        {u'z', u"time-cond"_s},   {u'T', u"upload-file"_s},   {u'Q', u"quote"_s},
        {u'C', u"continue-at"_s}, {u'P', u"ftp-port"_s},      {u'y', u"speed-time"_s},
        {u'Y', u"speed-limit"_s}, {u't', u"telnet-option"_s}, {u'h', u""_s}};
    static const QHash<QChar, QString> ofWget = {{u'O', u"output-document"_s},
                                                 {u'o', u"output-file"_s},
                                                 {u'P', u"directory-prefix"_s},
                                                 {u'U', u"user-agent"_s},
                                                 {u'T', u"timeout"_s},
                                                 {u't', u"tries"_s},
                                                 {u'w', u"wait"_s},
                                                 {u'e', u"execute"_s},
                                                 {u'a', u"append-output"_s},
                                                 {u'i', u"input-file"_s},
                                                 {u'A', u"accept"_s},
                                                 {u'R', u"reject"_s},
                                                 {u'D', u"domains"_s},
                                                 {u'l', u"level"_s},
                                                 {u'B', u"base"_s},
                                                 {u'Q', u"quota"_s}};
    return (isWget ? ofWget : ofCurl).value(letter);
}

bool isProxyOption(const QString &option)
{
    return (option.contains("proxy"_L1) && option != "noproxy"_L1) || option.startsWith("socks"_L1);
}

/// Reads the words of one command.
class FetchReader
{
public:
    FetchReader(const QStringList &words, int number)
        : m_words(words)
        , m_number(number)
    {
    }

    QList<PastedRow> read()
    {
        for (m_next = 0; m_next < m_words.size();) {
            const QString word = m_words[m_next++];
            if (isOperator(word))
                m_isArgument = false;
            else if (!m_isArgument)
                startCommand(word);
            else if (word.startsWith("--"_L1))
                readLong(word);
            else if (word.startsWith(u'-') && word.size() > 1)
                readShort(word);
            else
                m_urls.append(word);
        }
        endCommand();
        if (!m_left.isEmpty())
            ignore(PasteNote::OptionValue, m_left.join(u' '));
        return m_rows;
    }

private:
    static bool isOperator(const QString &word)
    {
        return word.size() == 1 && QStringView(u"|;&<>").contains(word.front());
    }

    /// Words before and between commands: sudo, variables, the name of the command; of other commands everything.
    void startCommand(const QString &word)
    {
        const QStringView name = QStringView(word).sliced(word.lastIndexOf(u'/') + 1);
        const bool isWget = name.compare("wget"_L1) == 0 || name.endsWith("wget"_L1);
        if (isWget || name.compare("curl"_L1) == 0 || name.compare("curl.exe"_L1) == 0 || name.endsWith("curl"_L1)) {
            endCommand();
            m_isWget = isWget;
            m_isArgument = true;
            m_left.append(name.toString());
        } else if (word.contains("proxy="_L1, Qt::CaseInsensitive)) {
            ignore(PasteNote::Proxy, withoutSecrets(word.sliced(word.indexOf(u'=') + 1)));
        } else {
            m_left.append(word.section(u'=', 0, 0));
        }
    }

    void readLong(const QString &word)
    {
        const QString option = word.sliced(2).section(u'=', 0, 0);
        const bool hasValue = word.contains(u'=');
        if (hasValue)
            take(option, word.section(u'=', 1));
        else if ((option == "url"_L1 || takesValue(option)) && m_next < m_words.size())
            take(option, m_words[m_next++]);
        else
            m_left.append(word);
    }

    void readShort(const QString &word)
    {
        for (qsizetype i = 1; i < word.size(); ++i) {
            const QString option = longName(word[i], m_isWget);
            if (option.isEmpty())
                continue;
            if (i + 1 < word.size())
                take(option, word.sliced(i + 1));
            else if (m_next < m_words.size())
                take(option, m_words[m_next++]);
            return;
        }
        m_left.append(word);
    }

    void take(const QString &option, const QString &value)
    {
        if (option == "url"_L1) {
            m_urls.append(value);
        } else if (option == "header"_L1 && value.startsWith("host:"_L1, Qt::CaseInsensitive)) {
            m_hostHeader = value.sliced(5).trimmed();
        } else if (isProxyOption(option) && !option.endsWith("user"_L1) && !option.endsWith("header"_L1)) {
            ignore(PasteNote::Proxy, withoutSecrets(value));
        } else if (option == "resolve"_L1 || option == "connect-to"_L1) {
            ignore(PasteNote::Pinned, value);
            if (option == "connect-to"_L1)
                m_connectTo.append(value);
        } else {
            m_left.append("--"_L1 + option + u" …"_s); // it may be secret
        }
    }

    void endCommand()
    {
        for (const QString &url : std::as_const(m_urls))
            addUrl(url);
        if (m_urls.isEmpty() && !m_hostHeader.isEmpty())
            addUrl(m_hostHeader);
        m_urls.clear();
        m_hostHeader.clear();
        m_connectTo.clear();
        m_isArgument = false;
    }

    void addUrl(const QString &url)
    {
        // Without a scheme curl takes HTTP.
        const QString full = url.contains("://"_L1) ? url : u"http://"_s + url;
        PastedRow row = readHostToken(full).value_or(PastedRow{.state = State::Rejected, .note = PasteNote::Invalid});
        if (url.section(u'/', 0, 2).contains(u'{') || url.section(u'/', 2, 2).contains(u'[')) {
            const bool isAddress = row.note == PasteNote::Address;
            row.state = State::Rejected;
            row.note = isAddress ? PasteNote::Address : PasteNote::Pattern;
        }
        if (!m_hostHeader.isEmpty())
            putHostHeader(row);
        for (const QString &target : std::as_const(m_connectTo)) {
            const QStringList parts = target.split(u':');
            if (parts.size() == 4 && (parts[0].isEmpty() || parts[0].compare(row.host, Qt::CaseInsensitive) == 0)) {
                if (const auto port = readPort(parts[3]))
                    row.port = port;
            }
        }
        row.line = m_number;
        row.text = withoutSecrets(url);
        m_rows.append(row);
    }

    /// Plain HTTP goes to the host that the header names; inside TLS no one but the server sees it.
    void putHostHeader(PastedRow &row)
    {
        if (row.protocol == Protocol::Https && row.state == State::Host) {
            ignore(PasteNote::Covered, m_hostHeader);
            return;
        }
        PastedRow named = readHostName(m_hostHeader.section(u':', 0, 0));
        named.port = row.port;
        named.protocol = row.protocol;
        if (named.state == State::Host)
            named.note = PasteNote::HostHeader;
        row = named;
    }

    void ignore(PasteNote note, const QString &text)
    {
        m_rows.append({.state = State::Ignored, .note = note, .line = m_number, .text = text});
    }

    QStringList m_words;
    int m_number;
    qsizetype m_next = 0;
    bool m_isArgument = false; ///< Of curl or wget.
    bool m_isWget = false;
    QStringList m_urls;
    QString m_hostHeader;
    QStringList m_connectTo;
    QStringList m_left; ///< What is neither a host nor about hosts.
    QList<PastedRow> m_rows;
};

} // namespace

bool isFetchCommand(QStringView line)
{
    if (!line.contains("curl"_L1) && !line.contains("wget"_L1))
        return false;
    const QStringView command = commandOf(line);
    return command.compare("curl"_L1) == 0 || command.compare("wget"_L1) == 0 || command.compare("curl.exe"_L1) == 0;
}

bool isContinued(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    return trimmed.endsWith(u'\\') || trimmed.endsWith(u'^')
        || (trimmed.endsWith(u'`') && trimmed.count(u'`') % 2 == 1);
}

QList<PastedRow> readFetchCommand(const QString &line, int number)
{
    return FetchReader(shellWords(line), number).read();
}

} // namespace sallyport
