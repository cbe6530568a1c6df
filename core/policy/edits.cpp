// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/edits.h"

#include "core/policy/policywriter.h"
#include "core/policy/schema.h"

#include <QSet>

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

using Kind = yaml::Change::Kind;

const yaml::Node *nodeAt(const Workspace &workspace, const FieldRef &place)
{
    return workspace.reading(place.file, place.document).source->root.find(place.path);
}

size_t countAt(const Workspace &workspace, const FieldRef &list)
{
    const yaml::Node *node = nodeAt(workspace, list);
    return node && node->isCollection() ? node->members.size() : 0;
}

FieldRef at(const FieldRef &place, const FieldPath &path)
{
    return {place.file, place.document, path};
}

DocumentChange changeAt(const FieldRef &place, Kind kind, const Value &value = {})
{
    yaml::Change change;
    change.kind = kind;
    change.path = place.path;
    change.value = value;
    return {place.file, place.document, change};
}

/// The Mesh that counts, or none.
std::optional<FieldRef> meshSpec(const Workspace &workspace)
{
    const std::vector<DocumentId> meshes = documentsOf(workspace, DocumentKind::Mesh);
    if (meshes.empty())
        return std::nullopt;
    return FieldRef{meshes.front().file, meshes.front().document, FieldPath().child(u"spec"_s)};
}

/// Where the Mesh speaks of the host: the position in spec.hosts, in the text; -1 where it does not.
int positionOf(const QString &host, const yaml::Node *hosts)
{
    if (!hosts)
        return -1;
    for (size_t i = 0; i < hosts->members.size(); ++i) {
        const yaml::Node *name = hosts->members[i].value.find(u"host");
        if (name && canonicalHost(name->text) == host)
            return int(i);
    }
    return -1;
}

} // namespace

DocumentChange setField(const Workspace &workspace, const FieldRef &field, const Value &value)
{
    const DocumentReading &reading = workspace.reading(field.file, field.document);
    const yaml::Node &root = reading.source->root;
    DocumentChange change = changeAt(field, Kind::Set, value);
    QList<QStringList> &before = change.change.before;
    for (FieldPath path = field.path; !root.find(path) && !path.last().isIndex(); path = path.parent()) {
        before.prepend(keysAfter(reading.kind, path)); // one list for each level that is created
        const FieldPath parent = path.parent();
        const yaml::Node *node = root.find(parent);
        if (node && node->kind == yaml::NodeKind::Null) {
            // "port:" without a value is given one: a map of all that is below.
            Value map = value;
            for (qsizetype i = field.path.size(); i > parent.size(); --i)
                map = Value::map({{field.path.elements()[i - 1].name, map}});
            return changeAt(at(field, parent), Kind::Set, map);
        }
    }
    return change;
}

QList<DocumentChange> clearField(const Workspace &workspace, const FieldRef &field)
{
    return nodeAt(workspace, field) ? QList{changeAt(field, Kind::Remove)} : QList<DocumentChange>();
}

DocumentChange insertItem(const Workspace &workspace, const FieldRef &list, int before, const Value &item)
{
    const yaml::Node *node = nodeAt(workspace, list);
    if (!node || node->kind != yaml::NodeKind::List)
        return setField(workspace, list, Value::list(std::vector<Value>{item}));
    const int position = before < 0 ? int(node->members.size()) : before;
    return changeAt(at(list, list.path.index(position)), Kind::Insert, item);
}

DocumentChange moveItemTo(const FieldRef &item, int to)
{
    DocumentChange change = changeAt(item, Kind::Move);
    change.change.to = to;
    return change;
}

DocumentChange duplicateItem(const Workspace &workspace, const FieldRef &item)
{
    const FieldRef behind = at(item, item.path.parent().index(item.path.last().index + 1));
    return changeAt(behind, Kind::Insert, yaml::toValue(*nodeAt(workspace, item)));
}

