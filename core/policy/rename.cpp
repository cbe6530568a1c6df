// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/rename.h"

#include "core/policy/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using Kind = Renaming::Kind;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Renaming)
};

/// How a name stands in the text of a place.
enum class Form : quint8 {
    Whole, ///< The text is the name.
    HostAndPort, ///< The name, perhaps with a port behind a colon.
    Url, ///< The name is the URL's host.
    Account, ///< namespace/name
    Principal, ///< …/ns/namespace/sa/name
    Server, ///< A name of a TLS server: the host, or one that ends with it as the mesh spells them: outbound_.80_._.host
    Labels, ///< The place is a map of labels.
};

/// A place where a kind of name can stand, in one kind of document. [] is any item.
struct Pattern {
    DocumentKind document;
    Form form;
    const char *path;
    const char *conditions = nullptr; ///< Of an AuthorizationPolicy's `when`: the keys whose values these are.
};

const QList<Pattern> &namespacePatterns()
{
    static const QList<Pattern> patterns = {
        {DocumentKind::Policy, Form::Whole, "spec.egressRules[].from[].namespace"},
        {DocumentKind::Mesh, Form::Whole, "spec.gateways[].namespace"},
        {DocumentKind::Expectations, Form::Whole, "spec.cases[].from.namespace"},
        {DocumentKind::Authorization, Form::Whole, "metadata.namespace"},
        {DocumentKind::Authorization, Form::Whole, "spec.rules[].from[].source.namespaces[]"},
        {DocumentKind::Authorization, Form::Whole, "spec.rules[].from[].source.notNamespaces[]"},
        {DocumentKind::Authorization, Form::Account, "spec.rules[].from[].source.serviceAccounts[]"},
        {DocumentKind::Authorization, Form::Account, "spec.rules[].from[].source.notServiceAccounts[]"},
        {DocumentKind::Authorization, Form::Principal, "spec.rules[].from[].source.principals[]"},
        {DocumentKind::Authorization, Form::Principal, "spec.rules[].from[].source.notPrincipals[]"},
        {DocumentKind::Authorization, Form::Whole, "spec.rules[].when[].values[]", "source.namespace"},
        {DocumentKind::Authorization, Form::Whole, "spec.rules[].when[].notValues[]", "source.namespace"},
        {DocumentKind::Authorization, Form::Account, "spec.rules[].when[].values[]", "source.serviceAccount"},
        {DocumentKind::Authorization, Form::Account, "spec.rules[].when[].notValues[]", "source.serviceAccount"},
        {DocumentKind::Authorization, Form::Principal, "spec.rules[].when[].values[]", "source.principal"},
        {DocumentKind::Authorization, Form::Principal, "spec.rules[].when[].notValues[]", "source.principal"},
    };
    return patterns;
}

const QList<Pattern> &labelPatterns()
{
    static const QList<Pattern> patterns = {
        {DocumentKind::Policy, Form::Labels, "spec.egressRules[].from[].workloadSelector"},
        {DocumentKind::Mesh, Form::Labels, "spec.gateways[].selector"},
        {DocumentKind::Expectations, Form::Labels, "spec.cases[].from.labels"},
        {DocumentKind::Authorization, Form::Labels, "spec.selector.matchLabels"},
    };
    return patterns;
}

const QList<Pattern> &hostPatterns()
{
    static const QList<Pattern> patterns = {
        {DocumentKind::Policy, Form::Whole, "spec.egressRules[].to[].hosts[]"},
        {DocumentKind::Mesh, Form::Whole, "spec.hosts[].host"},
        {DocumentKind::Mesh, Form::Whole, "spec.hosts[].representative"},
        {DocumentKind::Expectations, Form::Url, "spec.cases[].request.url"},
        {DocumentKind::Expectations, Form::HostAndPort, "spec.cases[].request.tcp"},
        {DocumentKind::Expectations, Form::HostAndPort, "spec.cases[].request.headers.Host"},
        {DocumentKind::Expectations, Form::HostAndPort, "spec.cases[].request.headers.host"},
        {DocumentKind::Authorization, Form::HostAndPort, "spec.rules[].to[].operation.hosts[]"},
        {DocumentKind::Authorization, Form::HostAndPort, "spec.rules[].to[].operation.notHosts[]"},
        {DocumentKind::Authorization, Form::Server, "spec.rules[].when[].values[]", "connection.sni"},
        {DocumentKind::Authorization, Form::Server, "spec.rules[].when[].notValues[]", "connection.sni"},
        {DocumentKind::Authorization, Form::HostAndPort, "spec.rules[].when[].values[]",
         "request.headers[:authority] request.headers[host]"},
        {DocumentKind::Authorization, Form::HostAndPort, "spec.rules[].when[].notValues[]",
         "request.headers[:authority] request.headers[host]"},
    };
    return patterns;
}

const QList<Pattern> &patternsOf(Kind kind)
{
    switch (kind) {
    case Kind::Namespace:
        return namespacePatterns();
    case Kind::Host:
        return hostPatterns();
    case Kind::LabelKey:
    case Kind::LabelValue:
        break;
    }
    return labelPatterns();
}

