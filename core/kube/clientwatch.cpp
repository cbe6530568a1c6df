// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/client.h"

#include "core/kube/json.h"
#include "core/yaml/write.h"

#include <QRandomGenerator>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

/// Five to ten minutes, not the same for all, so that a server that restarted is not asked by everybody at once later.
std::chrono::seconds watchDuration()
{
    return std::chrono::seconds(QRandomGenerator::global()->bounded(300, 600));
}

Request watchRequest(const WatchQuery &query)
{
    const std::chrono::seconds duration = watchDuration();
    QByteArray path = resourcePath(query.resource, query.namespaceName)
        + "?watch=1&allowWatchBookmarks=true&timeoutSeconds=" + QByteArray::number(qint64(duration.count()));
    const std::pair<const char *, QString> parameters[] = {{"&resourceVersion=", query.resourceVersion},
                                                           {"&labelSelector=", query.labelSelector},
                                                           {"&fieldSelector=", query.fieldSelector}};
    for (const auto &[name, value] : parameters) {
        if (!value.isEmpty())
            path += name + QUrl::toPercentEncoding(value);
    }
    // A dead peer is noticed at the latest some time after the server would have ended the watch.
    return {.path = path, .headers = {{"Accept", "application/json"}}, .timeout = duration + std::chrono::seconds(30)};
}

/// One watch: where it stands, and what ended it if an event did.
struct Watching {
    QString resourceVersion;
    std::optional<KubeError> error;
};

std::optional<WatchEvent::Type> eventType(const QString &name)
{
    if (name == "ADDED"_L1)
        return WatchEvent::Type::Added;
    if (name == "MODIFIED"_L1)
        return WatchEvent::Type::Modified;
    if (name == "DELETED"_L1)
        return WatchEvent::Type::Deleted;
    if (name == "BOOKMARK"_L1)
        return WatchEvent::Type::Bookmark;
    return {};
}

/// A Status inside a stream that began with 200, such as 410 Expired.
KubeError errorEvent(const Value &status)
{
    return errorOf(Response{.status = int(status[u"code"].toInt(500)), .body = yaml::toJson(status)}, "GET");
}

void takeLine(Watching &watching, const QByteArray &line, const std::function<void(const WatchEvent &)> &event)
{
    std::optional<Value> value = fromJson(line);
    if (!value || watching.error)
        return;
    const Value &object = (*value)[u"object"];
    const QString typeName = (*value)[u"type"].text();
    if (typeName == "ERROR"_L1) {
        watching.error = errorEvent(object);
        return;
    }
    const std::optional<WatchEvent::Type> type = eventType(typeName);
    if (!type)
        return;
    const QString version = object[u"metadata"][u"resourceVersion"].text();
    if (!version.isEmpty())
        watching.resourceVersion = version;
    event({.type = *type, .object = object, .resourceVersion = version});
}

} // namespace

Call Client::watch(const WatchQuery &query, QObject *context, std::function<void(const WatchEvent &)> event,
                   Done<QString> done)
{
    const auto watching = std::make_shared<Watching>(Watching{.resourceVersion = query.resourceVersion});
    return m_transport.stream(
        watchRequest(query), context,
        [watching, event = std::move(event)](const QByteArray &line) { takeLine(*watching, line, event); },
        [watching, done = std::move(done)](const Answer &answer) {
            if (watching->error)
                return done(*watching->error);
            const Response *response = std::get_if<Response>(&answer);
            if (!response)
                return done(errorOf(std::get<TransportFailure>(answer)));
            const QStringList warnings = warningTexts(response->allHeaders("Warning"));
            if (response->status < 200 || response->status >= 300)
                return done({errorOf(*response, "GET"), warnings});
            done({watching->resourceVersion, warnings});
        });
}

} // namespace sallyport::kube
