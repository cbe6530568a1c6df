// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/client.h"

#include "core/kube/json.h"

#include <QUrl>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

Request discoveryRequest(const QByteArray &path)
{
    return {.path = path, .headers = {{"Accept", "application/json"}}};
}

QByteArray groupPath(const QString &group)
{
    return group.isEmpty() ? QByteArray("/api") : "/apis/" + QUrl::toPercentEncoding(group);
}

/// The versions of a group, preferred first. /api and /apis/<group> say it in different words.
std::vector<Discovery::Version> versionsOf(const Value &answer)
{
    std::vector<Discovery::Version> versions;
    for (const Member &member : answer[u"versions"].members()) {
        const Value &version = member.value;
        versions.push_back({.version = version.isString() ? version.text() : version[u"version"].text()});
    }
    const QString preferred = answer[u"preferredVersion"][u"version"].text();
    std::stable_partition(versions.begin(), versions.end(),
                          [&](const auto &version) { return version.version == preferred; });
    return versions;
}

void readResources(Discovery::Version &version, const QString &group, const Value &answer)
{
    for (const Member &member : answer[u"resources"].members()) {
        const QString name = member.value[u"name"].text();
        if (name.contains(u'/')) {
            version.subresources.append(name);
            continue;
        }
        Resource resource{.group = group,
                          .version = version.version,
                          .plural = name,
                          .kind = member.value[u"kind"].text(),
                          .namespaced = member.value[u"namespaced"].toBool()};
        for (const Member &verb : member.value[u"verbs"].members())
            resource.verbs.append(verb.value.text());
        version.resources.push_back(std::move(resource));
    }
}

/// Asks for groups, then for their versions, all side by side. Lives as long as an answer is on its way.
class Discovering : public std::enable_shared_from_this<Discovering>
{
public:
    Discovering(Transport &transport, QObject *context, Client::Done<Discovery> done)
        : m_transport(transport)
        , m_context(context)
        , m_done(std::move(done))
    {
    }

    void start(const QStringList &groups)
    {
        for (const QString &name : groups)
            m_result.groups.push_back({.name = name});
        for (size_t group = 0; group < m_result.groups.size(); ++group) {
            ask(groupPath(m_result.groups[group].name),
                [this, group](const Response &answer, const Value &value) { takeGroup(group, answer, value); });
        }
        finishWhenDone();
    }

    void cancel()
    {
        for (Call &call : m_calls)
            call.cancel();
        m_done = nullptr;
    }

private:
    /// `take` is not called for a transport failure: that ends it all.
    void ask(const QByteArray &path, std::function<void(const Response &, const Value &)> take)
    {
        ++m_waiting;
        m_calls.push_back(m_transport.send(discoveryRequest(path), m_context,
                                           [self = shared_from_this(), take = std::move(take)](const Answer &answer) {
                                               --self->m_waiting;
                                               if (const Response *response = std::get_if<Response>(&answer))
                                                   take(*response, fromJson(response->body).value_or(Value()));
                                               else
                                                   self->m_error = self->m_error
                                                       ? self->m_error
                                                       : errorOf(std::get<TransportFailure>(answer));
                                               self->finishWhenDone();
                                           }));
    }

    void takeGroup(size_t group, const Response &answer, const Value &value)
    {
        if (answer.status == 404)
            return;
        if (!isSuccess(answer))
            return;
        m_result.groups[group].versions = versionsOf(value);
        for (size_t version = 0; version < m_result.groups[group].versions.size(); ++version) {
            const Discovery::Group &known = m_result.groups[group];
            ask(groupPath(known.name) + '/' + QUrl::toPercentEncoding(known.versions[version].version),
                [this, group, version](const Response &response, const Value &resources) {
                    takeVersion(m_result.groups[group], version, response, resources);
                });
        }
    }

    void takeVersion(const Discovery::Group &group, size_t version, const Response &answer, const Value &value)
    {
        Discovery::Version &known = m_result.groups[size_t(&group - m_result.groups.data())].versions[version];
        // 503 is what an aggregated API server gives that is down: it must not hide the rest.
        if (answer.status == 503 || answer.status == 404)
            known.stale = true;
        else if (isSuccess(answer))
            readResources(known, group.name, value);
    }

    bool isSuccess(const Response &answer)
    {
        if (answer.status < 200 || answer.status >= 300)
            m_error = m_error ? m_error : errorOf(answer, "GET");
        return answer.status >= 200 && answer.status < 300;
    }

    void finishWhenDone()
    {
        if (m_waiting > 0 || !m_done)
            return;
        const Client::Done<Discovery> done = std::exchange(m_done, nullptr);
        if (m_error)
            return done(*m_error);
        std::erase_if(m_result.groups, [](const auto &group) { return group.versions.empty(); });
        done(std::move(m_result));
    }

    Transport &m_transport;
    QObject *m_context;
    Client::Done<Discovery> m_done;
    Discovery m_result;
    std::optional<KubeError> m_error;
    std::vector<Call> m_calls;
    int m_waiting = 0;
};

} // namespace

Call Client::discover(const QStringList &groups, QObject *context, Done<Discovery> done)
{
    const auto discovering = std::make_shared<Discovering>(m_transport, context, std::move(done));
    discovering->start(groups);
    return Call([weak = std::weak_ptr(discovering)] {
        if (const auto running = weak.lock())
            running->cancel();
    });
}

} // namespace sallyport::kube