QList<DocumentChange> addHosts(const Workspace &workspace, const FieldRef &hosts, const QStringList &added)
{
    const yaml::Node *list = nodeAt(workspace, hosts);
    QSet<QString> known;
    for (size_t i = 0; i < countAt(workspace, hosts); ++i)
        known.insert(canonicalHost(list->members[i].value.text));
    QStringList fresh;
    for (const QString &host : added) {
        if (known.contains(canonicalHost(host)))
            continue;
        known.insert(canonicalHost(host));
        fresh.append(host);
    }
    if (fresh.isEmpty())
        return {};
    if (!list || list->kind != yaml::NodeKind::List)
        return {setField(workspace, hosts, Value::list(fresh))};
    return insertItems(workspace, hosts, -1, {fresh.begin(), fresh.end()});
}

DocumentChange setLabel(const Workspace &workspace, const FieldRef &labels, const QString &key, const QString &value)
{
    return setField(workspace, at(labels, labels.path.child(key)), value);
}

DocumentChange renameLabel(const FieldRef &labels, const QString &key, const QString &newKey)
{
    return changeAt(at(labels, labels.path.child(key)), Kind::RenameKey, newKey);
}

QList<DocumentChange> removeLabel(const Workspace &workspace, const FieldRef &labels, const QString &key)
{
    const FieldRef label = at(labels, labels.path.child(key));
    const bool isLast = countAt(workspace, labels) == 1 && nodeAt(workspace, label);
    return clearField(workspace, isLast ? labels : label);
}

int fileForNew(const Workspace &workspace, DocumentKind kind, int selectedFile)
{
    if (kind != DocumentKind::Mesh && kind != DocumentKind::Expectations)
        return selectedFile;
    const std::vector<DocumentId> present = documentsOf(workspace, kind);
    return present.empty() ? selectedFile : present.front().file;
}

DocumentChange appendDocument(const Workspace &workspace, int file, const Value &document)
{
    const int next = int(workspace.files[size_t(file)]->documents.size());
    return changeAt({file, next, {}}, Kind::AppendDocument, document);
}

QList<DocumentChange> addMeshHost(const Workspace &workspace, int selectedFile, const MeshHost &host)
{
    const std::optional<FieldRef> spec = meshSpec(workspace);
    if (!spec) {
        Mesh mesh;
        mesh.hosts = {host};
        return {appendDocument(workspace, selectedFile, toValue(mesh))};
    }
    const FieldRef hosts = at(*spec, spec->path.child(u"hosts"_s));
    const int position = positionOf(host.host, nodeAt(workspace, hosts));
    if (position < 0)
        return {insertItem(workspace, hosts, -1, toValue(host))};
    const FieldPath entry = hosts.path.index(position);
    QList<DocumentChange> changes;
    QStringList addresses;
    if (const MeshHost *known = meshOf(workspace).host(host.host))
        addresses = known->addresses;
    for (const QString &address : host.addresses) {
        if (!addresses.contains(address))
            addresses.append(address);
    }
    if (!host.addresses.isEmpty())
        changes.append(setField(workspace, at(hosts, entry.child(u"addresses"_s)), Value::list(addresses)));
    if (!host.representative.isEmpty())
        changes.append(setField(workspace, at(hosts, entry.child(u"representative"_s)), host.representative));
    return changes;
}

DocumentChange addMeshGateway(const Workspace &workspace, int selectedFile, const QString &gateway)
{
    const Value entry = Value::map({{u"name"_s, gateway}});
    if (const std::optional<FieldRef> spec = meshSpec(workspace))
        return insertItem(workspace, at(*spec, spec->path.child(u"gateways"_s)), -1, entry);
    Mesh mesh;
    Value document = toValue(mesh);
    document.find(u"spec")->add(u"gateways"_s, Value::list(std::vector<Value>{entry}));
    return appendDocument(workspace, selectedFile, document);
}

} // namespace sallyport
