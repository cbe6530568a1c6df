// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kube/fakecluster.h"

#include "core/kube/json.h"
#include "core/yaml/write.h"

#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport::test {

using namespace kube;

namespace {

using Leaves = std::map<QString, Value>;

const QChar separator = u'\x1f';

const std::map<QString, std::vector<std::pair<QString, QString>>> &servedKinds()
{
    static const std::map<QString, std::vector<std::pair<QString, QString>>> kinds = {
        {u"networking.istio.io"_s,
         {{u"serviceentries"_s, u"ServiceEntry"_s},
          {u"destinationrules"_s, u"DestinationRule"_s},
          {u"virtualservices"_s, u"VirtualService"_s},
          {u"gateways"_s, u"Gateway"_s}}},
        {u"security.istio.io"_s, {{u"authorizationpolicies"_s, u"AuthorizationPolicy"_s}}},
    };
    return kinds;
}

Response json(int status, const Value &value)
{
    return {status, {{"Content-Type", "application/json"}}, yaml::toJson(value)};
}

Response failure(int code, const QString &reason, const QString &message, Value details = Value::map())
{
    return json(code,
                Value::map({{u"kind"_s, u"Status"_s},
                            {u"apiVersion"_s, u"v1"_s},
                            {u"status"_s, u"Failure"_s},
                            {u"message"_s, message},
                            {u"reason"_s, reason},
                            {u"details"_s, std::move(details)},
                            {u"code"_s, code}}));
}

void collect(const Value &value, const QString &path, Leaves &leaves)
{
    if (!value.isMap() || value.isEmpty()) {
        leaves.emplace(path, value);
        return;
    }
    for (const Member &member : value.members())
        collect(member.value, path.isEmpty() ? member.key : path + separator + member.key, leaves);
}

/// What can be owned of a body.
Leaves leavesOf(const Value &body)
{
    Leaves leaves;
    for (const Member &member : body.members()) {
        if (member.key == "apiVersion"_L1 || member.key == "kind"_L1)
            continue;
        if (member.key != "metadata"_L1) {
            collect(member.value, member.key, leaves);
            continue;
        }
        for (const QString &part : {u"labels"_s, u"annotations"_s}) {
            if (const Value *value = member.value.find(part))
                collect(*value, "metadata"_L1 + separator + part, leaves);
        }
    }
    return leaves;
}

void setLeaf(Value &object, const QString &path, const Value *value)
{
    const QStringList keys = path.split(separator);
    Value *at = &object;
    for (qsizetype i = 0; i + 1 < keys.size(); ++i) {
        Value *next = at->find(keys[i]);
        at = next ? next : &at->set(keys[i], Value::map());
    }
    if (value)
        at->set(keys.last(), *value);
    else
        at->remove(keys.last());
}

Value fieldsOf(const std::set<QString> &paths)
{
    Value fields = Value::map();
    for (const QString &path : paths) {
        Value *at = &fields;
        for (const QString &key : path.split(separator)) {
            Value *next = at->find(QString("f:"_L1 + key));
            at = next ? next : &at->add("f:"_L1 + key, Value::map());
        }
    }
    return fields;
}

QString dotted(QString path)
{
    return u'.' + path.replace(separator, u'.');
}

} // namespace

FakeCluster::FakeCluster() = default;

Call FakeCluster::send(const Request &request, QObject *context, std::function<void(const Answer &)> done)
{
    auto cancelled = std::make_shared<bool>(false);
    QTimer::singleShot(0, context, [this, request, done, cancelled] {
        if (*cancelled)
            return;
        const bool isWrite =
            (request.verb == "PATCH" && !request.path.contains("dryRun=All")) || request.verb == "DELETE";
        writes += isWrite ? 1 : 0;
        const Fault fault = isWrite && onWrite ? onWrite(request, writes) : Fault::None;
        if (fault == Fault::LostRequest)
            return done(TransportFailure{TransportFailure::Kind::Network, u"The connection broke."_s, {}, true});
        if (fault == Fault::ServerError)
            return done(failure(500, u"InternalError"_s, u"out of order"_s));
        const Answer result = answer(request);
        if (isWrite && afterWrite)
            afterWrite();
        if (fault == Fault::LostAnswer)
            return done(TransportFailure{TransportFailure::Kind::Network, u"The connection broke."_s, {}, true});
        done(result);
    });
    return Call([cancelled] { *cancelled = true; });
}

Call FakeCluster::stream(const Request &, QObject *context, std::function<void(const QByteArray &)>,
                         std::function<void(const Answer &)> done)
{
    QTimer::singleShot(0, context, [done] { done(failure(404, u"NotFound"_s, u"no watches here"_s)); });
    return {};
}

