// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/outline.h"

#include "ui/titles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Outline)
};

const std::vector<yaml::NodeMember> &itemsOf(const yaml::Node &node, QStringView list)
{
    static const std::vector<yaml::NodeMember> none;
    const yaml::Node *found = node.find(list);
    return found && found->kind == yaml::NodeKind::List ? found->members : none;
}

QString textOf(const yaml::Node &node, QStringView key)
{
    const yaml::Node *value = node.find(key);
    return value && value->kind == yaml::NodeKind::Scalar ? value->text : QString();
}

/// What it is called, or nothing where that is its position.
QString ownTitle(const QString &title, const QString &byPosition)
{
    return title == byPosition ? QString() : title;
}

OutlineItem destinationItem(const yaml::Node &destination)
{
    using Kind = Facts::Kind;
    OutlineItem item;
    item.kind = OutlineItem::Kind::Destination;
    item.title = ownTitle(destinationTitle(destination, 0), destinationTitle({}, 0));
    item.icon = u"destination"_s;
    item.trafficClass = trafficClassOf(destination);
    item.facts.add(Kind::Name, textOf(destination, u"name"));
    for (const yaml::NodeMember &host : itemsOf(destination, u"hosts"))
        item.facts.add(Kind::Host, host.value.text);
    if (const yaml::Node *port = destination.find(u"port")) {
        item.detail = textOf(*port, u"number");
        item.facts.add(Kind::Port, item.detail);
        item.facts.add(Kind::Protocol, textOf(*port, u"protocol"));
    }
    if (item.trafficClass)
        item.facts.add(Kind::Class, name(*item.trafficClass));
    if (const yaml::Node *gateway = destination.find(u"byEgressGateway"))
        item.facts.add(Kind::Gateway, textOf(*gateway, u"name"));
    return item;
}

QString iconOf(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Policy:
        return u"gateway"_s;
    case DocumentKind::Authorization:
        return u"authorization"_s;
    case DocumentKind::Mesh:
        return u"mesh"_s;
    case DocumentKind::Expectations:
        return u"expectations"_s;
    case DocumentKind::Generated:
        return u"generated"_s;
    case DocumentKind::Broken:
        return u"broken"_s;
    case DocumentKind::Empty:
    case DocumentKind::Other:
        break;
    }
    return u"document"_s;
}

/// The entry of a document with its rules.
OutlineItem wholeDocument(const DocumentReading &reading, int document)
{
    OutlineItem item = documentItem(reading, document);
    if (item.isPolicy) {
        for (const yaml::NodeMember &rule : rulesOf(reading))
            item.children.push_back(ruleItem(rule.value));
    }
    return item;
}
OutlineItem group(const QString &title, std::vector<OutlineItem> items)
{
    OutlineItem result;
    result.title = title;
    result.icon = u"group"_s;
    result.detail = QString::number(items.size());
    result.isFaded = true;
    result.children = std::move(items);
    return result;
}

} // namespace

const std::vector<yaml::NodeMember> &rulesOf(const DocumentReading &policy)
{
    static const yaml::Node none;
    const yaml::Node *spec = policy.source->root.find(u"spec");
    return itemsOf(spec ? *spec : none, u"egressRules");
}

OutlineItem ruleItem(const yaml::Node &rule)
{
    using Kind = Facts::Kind;
    OutlineItem item;
    item.kind = OutlineItem::Kind::Rule;
    const QString ruleName = textOf(rule, u"name");
    item.title = ruleName.isEmpty() ? ownTitle(ruleTitle(rule, 0), ruleTitle({}, 0)) : ruleName;
    item.icon = u"rule"_s;
    item.facts.add(Kind::Name, ruleName);
    for (const yaml::NodeMember &source : itemsOf(rule, u"from")) {
        const QString client = textOf(source.value, u"namespace");
        if (!ruleName.isEmpty() && item.detail.isEmpty())
            item.detail = client;
        item.facts.add(Kind::Namespace, client);
        if (const yaml::Node *selector = source.value.find(u"workloadSelector")) {
            for (const yaml::NodeMember &label : selector->members)
                item.facts.add(Kind::Label, u"%1=%2"_s.arg(label.key.text, label.value.text));
        }
    }
    for (const yaml::NodeMember &destination : itemsOf(rule, u"to"))
        item.children.push_back(destinationItem(destination.value));
    return item;
}

OutlineItem documentItem(const DocumentReading &reading, int document)
{
    OutlineItem item;
    item.kind = OutlineItem::Kind::Document;
    item.document = document;
    item.title = documentTitle(reading, document);
    item.icon = iconOf(reading.kind);
    item.isPolicy = reading.kind == DocumentKind::Policy;
    item.isFixed = reading.source->hasAliases;
    item.facts.add(Facts::Kind::Name, reading.name);
    item.isFaded = reading.kind == DocumentKind::Other || reading.kind == DocumentKind::Generated
        || reading.kind == DocumentKind::Empty;
    if (item.isPolicy) {
        item.facts.add(Facts::Kind::Gateway, item.title);
        return item;
    }
    item.facts.add(Facts::Kind::Document, item.title);
    item.facts.add(Facts::Kind::Document, reading.objectKind);
    item.facts.add(Facts::Kind::Namespace, reading.namespaceName);
    item.detail = item.isFaded && !reading.namespaceName.isEmpty() ? u"%1/%2"_s.arg(reading.namespaceName, reading.name)
                                                                   : reading.name;
    return item;
}

OutlineItem outlineOf(const WorkspaceEditor &editor, int file)
{
    const SourceFile &source = *editor.workspace().files[size_t(file)];
    OutlineItem result;
    result.title = editor.title(file);
    result.icon = u"file"_s;
    result.kind = OutlineItem::Kind::File;
    result.facts.add(Facts::Kind::File, result.title);
    std::vector<OutlineItem> others;
    std::vector<OutlineItem> generated;
    for (int i = 0; i < int(source.documents.size()); ++i) {
        const DocumentReading &reading = *source.documents[size_t(i)];
        if (reading.kind == DocumentKind::Other) {
            others.push_back(wholeDocument(reading, i));
        } else if (reading.kind == DocumentKind::Generated) {
            generated.push_back(wholeDocument(reading, i));
        } else if (reading.kind == DocumentKind::Broken) {
            const DocumentReading *good = editor.lastGood(file, i);
            OutlineItem item = wholeDocument(good ? *good : reading, i);
            item.icon = iconOf(DocumentKind::Broken);
            item.isFixed = true;
            result.children.push_back(std::move(item));
        } else if (reading.kind != DocumentKind::Empty) {
            result.children.push_back(wholeDocument(reading, i));
        }
    }
    if (!others.empty())
        result.children.push_back(group(Texts::tr("Other documents"), std::move(others)));
    if (!generated.empty())
        result.children.push_back(group(Texts::tr("Generated documents"), std::move(generated)));
    return result;
}

} // namespace sallyport