using Visit = std::function<void(const yaml::Node &node, const FieldPath &path)>;

/// Every node that a pattern names.
void visit(const yaml::Node &node, const FieldPath &path, const QStringList &steps, const Pattern &pattern,
           const Visit &visitor)
{
    if (steps.isEmpty()) {
        visitor(node, path);
        return;
    }
    QString key = steps.first();
    const bool isList = key.endsWith("[]"_L1);
    if (isList)
        key.chop(2);
    const yaml::Node *child = node.find(key);
    if (!child)
        return;
    const FieldPath place = path.child(key);
    if (!isList) {
        visit(*child, place, steps.sliced(1), pattern, visitor);
        return;
    }
    for (size_t i = 0; child->kind == yaml::NodeKind::List && i < child->members.size(); ++i) {
        const yaml::Node &item = child->members[i].value;
        if (key == "when"_L1 && pattern.conditions) {
            const yaml::Node *condition = item.find(u"key");
            if (!condition || !QString::fromLatin1(pattern.conditions).split(u' ').contains(condition->text))
                continue;
        }
        visit(item, place.index(int(i)), steps.sliced(1), pattern, visitor);
    }
}

/// The documents that are ours to change.
QList<DocumentId> documentsWithNames(const Workspace &workspace)
{
    const std::vector<DocumentId> ours = gatewayAuthorizations(workspace);
    QList<DocumentId> documents;
    for (int file = 0; file < int(workspace.files.size()); ++file) {
        for (int i = 0; i < int(workspace.files[size_t(file)]->documents.size()); ++i) {
            const DocumentKind kind = workspace.reading(file, i).kind;
            const DocumentId id{file, i};
            const bool isAuthorization =
                kind == DocumentKind::Authorization && std::find(ours.begin(), ours.end(), id) != ours.end();
            if (isAuthorization || kind == DocumentKind::Policy || kind == DocumentKind::Mesh
                || kind == DocumentKind::Expectations)
                documents.append(id);
        }
    }
    return documents;
}

bool isSame(Kind kind, const QString &text, const QString &name)
{
    return kind == Kind::Host ? canonicalHost(text) == canonicalHost(name) : text == name;
}

/// The part of a text that is a name, as a range.
std::pair<qsizetype, qsizetype> partOf(Form form, const QString &text)
{
    const std::pair<qsizetype, qsizetype> whole{0, text.size()};
    switch (form) {
    case Form::Whole:
    case Form::Labels:
        return whole;
    case Form::HostAndPort: {
        const qsizetype colon = text.lastIndexOf(u':');
        return colon < 0 ? whole : std::pair(qsizetype(0), colon);
    }
    case Form::Url: {
        const qsizetype scheme = text.indexOf("://"_L1);
        const qsizetype authority = scheme < 0 ? 0 : scheme + 3;
        qsizetype end = authority;
        while (end < text.size() && !u"/?#"_s.contains(text[end]))
            ++end;
        const qsizetype user = text.lastIndexOf(u'@', end - 1);
        const qsizetype begin = user >= authority ? user + 1 : authority;
        const qsizetype colon = text.indexOf(u':', begin);
        return {begin, colon >= 0 && colon < end ? colon : end};
    }
    case Form::Account: {
        const qsizetype slash = text.indexOf(u'/');
        return slash < 0 ? std::pair(qsizetype(0), qsizetype(0)) : std::pair(qsizetype(0), slash);
    }
    case Form::Principal: {
        const qsizetype before = text.indexOf("/ns/"_L1);
        const qsizetype end = text.indexOf("/sa/"_L1, before + 4);
        return before < 0 ? std::pair(qsizetype(0), qsizetype(0)) : std::pair(before + 4, end < 0 ? text.size() : end);
    }
    case Form::Server: {
        const qsizetype spelled = text.lastIndexOf("_._."_L1);
        return spelled < 0 ? whole : std::pair(spelled + 4, text.size());
    }
    }
    return whole;
}

/// Finds the places of one document.
class Finder
{
public:
    Finder(const DocumentReading &reading, const DocumentId &id, const Renaming &renaming, QList<RenamedPlace> &places)
        : m_reading(reading)
        , m_id(id)
        , m_renaming(renaming)
        , m_places(places)
    {
    }

    void find()
    {
        if (m_reading.source->hasAliases)
            m_obstacle = Texts::tr("The document has anchors, aliases or merge keys: change it in the text.");
        else if (!m_reading.source->problems.isEmpty())
            m_obstacle = Texts::tr("The document has a key twice: change it in the text.");
        for (const Pattern &pattern : patternsOf(m_renaming.kind)) {
            if (pattern.document != m_reading.kind)
                continue;
            visit(m_reading.source->root, {}, QString::fromLatin1(pattern.path).split(u'.'), pattern,
                  [&](const yaml::Node &node, const FieldPath &path) { look(pattern.form, node, path); });
        }
    }

private:
    void look(Form form, const yaml::Node &node, const FieldPath &path)
    {
        if (form == Form::Labels) {
            lookAtLabels(node, path);
            return;
        }
        const auto [begin, end] = partOf(form, node.text);
        if (node.kind != yaml::NodeKind::Scalar || begin == end
            || !isSame(m_renaming.kind, node.text.sliced(begin, end - begin), m_renaming.from))
            return;
        add(path, node.text, QString(node.text).replace(begin, end - begin, m_renaming.to), {});
    }

