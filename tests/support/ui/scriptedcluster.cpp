// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/scriptedcluster.h"

#include "core/kube/json.h"
#include "core/yaml/write.h"

#include <QTimer>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport::test {

using namespace kube;

namespace {

Value parsed(const char *json)
{
    return fromJson(json).value_or(Value());
}

Response success(const Value &value)
{
    return {200, {{"Content-Type", "application/json"}}, yaml::toJson(value)};
}

} // namespace

/// One transport of a window.
class ScriptedCluster::Road : public Transport
{
public:
    explicit Road(ScriptedCluster &owner)
        : m_owner(owner)
    {
    }

    Call send(const Request &request, QObject *context, std::function<void(const Answer &)> done) override
    {
        m_owner.requests.append(request);
        const Reply reply = (m_owner.script ? m_owner.script(request) : std::nullopt).value_or(Reply());
        if (reply.hangs)
            return {};
        const auto cancelled = std::make_shared<bool>(false);
        const std::weak_ptr<int> alive = m_alive;
        QTimer::singleShot(reply.after, context, [=, this] {
            if (*cancelled || alive.expired())
                return;
            if (reply.answer)
                return done(*reply.answer);
            if (const std::optional<Response> own = m_owner.ownAnswer(request))
                return done(*own);
            m_owner.cluster.send(request, context, [=](const Answer &answer) {
                if (!*cancelled && !alive.expired())
                    done(answer);
            });
        });
        return Call([cancelled] { *cancelled = true; });
    }

    Call stream(const Request &request, QObject *context, std::function<void(const QByteArray &)> line,
                std::function<void(const Answer &)>) override
    {
        const auto cancelled = std::make_shared<bool>(false);
        m_owner.m_streams.push_back({request.path, context, std::move(line), cancelled});
        return Call([cancelled] { *cancelled = true; });
    }

private:
    ScriptedCluster &m_owner;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

ScriptedCluster::ScriptedCluster()
    : config(readKubeconfig(kubeconfigText({u"prod-eu"_s, u"test-eu"_s}), u"/home/you/.kube/config"_s))
{
    extra[u"/version"_s] = parsed(R"({"major":"1","minor":"31","gitVersion":"v1.31.2"})");
    extra[u"/configmaps/istio"_s] = parsed(R"({"data":{"mesh":"outboundTrafficPolicy:\n  mode: REGISTRY_ONLY\n"}})");
    extra[u"/services"_s] = parsed(R"({"kind":"List","metadata":{"resourceVersion":"1"},"items":[{"metadata":
        {"name":"istio-egressgateway-a","namespace":"istio-system"},"spec":{"selector":{"istio":"egressgateway-a"},
        "ports":[{"port":80,"name":"http2"},{"port":443,"name":"https"}]}}]})");
    extra[u"/pods"_s] = parsed(R"({"kind":"List","metadata":{"resourceVersion":"1"},"items":[]})");
    extra[u"/namespaces"_s] = parsed(R"({"kind":"List","metadata":{"resourceVersion":"1"},"items":[
        {"metadata":{"name":"default"}},{"metadata":{"name":"istio-system"}},{"metadata":{"name":"mytest"}}]})");
}

ClusterServices ScriptedCluster::services()
{
    return {
        .kubeconfig = [this] { return config; },
        .open = [this](const QString &context,
                       std::function<void(std::chrono::milliseconds)>) -> Result<std::unique_ptr<Transport>> {
            if (!config->contexts.contains(context))
                return Error{
                    .what = "There is no context named "_L1 + context, .where = {}, .unaffected = {}, .next = {}};
            ++opened;
            return std::unique_ptr<Transport>(std::make_unique<Road>(*this));
        },
        .historyFolder = historyFolder,
        .pause = std::chrono::milliseconds(0),
    };
}

std::optional<Response> ScriptedCluster::ownAnswer(const Request &request) const
{
    if (request.verb != "GET")
        return std::nullopt;
    const QString path = QUrl(QString::fromUtf8(request.path)).path();
    for (const auto &[end, value] : extra) {
        if (path.endsWith(end))
            return success(value);
    }
    return std::nullopt;
}

void ScriptedCluster::tell(const QString &plural, const QString &type, const Value &object)
{
    const QByteArray line = yaml::toJson(Value::map({{u"type"_s, type}, {u"object"_s, object}}));
    const std::vector<Stream> streams = m_streams;
    for (const Stream &stream : streams) {
        if (stream.context && !*stream.cancelled && stream.path.contains('/' + plural.toUtf8() + '?'))
            stream.line(line);
    }
}

int ScriptedCluster::streams() const
{
    return int(std::count_if(m_streams.begin(), m_streams.end(),
                             [](const Stream &stream) { return stream.context && !*stream.cancelled; }));
}

int ScriptedCluster::count(const QByteArray &verb, const QByteArray &part) const
{
    return int(std::count_if(requests.begin(), requests.end(), [&](const Request &request) {
        return request.verb == verb && request.path.contains(part);
    }));
}

QByteArray kubeconfigText(const QStringList &contexts)
{
    const QByteArrayList secrets = {"TOKEN-6f1c", "PASSWORD-9b2e", "URLPASSWORD-77aa"};
    QByteArray clusters, users, entries;
    for (const QString &context : contexts) {
        const QByteArray name = context.toUtf8();
        clusters += "- name: " + name + "\n  cluster: {server: \"https://me:" + secrets[2] + "@" + name
            + ".example.com:6443\"}\n";
        users += "- name: admin-" + name + "\n  user: {token: " + secrets[0] + "}\n- name: basic-" + name
            + "\n  user: {username: me, password: " + secrets[1] + "}\n";
        entries += "- name: " + name + "\n  context: {cluster: " + name + ", user: admin-" + name + "}\n";
    }
    return "apiVersion: v1\nkind: Config\nclusters:\n" + clusters + "users:\n" + users + "contexts:\n" + entries;
}

QStringList plantedSecrets()
{
    return {u"TOKEN-6f1c"_s, u"PASSWORD-9b2e"_s, u"URLPASSWORD-77aa"_s};
}

Response failure(int code, const QByteArray &reason, const QByteArray &message)
{
    return {code,
            {{"Content-Type", "application/json"}},
            R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":")" + reason + R"(","message":")"
                + message + R"(","code":)" + QByteArray::number(code) + '}'};
}

Answer brokenConnection()
{
    return TransportFailure{TransportFailure::Kind::Network, u"The connection was reset."_s, {}, true};
}

} // namespace sallyport::test
