// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/pasteddocument.h"

#include "core/policy/paste/hosttoken.h"
#include "core/policy/paste/pasteline.h"
#include "core/policy/paste/pastetext.h"
#include "core/yaml/document.h"

#include <QHash>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using State = PastedRow::State;
using yaml::Node;
using yaml::NodeKind;

constexpr qsizetype longestDocument = 2 * 1024 * 1024;

/// A cheap look before the text is parsed: some line is a key that speaks of hosts, or it is JSON.
bool looksLikeDocument(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.startsWith(u'{') || trimmed.startsWith(u'['))
        return true;
    for (const QStringView line : text.split(u'\n')) {
        QStringView key = line.trimmed();
        while (key.startsWith("- "_L1))
            key = key.sliced(2).trimmed();
        const qsizetype colon = key.indexOf(u':');
        const bool isKey = colon > 0 && (colon + 1 == key.size() || key[colon + 1] == u' ');
        if (isKey && (titleOf(key.first(colon)) == PasteTitle::Host || key.startsWith("kind:"_L1)))
            return true;
    }
    return false;
}

/// Keys that hold names of other things: what lists under them say is no host.
bool isForeign(const QString &key)
{
    static const QStringList keys = {u"metadata"_s, u"status"_s,      u"apiVersion"_s, u"kind"_s,
                                     u"image"_s,    u"exportTo"_s,    u"endpoints"_s,  u"from"_s,
                                     u"labels"_s,   u"annotations"_s, u"finalizers"_s, u"command"_s,
                                     u"args"_s,     u"namespaces"_s,  u"gateways"_s,   u"principals"_s};
    return keys.contains(key);
}

/// Walks through a document and collects the hosts.
class DocumentReader
{
public:
    explicit DocumentReader(const yaml::LineIndex &lines)
        : m_lines(lines)
    {
    }

    void read(const Node &node, PasteTitle title)
    {
        if (node.kind == NodeKind::Map) {
            readMap(node);
        } else if (node.kind == NodeKind::List) {
            for (const yaml::NodeMember &item : node.members)
                read(item.value, title);
        } else if (node.kind == NodeKind::Scalar && title == PasteTitle::Host) {
            addHost(node);
        }
    }

    const QList<PastedRow> &rows() const { return m_rows; }
    qsizetype hosts() const { return m_hosts; }

private:
    void readMap(const Node &map)
    {
        const qsizetype first = m_rows.size();
        PastedPorts ports;
        for (const yaml::NodeMember &member : map.members) {
            const QString key = keyText(member.key);
            const PasteTitle title = titleOf(key);
            if (isForeign(key))
                continue;
            if (title == PasteTitle::Port || title == PasteTitle::Protocol)
                readPort(member.value, ports);
            else if (member.value.kind == NodeKind::Scalar && title != PasteTitle::Host)
                readOther(member.value);
            else // a list of texts is one of hosts, whatever its key, as far as they look like such
                read(member.value, title == PasteTitle::Host || isHostList(member.value) ? PasteTitle::Host : title);
        }
        // Ports hold for the hosts beside them. Each of several makes a host of its own.
        QList<PastedRow> own = m_rows.sliced(first);
        m_rows.erase(m_rows.begin() + first, m_rows.end());
        for (const PastedRow &row : std::as_const(own)) {
            QList<PastedRow> one = {row};
            applyDeclared(one, ports);
            m_rows += one;
        }
        m_declared.clear();
    }

    /// A number, a protocol, a map of both, or a list of such maps.
    void readPort(const Node &node, PastedPorts &ports)
    {
        if (node.kind == NodeKind::Scalar) {
            const PastedPorts read = readPorts(node.text);
            ports.ports += read.ports;
            ports.protocol = read.protocol ? read.protocol : ports.protocol;
        } else if (node.kind == NodeKind::List) {
            for (const yaml::NodeMember &item : node.members)
                readPort(item.value, ports);
        } else if (node.kind == NodeKind::Map) {
            PastedPorts one;
            for (const yaml::NodeMember &member : node.members) {
                const QString key = keyText(member.key);
                const bool isTarget = key == "targetPort"_L1; // at the host: the application's own counts
                if (!isTarget && (titleOf(key) == PasteTitle::Port || titleOf(key) == PasteTitle::Protocol))
                    readPort(member.value, one);
            }
            m_declared.append(one);
        }
    }

    void applyDeclared(QList<PastedRow> &rows, const PastedPorts &ports) const
    {
        if (m_declared.isEmpty()) {
            applyPorts(rows, 0, ports);
            return;
        }
        const PastedRow row = rows.front();
        rows.clear();
        for (const PastedPorts &declared : m_declared) {
            QList<PastedRow> one = {row};
            applyPorts(one, 0, declared);
            if (!rows.contains(one.front()))
                rows += one;
        }
    }

    /// Of other texts only URLs are taken.
    void readOther(const Node &node)
    {
        if (!node.text.contains("://"_L1))
            return;
        if (const std::optional<PastedRow> row = readHostToken(node.text); row && row->state == State::Host)
            add(*row, node);
    }

    static bool isHostList(const Node &node)
    {
        return node.kind == NodeKind::List && !node.members.empty()
            && std::all_of(node.members.begin(), node.members.end(), [](const yaml::NodeMember &item) {
                   const std::optional<PastedRow> row = readHostToken(item.value.text);
                   return item.value.kind == NodeKind::Scalar && row && row->state == State::Host;
               });
    }

    void addHost(const Node &node)
    {
        const QString text = cleanedLine(node.text).trimmed();
        add(readHostToken(text).value_or(readHostName(text)), node);
    }

    void add(PastedRow row, const Node &node)
    {
        row.line = m_lines.position(node.range.begin).line;
        row.text = withoutSecrets(node.text);
        m_hosts += row.state == State::Host;
        m_rows.append(row);
    }

    const yaml::LineIndex &m_lines;
    QList<PastedRow> m_rows;
    QList<PastedPorts> m_declared; ///< Of the map that is being read: one for each port with a protocol of its own.
    qsizetype m_hosts = 0;
};

bool hasWord(QStringView line)
{
    return std::any_of(line.begin(), line.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// The lines of the document with what they say beside hosts.
QList<PastedRow> withRest(const QList<PastedRow> &hosts, const QString &text)
{
    QHash<int, QList<PastedRow>> byLine;
    for (const PastedRow &row : hosts)
        byLine[row.line].append(row);
    QList<PastedRow> rows;
    LineCutter lines(text);
    while (!lines.atEnd()) {
        const QString line = cleanedLine(lines.next()).trimmed();
        const QList<PastedRow> found = byLine.take(lines.number());
        rows += found;
        const bool isWhole = !found.isEmpty() && found.front().text.size() + 2 >= line.size();
        if (!isWhole && hasWord(line))
            rows.append({.state = State::Ignored, .note = PasteNote::Structure, .line = lines.number(), .text = line});
    }
    return rows;
}

} // namespace

QList<PastedRow> readPastedDocument(const QString &text)
{
    if (text.size() > longestDocument || !looksLikeDocument(text))
        return {};
    const QByteArray bytes = text.toUtf8();
    const yaml::Stream stream = yaml::parse(bytes);
    const yaml::LineIndex lines(bytes);
    DocumentReader reader(lines);
    for (const auto &document : stream.documents) {
        if (document->broken)
            return {};
        reader.read(document->root, PasteTitle::Other);
    }
    return reader.hosts() == 0 ? QList<PastedRow>() : withRest(reader.rows(), text);
}

} // namespace sallyport