    void lookAtLabels(const yaml::Node &labels, const FieldPath &path)
    {
        if (labels.kind != yaml::NodeKind::Map)
            return;
        for (const yaml::NodeMember &label : labels.members) {
            const QString key = yaml::keyText(label.key);
            if (m_renaming.kind == Kind::LabelValue) {
                if (key == m_renaming.key && label.value.text == m_renaming.from)
                    add(path.child(key), label.value.text, m_renaming.to, {});
            } else if (key == m_renaming.from) {
                const bool isTaken = m_renaming.to != key && labels.find(m_renaming.to);
                add(path.child(key), key, m_renaming.to,
                    isTaken ? Texts::tr("There is a label %1 beside it already.").arg(m_renaming.to) : QString());
            }
        }
    }

    void add(const FieldPath &path, const QString &before, const QString &after, const QString &obstacle)
    {
        m_places.append(
            {{m_id.file, m_id.document, path}, before, after, m_obstacle.isEmpty() ? obstacle : m_obstacle});
    }

    const DocumentReading &m_reading;
    DocumentId m_id;
    const Renaming &m_renaming;
    QList<RenamedPlace> &m_places;
    QString m_obstacle;
};

} // namespace

QList<RenamedPlace> placesOf(const Workspace &workspace, const Renaming &renaming)
{
    QList<RenamedPlace> places;
    if (renaming.from.isEmpty())
        return places;
    for (const DocumentId &id : documentsWithNames(workspace))
        Finder(workspace.reading(id.file, id.document), id, renaming, places).find();
    return places;
}

QList<DocumentChange> changesFor(const QList<RenamedPlace> &places, const Renaming &renaming)
{
    QList<DocumentChange> changes;
    const auto kind = renaming.kind == Kind::LabelKey ? yaml::Change::Kind::RenameKey : yaml::Change::Kind::Set;
    for (const RenamedPlace &place : places) {
        if (place.obstacle.isEmpty() && place.before != place.after)
            changes.append({place.field.file,
                            place.field.document,
                            {.kind = kind, .path = place.field.path, .value = place.after}});
    }
    return changes;
}

QString objection(const Renaming &renaming)
{
    const QString &name = renaming.to;
    switch (renaming.kind) {
    case Kind::Namespace:
        return isDnsLabel(name)
            ? QString()
            : Texts::tr("A namespace has up to 63 lower-case letters, digits and hyphens, hyphens only inside.");
    case Kind::LabelKey:
        return isLabelKey(name)
            ? QString()
            : Texts::tr("A label's key is a name of up to 63 characters, perhaps after a DNS name and a slash.");
    case Kind::LabelValue:
        return isLabelValue(name)
            ? QString()
            : Texts::tr("A label's value has up to 63 letters, digits, hyphens, underscores and dots, and starts "
                        "and ends with a letter or digit.");
    case Kind::Host:
        break;
    }
    const QString host = canonicalHost(name);
    const bool isHost = isHostName(isWildcard(host) ? QStringView(host).sliced(2) : QStringView(host));
    if (!isHost || isWildcard(host) != isWildcard(canonicalHost(renaming.from)))
        return isHost ? Texts::tr("A host and a wildcard cannot stand for each other.")
                      : Texts::tr("A host is a DNS name such as www.example.com.");
    return {};
}

QStringList namesInUse(const Workspace &workspace, Kind kind)
{
    QStringList names;
    for (const DocumentId &id : documentsWithNames(workspace)) {
        const DocumentReading &reading = workspace.reading(id.file, id.document);
        for (const Pattern &pattern : patternsOf(kind)) {
            if (pattern.document != reading.kind)
                continue;
            visit(reading.source->root, {}, QString::fromLatin1(pattern.path).split(u'.'), pattern,
                  [&](const yaml::Node &node, const FieldPath &) {
                      const auto [begin, end] = partOf(pattern.form, node.text);
                      const QString name = node.text.sliced(begin, end - begin);
                      if (pattern.form != Form::Labels)
                          names.append(kind == Kind::Host ? canonicalHost(name) : name);
                      for (const yaml::NodeMember &label : node.members) {
                          const QString key = yaml::keyText(label.key);
                          names.append(kind == Kind::LabelKey ? key : u"%1=%2"_s.arg(key, label.value.text));
                      }
                  });
        }
    }
    names.sort();
    names.removeDuplicates();
    names.removeAll(QString());
    return names;
}

} // namespace sallyport
