// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/titles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Titles)
};

const FieldPath &root()
{
    static const FieldPath path;
    return path;
}

int countAt(const yaml::Node &node, const FieldPath &list)
{
    const yaml::Node *found = node.find(list);
    return found && found->kind == yaml::NodeKind::List ? int(found->members.size()) : 0;
}

QString withMore(const QString &title, int more)
{
    return more > 0 ? Texts::tr("%1 +%2").arg(title).arg(more) : title;
}

} // namespace

QString textAt(const yaml::Node &node, const FieldPath &path)
{
    const yaml::Node *found = node.find(path);
    return found && found->kind == yaml::NodeKind::Scalar ? found->text : QString();
}

QString ruleTitle(const yaml::Node &rule, int index)
{
    const QString name = textAt(rule, root().child(u"name"_s));
    if (!name.isEmpty())
        return name;
    const QString source = textAt(rule, root().child(u"from"_s).index(0).child(u"namespace"_s));
    const FieldPath to = root().child(u"to"_s);
    const QString host = textAt(rule, to.index(0).child(u"hosts"_s).index(0));
    if (source.isEmpty() && host.isEmpty())
        return Texts::tr("rule %1").arg(index + 1);
    int hosts = 0;
    for (int i = 0; i < countAt(rule, to); ++i)
        hosts += countAt(rule, to.index(i).child(u"hosts"_s));
    const QString unknown = u"?"_s;
    return withMore(Texts::tr("%1 → %2").arg(source.isEmpty() ? unknown : source, host.isEmpty() ? unknown : host),
                    hosts - 1);
}

QString destinationTitle(const yaml::Node &destination, int index)
{
    const QString name = textAt(destination, root().child(u"name"_s));
    if (!name.isEmpty())
        return name;
    const FieldPath hosts = root().child(u"hosts"_s);
    const QString host = textAt(destination, hosts.index(0));
    return host.isEmpty() ? Texts::tr("destination %1").arg(index + 1)
                          : withMore(host, countAt(destination, hosts) - 1);
}

QString kindTitle(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Policy:
        return Texts::tr("Egress policy");
    case DocumentKind::Authorization:
        return Texts::tr("Authorization");
    case DocumentKind::Mesh:
        return Texts::tr("Mesh");
    case DocumentKind::Expectations:
        return Texts::tr("Expectations");
    case DocumentKind::Generated:
        return Texts::tr("Generated");
    case DocumentKind::Other:
        return Texts::tr("Other document");
    case DocumentKind::Empty:
        return Texts::tr("Empty document");
    case DocumentKind::Broken:
        break;
    }
    return Texts::tr("Broken document");
}

QString documentTitle(const DocumentReading &reading, int index)
{
    switch (reading.kind) {
    case DocumentKind::Policy: {
        const QString gateway =
            textAt(reading.source->root, root().child(u"spec"_s).child(u"byEgressGateway"_s).child(u"name"_s));
        return !gateway.isEmpty()     ? gateway
            : !reading.name.isEmpty() ? reading.name
                                      : Texts::tr("policy without gateway");
    }
    case DocumentKind::Mesh:
    case DocumentKind::Expectations:
    case DocumentKind::Authorization:
        return kindTitle(reading.kind);
    case DocumentKind::Generated:
    case DocumentKind::Other:
        return reading.objectKind.isEmpty() ? Texts::tr("document %1").arg(index + 1) : reading.objectKind;
    case DocumentKind::Empty:
    case DocumentKind::Broken:
        break;
    }
    return kindTitle(reading.kind);
}

std::optional<TrafficClass> trafficClassOf(const yaml::Node &destination)
{
    const QString text = textAt(destination, root().child(u"port"_s).child(u"protocol"_s));
    if (const std::optional<Protocol> protocol = parseProtocol(text))
        return info(*protocol).trafficClass;
    return std::nullopt;
}

} // namespace sallyport
