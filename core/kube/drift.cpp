// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/drift.h"

#include "core/kube/applyset.h"
#include "core/kube/managedfields.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace sallyport::kube {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Drift)
};

ObjectRef refOf(const Value &object)
{
    return {object[u"apiVersion"].text(), object[u"kind"].text(), object[u"metadata"][u"namespace"].text(),
            object[u"metadata"][u"name"].text()};
}

ObjectKey keyOf(const Value &object)
{
    const ObjectRef ref = refOf(object);
    return {ref.kind, ref.namespaceName, ref.name};
}

/// As client-go waits: 0.8 s, doubled each time up to 30 s, and up to twice that so that not all come back at once.
std::chrono::milliseconds pauseAfter(int failures)
{
    const qint64 base = std::min<qint64>(30000, 800LL << std::min(failures, 6));
    return std::chrono::milliseconds(base + qint64(QRandomGenerator::global()->bounded(double(base))));
}

} // namespace

QString Drift::toString() const
{
    const QString who = manager.isEmpty() ? Texts::tr("Somebody") : manager;
    if (what == What::Deleted)
        return Texts::tr("%1 was deleted.").arg(ref.toString());
    if (what == What::Appeared)
        return Texts::tr("%1 made %2 at %3.").arg(who, ref.toString(), time);
    QStringList fields;
    for (const FieldChange &change : changes.mid(0, 3))
        fields.append(change.field);
    if (changes.size() > 3)
        fields.append(Texts::tr("%1 more").arg(changes.size() - 3));
    return Texts::tr("%1 changed %2 of %3 at %4.").arg(who, fields.join(u", "_s), ref.toString(), time);
}

std::optional<Drift> driftBetween(const Value *before, const Value *after)
{
    if (!before && !after)
        return std::nullopt;
    Drift drift;
    drift.ref = refOf(after ? *after : *before);
    if (!after) {
        drift.what = Drift::What::Deleted;
        return drift;
    }
    std::tie(drift.manager, drift.time) = lastWriter(*after);
    if (drift.manager == ourManager)
        return std::nullopt;
    if (!before) {
        drift.what = Drift::What::Appeared;
        return drift;
    }
    drift.changes = differences(*before, *after);
    return drift.changes.isEmpty() ? std::nullopt : std::optional(drift);
}

DriftWatch::DriftWatch(Client &client, std::vector<Resource> resources, QString mesh, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_mesh(std::move(mesh))
{
    for (Resource &resource : resources) {
        auto stream = std::make_unique<Stream>();
        stream->resource = std::move(resource);
        stream->timer.setSingleShot(true);
        connect(&stream->timer, &QTimer::timeout, this, [this, raw = stream.get()] { list(*raw); });
        m_streams.push_back(std::move(stream));
    }
}

DriftWatch::~DriftWatch()
{
    for (const auto &stream : m_streams)
        stream->call.cancel();
}

void DriftWatch::start()
{
    for (const auto &stream : m_streams)
        list(*stream);
}

void DriftWatch::list(Stream &stream)
{
    ListQuery query;
    query.resource = stream.resource;
    query.labelSelector = meshLabel + u'=' + m_mesh;
    stream.call = m_client.list(query, this, [this, &stream](const Outcome<ObjectList> &list) {
        if (!list)
            return again(stream, list.error());
        takeList(stream, *list);
        watch(stream, list->resourceVersion);
    });
}

void DriftWatch::takeList(Stream &stream, const ObjectList &list)
{
    stream.failures = 0;
    std::map<ObjectKey, Value> now;
    for (const Value &object : list.items)
        now.emplace(keyOf(object), object);
    if (std::exchange(stream.listedBefore, true)) { // what happened while nobody watched
        for (const auto &[key, object] : now) {
            const auto before = stream.known.find(key);
            report(before == stream.known.end() ? nullptr : &before->second, &object);
        }
        for (const auto &[key, object] : stream.known) {
            if (!now.contains(key))
                report(&object, nullptr);
        }
    }
    stream.known = std::move(now);
}

void DriftWatch::watch(Stream &stream, const QString &resourceVersion)
{
    WatchQuery query;
    query.resource = stream.resource;
    query.labelSelector = meshLabel + u'=' + m_mesh;
    query.resourceVersion = resourceVersion;
    stream.call = m_client.watch(
        query, this, [this, &stream](const WatchEvent &event) { takeEvent(stream, event); },
        [this, &stream](const Outcome<QString> &end) {
            if (!end)
                return again(stream, end.error());
            // the server ends every watch after a while; at most one a second
            QTimer::singleShot(1s, &stream.timer, [this, &stream, version = *end] { watch(stream, version); });
        });
}

void DriftWatch::takeEvent(Stream &stream, const WatchEvent &event)
{
    stream.failures = 0;
    if (event.type == WatchEvent::Type::Bookmark)
        return;
    const ObjectKey key = keyOf(event.object);
    const auto before = stream.known.find(key);
    const Value *known = before == stream.known.end() ? nullptr : &before->second;
    if (event.type == WatchEvent::Type::Deleted) {
        report(known, nullptr);
        stream.known.erase(key);
        return;
    }
    report(known, &event.object);
    stream.known[key] = event.object;
}

void DriftWatch::again(Stream &stream, const KubeError &error)
{
    if (error.kind == KubeError::Kind::Forbidden || error.kind == KubeError::Kind::Unauthorized) {
        emit failed(error.toError(tr("Changes on the cluster are not watched any more."), stream.resource.kind));
        return;
    }
    const bool expired = error.kind == KubeError::Kind::Expired;
    stream.timer.start(expired ? 1s : pauseAfter(stream.failures++));
}

void DriftWatch::report(const Value *before, const Value *after)
{
    if (const std::optional<Drift> drift = driftBetween(before, after))
        emit drifted(*drift);
}

} // namespace sallyport::kube
