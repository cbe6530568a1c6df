// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/outline.h"

#include "ui/selection.h"
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

/// All scalars at and below the node, for the filter.
QString wordsOf(const yaml::Node &node)
{
    if (node.kind == yaml::NodeKind::Scalar)
        return node.text;
    QString words;
    for (const yaml::NodeMember &member : node.members) {
        if (member.value.kind == yaml::NodeKind::Scalar && !member.key.text.isEmpty())
            words += member.key.text + '='_L1;
        words += wordsOf(member.value) + ' '_L1;
    }
    return words;
}

OutlineItem destinationItem(const yaml::Node &destination, const FieldRef &where)
{
    OutlineItem item;
    item.title = destinationTitle(destination, where.path.last().index);
    item.icon = u"destination"_s;
    item.where = where;
    item.trafficClass = trafficClassOf(destination);
    item.detail = textAt(destination, FieldPath().child(u"port"_s).child(u"number"_s));
    item.words = wordsOf(destination);
    return item;
}

OutlineItem ruleItem(const yaml::Node &rule, const FieldRef &where)
{
    OutlineItem item;
    item.title = ruleTitle(rule, where.path.last().index);
    item.icon = u"rule"_s;
    item.where = where;
    if (!textAt(rule, FieldPath().child(u"name"_s)).isEmpty())
        item.detail = textAt(rule, FieldPath().child(u"from"_s).index(0).child(u"namespace"_s));
    if (const yaml::Node *from = rule.find(u"from"))
        item.words = wordsOf(*from);
    int i = 0;
    for (const yaml::NodeMember &to : itemsOf(rule, u"to"))
        item.children.push_back(
            destinationItem(to.value, {where.file, where.document, destinationPath(where.path.last().index, i++)}));
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

OutlineItem documentItem(const DocumentReading &reading, const FieldRef &where)
{
    OutlineItem item;
    item.title = documentTitle(reading, where.document);
    item.icon = iconOf(reading.kind);
    item.where = where;
    item.isFaded = reading.kind == DocumentKind::Other || reading.kind == DocumentKind::Generated
        || reading.kind == DocumentKind::Empty;
    if (reading.kind == DocumentKind::Policy) {
        int i = 0;
        if (const yaml::Node *spec = reading.source->root.find(u"spec")) {
            for (const yaml::NodeMember &rule : itemsOf(*spec, u"egressRules"))
                item.children.push_back(ruleItem(rule.value, {where.file, where.document, rulePath(i++)}));
        }
        item.words = reading.name;
        return item;
    }
    item.detail = item.isFaded && !reading.namespaceName.isEmpty() ? u"%1/%2"_s.arg(reading.namespaceName, reading.name)
                                                                   : reading.name;
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

OutlineItem outlineOf(const WorkspaceEditor &editor, int file)
{
    const SourceFile &source = *editor.workspace().files[size_t(file)];
    OutlineItem result;
    result.title = editor.title(file);
    result.icon = u"file"_s;
    result.where = {file, -1, {}};
    result.words = source.path;
    std::vector<OutlineItem> others;
    std::vector<OutlineItem> generated;
    for (int i = 0; i < int(source.documents.size()); ++i) {
        const DocumentReading &reading = *source.documents[size_t(i)];
        const FieldRef where{file, i, {}};
        if (reading.kind == DocumentKind::Other) {
            others.push_back(documentItem(reading, where));
        } else if (reading.kind == DocumentKind::Generated) {
            generated.push_back(documentItem(reading, where));
        } else if (reading.kind == DocumentKind::Broken) {
            const DocumentReading *good = editor.lastGood(file, i);
            OutlineItem item = documentItem(good ? *good : reading, where);
            item.icon = iconOf(DocumentKind::Broken);
            result.children.push_back(std::move(item));
        } else if (reading.kind != DocumentKind::Empty) {
            result.children.push_back(documentItem(reading, where));
        }
    }
    if (!others.empty())
        result.children.push_back(group(Texts::tr("Other documents"), std::move(others)));
    if (!generated.empty())
        result.children.push_back(group(Texts::tr("Generated documents"), std::move(generated)));
    return result;
}

} // namespace sallyport