Response FakeCluster::discovery(const QString &path) const
{
    const QString group = path.section(u'/', 2, 2);
    const auto kinds = servedKinds().find(group);
    if (kinds == servedKinds().end())
        return {404, {{"Content-Type", "text/plain"}}, "404 page not found"};
    const Value version = Value::map({{u"groupVersion"_s, group + "/v1"_L1}, {u"version"_s, u"v1"_s}});
    if (path.count(u'/') == 2)
        return json(200,
                    Value::map({{u"kind"_s, u"APIGroup"_s},
                                {u"name"_s, group},
                                {u"versions"_s, Value::list({version})},
                                {u"preferredVersion"_s, version}}));
    Value resources = Value::list();
    for (const auto &[plural, kind] : kinds->second)
        resources.append(Value::map({{u"name"_s, plural}, {u"kind"_s, kind}, {u"namespaced"_s, true}}));
    return json(200, Value::map({{u"kind"_s, u"APIResourceList"_s}, {u"resources"_s, resources}}));
}

Answer FakeCluster::answer(const Request &request)
{
    const QUrl url(QString::fromUtf8(request.path));
    const QUrlQuery query(url);
    const QString path = url.path();
    if (path.endsWith("/selfsubjectaccessreviews"_L1)) {
        const Value body = fromJson(request.body).value_or(Value());
        const Value &asked = body[u"spec"][u"resourceAttributes"];
        const bool allowed = !deniedVerbs.contains(asked[u"verb"].text() + u' ' + asked[u"resource"].text());
        return json(201, Value::map({{u"kind"_s, u"X"_s}, {u"status"_s, Value::map({{u"allowed"_s, allowed}})}}));
    }
    if (path.endsWith("/selfsubjectreviews"_L1))
        return json(201, *fromJson(R"({"status":{"userInfo":{"username":"alice"}}})"));
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    parts = parts.mid(parts.value(0) == "api"_L1 ? 2 : 3); // group and version are not looked at
    if (parts.isEmpty())
        return discovery(path);
    Place place;
    if (parts.value(0) == "namespaces"_L1) {
        place.namespaceName = parts.value(1);
        parts = parts.mid(2);
    }
    place.plural = parts.value(0);
    place.name = parts.value(1);
    if (request.verb == "PATCH") {
        const bool dryRun = query.hasQueryItem(u"dryRun"_s);
        dryRuns += dryRun ? 1 : 0;
        return apply(place, fromJson(request.body).value_or(Value()), query.queryItemValue(u"fieldManager"_s),
                     query.queryItemValue(u"force"_s) == "true"_L1, dryRun);
    }
    if (request.verb == "DELETE")
        return remove(place, fromJson(request.body).value_or(Value()));
    ++reads;
    if (place.name.isEmpty())
        return list(place, query.queryItemValue(u"labelSelector"_s, QUrl::FullyDecoded));
    const auto found = m_store.find(place);
    return found == m_store.end() ? failure(404, u"NotFound"_s, place.name + " not found"_L1,
                                            Value::map({{u"name"_s, place.name}, {u"kind"_s, place.plural}}))
                                  : json(200, found->second.object);
}

Response FakeCluster::list(const Place &place, const QString &selector) const
{
    if (deniedVerbs.contains("list "_L1 + place.plural)
        || (place.namespaceName.isEmpty() && deniedVerbs.contains("list-all "_L1 + place.plural)))
        return failure(403, u"Forbidden"_s, u"you may not list"_s);
    Value items = Value::list();
    for (const auto &[where, stored] : m_store) {
        const bool isUnequal = selector.contains("!="_L1);
        const Value &label = stored.object[u"metadata"][u"labels"][selector.section(isUnequal ? u'!' : u'=', 0, 0)];
        const bool isSelected = selector.isEmpty() || (label.text() == selector.section(u'=', 1)) != isUnequal;
        if (where.plural == place.plural
            && (place.namespaceName.isEmpty() || where.namespaceName == place.namespaceName) && isSelected)
            items.append(stored.object);
    }
    return json(200,
                Value::map({{u"kind"_s, u"List"_s},
                            {u"metadata"_s, Value::map({{u"resourceVersion"_s, QString::number(m_version)}})},
                            {u"items"_s, std::move(items)}}));
}

void FakeCluster::note(Stored &stored) const
{
    Value managers = Value::list();
    for (const auto &[name, paths] : stored.owners) {
        if (paths.empty())
            continue;
        managers.append(Value::map({{u"manager"_s, name},
                                    {u"operation"_s, u"Apply"_s},
                                    {u"apiVersion"_s, stored.object[u"apiVersion"]},
                                    {u"time"_s, u"2026-01-01T00:00:00Z"_s},
                                    {u"fieldsType"_s, u"FieldsV1"_s},
                                    {u"fieldsV1"_s, fieldsOf(paths)}}));
    }
    stored.object.find(u"metadata")->set(u"managedFields"_s, std::move(managers));
}

