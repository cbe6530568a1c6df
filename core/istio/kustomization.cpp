// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/istio/kustomization.h"

#include "core/yaml/patch.h"
#include "core/yaml/write.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Kustomization)
};

Error refusal(const QString &reason, const QString &details = {})
{
    return {.what = Texts::tr("The kustomization cannot be extended"),
            .where = reason,
            .unaffected = Texts::tr("It is as it was."),
            .next = Texts::tr("Repair it or move it away, and export again."),
            .details = details};
}

/// kustomize takes "./a.yaml" and "a.yaml" for the same file.
QString normalized(const QString &resource)
{
    return QDir::cleanPath(resource);
}

QSet<QString> normalizedSet(const QStringList &resources)
{
    QSet<QString> set;
    for (const QString &resource : resources)
        set.insert(normalized(resource));
    return set;
}

QByteArray fresh(const QStringList &resources)
{
    return yaml::write(Value::map({{u"apiVersion"_s, u"kustomize.config.k8s.io/v1beta1"_s},
                                   {u"kind"_s, u"Kustomization"_s},
                                   {u"resources"_s, Value::list(resources)}}));
}

/// The number of the one document that says something; -1 where there is none, -2 where there are several.
int onlyDocument(const yaml::Stream &stream)
{
    int found = -1;
    for (size_t i = 0; i < stream.documents.size(); ++i) {
        const yaml::Document &document = *stream.documents[i];
        if (document.root.kind == yaml::NodeKind::Null && !document.broken)
            continue;
        if (found >= 0)
            return -2;
        found = int(i);
    }
    return found;
}

bool isKustomization(const Value &root)
{
    // kustomize reads files without a kind, too.
    const Value &kind = root[u"kind"];
    return root.isMap() && (kind.isNull() || kind.text() == "Kustomization"_L1 || kind.text() == "Component"_L1);
}

yaml::Change change(yaml::Change::Kind kind, const FieldPath &path, const Value &value = {})
{
    yaml::Change result;
    result.kind = kind;
    result.path = path;
    result.value = value;
    return result;
}

using Changes = QList<std::pair<int, yaml::Change>>;

/// The changes of `resources`, made one after the other.
Changes changesOf(int document, const Value &resources, const QStringList &listed, const QStringList &removed)
{
    const FieldPath path = FieldPath().child(u"resources"_s);
    const QSet<QString> unwanted = normalizedSet(removed);
    QSet<QString> present;
    Changes changes;
    int left = int(resources.size());
    for (int i = left - 1; i >= 0; --i) { // from the end: the indices before stay true
        const QString resource = normalized(resources[size_t(i)].text());
        if (!unwanted.contains(resource)) {
            present.insert(resource);
            continue;
        }
        changes.append({document, change(yaml::Change::Kind::Remove, path.index(i))});
        --left;
    }
    QStringList added;
    for (const QString &resource : listed) {
        if (!present.contains(normalized(resource)))
            added.append(resource);
    }
    if (left == 0 && !added.isEmpty())
        return {{document, change(yaml::Change::Kind::Set, path, Value::list(added))}};
    for (const QString &resource : added)
        changes.append({document, change(yaml::Change::Kind::Insert, path.index(left++), resource)});
    return changes;
}

} // namespace

QStringList kustomizationNames()
{
    return {u"kustomization.yaml"_s, u"kustomization.yml"_s, u"Kustomization"_s};
}

Result<QByteArray> kustomization(const std::optional<QByteArray> &before, const QStringList &listed,
                                 const QStringList &removed)
{
    if (!before)
        return fresh(listed);
    const yaml::Stream stream = yaml::parse(*before);
    const int document = onlyDocument(stream);
    if (!stream.problems.isEmpty() || document == -2)
        return refusal(Texts::tr("it is not one YAML document"));
    if (document == -1) // nothing but comments
        return listed.isEmpty() ? *before : *before + fresh(listed);
    const yaml::Document &source = *stream.documents[size_t(document)];
    if (source.broken)
        return refusal(Texts::tr("it is not valid YAML"), source.problems.value(0).message);
    const Value root = yaml::toValue(source.root);
    if (!isKustomization(root))
        return refusal(Texts::tr("it holds something else"));
    const Value &resources = root[u"resources"];
    if (!resources.isNull() && !resources.isList())
        return refusal(Texts::tr("its resources are no list"));
    const Changes changes = changesOf(document, resources, listed, removed);
    if (changes.isEmpty())
        return *before;
    const Result<yaml::TextEdits> edits = yaml::patch(stream, changes);
    if (!edits)
        return edits.error();
    return yaml::apply(*edits, *before);
}

} // namespace sallyport
