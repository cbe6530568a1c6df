// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/applyset.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ApplySet)
};

const QString idLabel = u"applyset.kubernetes.io/id"_s;
const QString toolingAnnotation = u"applyset.kubernetes.io/tooling"_s;
const QString kindsAnnotation = u"applyset.kubernetes.io/contains-group-kinds"_s;
const QString namespacesAnnotation = u"applyset.kubernetes.io/additional-namespaces"_s;
const QString tooling = u"sallyport/v1"_s;

QString joined(const QSet<QString> &words)
{
    QStringList list(words.begin(), words.end());
    list.sort();
    return list.join(u',');
}

QSet<QString> split(const QString &words)
{
    const QStringList list = words.split(u',', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

Error foreignParent(const QString &where, const QString &owner)
{
    return {.what = Texts::tr("The ConfigMap that would list our objects belongs to somebody else"),
            .where = where + u' ' + owner,
            .unaffected = Texts::tr("Nothing on the cluster was changed."),
            .next = Texts::tr("Give the mesh another name, or remove the ConfigMap if nothing uses it."),
            .details = {}};
}

} // namespace

QString ApplySet::id() const
{
    const QByteArray text = (name + u'.' + namespaceName + ".ConfigMap."_L1).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256)
                                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return "applyset-"_L1 + QString::fromLatin1(hash) + "-v1"_L1;
}

Value parentObject(const ApplySet &set, const QString &mesh)
{
    QSet<QString> others = set.namespaces;
    others.remove(set.namespaceName);
    Value metadata = Value::map();
    metadata.add(u"annotations"_s,
                 Value::map({{namespacesAnnotation, joined(others)},
                             {kindsAnnotation, joined(set.groupKinds)},
                             {toolingAnnotation, tooling}}));
    metadata.add(
        u"labels"_s,
        Value::map({{u"app.kubernetes.io/managed-by"_s, u"sallyport"_s}, {idLabel, set.id()}, {meshLabel, mesh}}));
    metadata.add(u"name"_s, set.name);
    metadata.add(u"namespace"_s, set.namespaceName);
    return Value::map({{u"apiVersion"_s, u"v1"_s}, {u"kind"_s, u"ConfigMap"_s}, {u"metadata"_s, std::move(metadata)}});
}

Result<ApplySet> readParent(const Value &object)
{
    const Value &metadata = object[u"metadata"];
    ApplySet set{metadata[u"name"].text(), metadata[u"namespace"].text(), {}, {}};
    const QString where = "ConfigMap "_L1 + set.namespaceName + u'/' + set.name;
    const QString owner = metadata[u"annotations"][toolingAnnotation].text();
    if (owner.section(u'/', 0, 0) != "sallyport"_L1)
        return foreignParent(where, owner.isEmpty() ? Texts::tr("(has no note of being ours)") : u'(' + owner + u')');
    if (metadata[u"labels"][idLabel].text() != set.id())
        return foreignParent(where, Texts::tr("(is the parent of another set)"));
    set.groupKinds = split(metadata[u"annotations"][kindsAnnotation].text());
    set.namespaces = split(metadata[u"annotations"][namespacesAnnotation].text());
    set.namespaces.insert(set.namespaceName);
    return set;
}

} // namespace sallyport::kube