Response FakeCluster::apply(const Place &place, const Value &body, const QString &manager, bool force, bool dryRun)
{
    if (missingNamespaces.contains(place.namespaceName))
        return failure(404, u"NotFound"_s, "namespaces \""_L1 + place.namespaceName + "\" not found"_L1,
                       Value::map({{u"name"_s, place.namespaceName}, {u"kind"_s, u"namespaces"_s}}));
    const auto found = m_store.find(place);
    const bool creates = found == m_store.end();
    const Value &metadata = body[u"metadata"];
    const QString uid = metadata[u"uid"].text();
    const QString version = metadata[u"resourceVersion"].text();
    Stored next;
    if (!creates)
        next = found->second;
    const Value &now = next.object[u"metadata"];
    if ((!uid.isEmpty() && (creates || uid != now[u"uid"].text()))
        || (!version.isEmpty() && !creates && version != now[u"resourceVersion"].text()))
        return failure(409, u"Conflict"_s, u"Operation cannot be fulfilled: the object has been modified"_s);
    const Leaves leaves = leavesOf(body);
    Value causes = Value::list();
    for (auto &[other, paths] : next.owners) {
        for (const auto &[path, value] : leaves) {
            const Leaves there = leavesOf(next.object);
            const auto live = there.find(path);
            if (other == manager || !paths.contains(path) || (live != there.end() && live->second == value))
                continue;
            if (force)
                paths.erase(path);
            else
                causes.append(Value::map({{u"reason"_s, u"FieldManagerConflict"_s},
                                          {u"message"_s, "conflict with \""_L1 + other + u'"'},
                                          {u"field"_s, dotted(path)}}));
        }
    }
    if (!causes.isEmpty())
        return failure(409, u"Conflict"_s, u"Apply failed with conflicts"_s, Value::map({{u"causes"_s, causes}}));
    if (creates) {
        Value fresh = Value::map({{u"name"_s, place.name}, {u"namespace"_s, place.namespaceName}});
        fresh.add(u"uid"_s, "uid-"_L1 + QString::number(dryRun ? 0 : ++m_uid));
        next.object = Value::map({{u"apiVersion"_s, body[u"apiVersion"]}, {u"kind"_s, body[u"kind"]}});
        next.object.add(u"metadata"_s, std::move(fresh));
    }
    for (const QString &path : next.owners[manager]) {
        const bool shared = std::any_of(next.owners.begin(), next.owners.end(), [&](const auto &owner) {
            return owner.first != manager && owner.second.contains(path);
        });
        if (!leaves.contains(path) && !shared)
            setLeaf(next.object, path, nullptr);
    }
    next.owners[manager].clear();
    for (const auto &[path, value] : leaves) {
        setLeaf(next.object, path, &value);
        next.owners[manager].insert(path);
    }
    next.object.set(u"apiVersion"_s, body[u"apiVersion"]);
    note(next);
    if (creates || !(next.object == found->second.object))
        next.object.find(u"metadata")->set(u"resourceVersion"_s, QString::number(dryRun ? m_version : ++m_version));
    const Response response = json(creates ? 201 : 200, next.object);
    if (!dryRun)
        m_store[place] = std::move(next);
    return response;
}

Response FakeCluster::remove(const Place &place, const Value &options)
{
    const auto found = m_store.find(place);
    if (found == m_store.end())
        return failure(404, u"NotFound"_s, place.name + " not found"_L1,
                       Value::map({{u"name"_s, place.name}, {u"kind"_s, place.plural}}));
    const Value &wanted = options[u"preconditions"];
    const Value &metadata = found->second.object[u"metadata"];
    if (wanted[u"uid"].text() != metadata[u"uid"].text()
        || (!wanted[u"resourceVersion"].isNull() && wanted[u"resourceVersion"] != metadata[u"resourceVersion"]))
        return failure(409, u"Conflict"_s, u"the precondition of the deletion does not hold"_s);
    m_store.erase(found);
    return json(200, Value::map({{u"kind"_s, u"Status"_s}, {u"status"_s, u"Success"_s}}));
}

namespace {

QString pluralOf(const QString &kind)
{
    for (const auto &[group, kinds] : servedKinds()) {
        for (const auto &[plural, name] : kinds) {
            if (name == kind)
                return plural;
        }
    }
    return u"configmaps"_s;
}

} // namespace

void FakeCluster::applyAs(const QString &manager, const Value &object)
{
    const Value &metadata = object[u"metadata"];
    apply({metadata[u"namespace"].text(), pluralOf(object[u"kind"].text()), metadata[u"name"].text()}, object, manager,
          true, false);
}

void FakeCluster::erase(const ObjectKey &key)
{
    m_store.erase({key.namespaceName, pluralOf(key.kind), key.name});
}

std::map<ObjectKey, Value> FakeCluster::objects() const
{
    std::map<ObjectKey, Value> objects;
    for (const auto &[place, stored] : m_store) {
        if (place.plural != "configmaps"_L1)
            objects.emplace(ObjectKey{stored.object[u"kind"].text(), place.namespaceName, place.name},
                            withoutServerFields(stored.object));
    }
    return objects;
}

const Value *FakeCluster::object(const ObjectKey &key) const
{
    const auto found = m_store.find({key.namespaceName, pluralOf(key.kind), key.name});
    return found == m_store.end() ? nullptr : &found->second.object;
}

} // namespace sallyport::test
