// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/client.h"

#include "core/kube/json.h"
#include "core/yaml/write.h"

#include <QCoreApplication>
#include <QUrl>

#include <memory>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(KubeClient)
};

/// A query string; values are percent-encoded, empty ones left out.
QByteArray query(std::initializer_list<std::pair<const char *, QString>> parameters)
{
    QByteArray text;
    for (const auto &[name, value] : parameters) {
        if (!value.isEmpty())
            text += (text.isEmpty() ? '?' : '&') + QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

Request jsonRequest(const QByteArray &verb, const QByteArray &path, const QByteArray &body = {},
                    const QByteArray &contentType = "application/json")
{
    Request request{.verb = verb, .path = path, .headers = {{"Accept", "application/json"}}, .body = body};
    if (!body.isEmpty())
        request.headers.append({"Content-Type", contentType});
    return request;
}

KubeError badAnswer(const Response &response)
{
    return {.kind = KubeError::Kind::BadAnswer,
            .status = response.status,
            .message = Texts::tr("What the server answered is not what Kubernetes answers to this request."),
            .maybeDone = true};
}

/// The JSON of a success, or the error that the answer means.
Outcome<Value> valueOf(const Answer &answer, const QByteArray &verb)
{
    const Response *response = std::get_if<Response>(&answer);
    if (!response)
        return errorOf(std::get<TransportFailure>(answer));
    const QStringList warnings = warningTexts(response->allHeaders("Warning"));
    if (response->status < 200 || response->status >= 300)
        return {errorOf(*response, verb), warnings};
    std::optional<Value> value = fromJson(response->body);
    if (!value || !value->isMap())
        return {badAnswer(*response), warnings};
    return {std::move(*value), warnings};
}

/// Sends a request and turns the JSON of its success into a T.
template<typename T, typename Read>
Call ask(Transport &transport, const Request &request, QObject *context, Client::Done<T> done, Read read)
{
    return transport.send(request, context,
                          [verb = request.verb, done = std::move(done), read = std::move(read)](const Answer &answer) {
                              Outcome<Value> value = valueOf(answer, verb);
                              if (!value)
                                  return done({value.error(), value.warnings()});
                              const int status = std::get<Response>(answer).status;
                              done({read(std::move(*value), status), value.warnings()});
                          });
}

/// Several requests, one after the other or side by side, that are cancelled as one.
struct Calls {
    std::vector<Call> running;

    static Call handle(const std::shared_ptr<Calls> &calls)
    {
        return Call([weak = std::weak_ptr(calls)] {
            if (const auto all = weak.lock()) {
                for (Call &call : all->running)
                    call.cancel();
            }
        });
    }
};

QStringList merged(QStringList warnings, const QStringList &more)
{
    for (const QString &text : more) {
        if (!warnings.contains(text))
            warnings.append(text);
    }
    return warnings;
}

/// Fetches the pages of one list. Lives as long as a page is on its way.
class Listing : public Calls, public std::enable_shared_from_this<Listing>
{
public:
    Listing(Transport &transport, ListQuery query, QObject *context, Client::Done<ObjectList> done)
        : m_transport(transport)
        , m_query(std::move(query))
        , m_context(context)
        , m_done(std::move(done))
    {
    }

    void fetch(const QString &token)
    {
        const QByteArray path = resourcePath(m_query.resource, m_query.namespaceName)
            + query({{"labelSelector", m_query.labelSelector},
                     {"fieldSelector", m_query.fieldSelector},
                     {"limit", m_query.pageSize > 0 ? QString::number(m_query.pageSize) : QString()},
                     {"continue", token}});
        running = {m_transport.send(jsonRequest("GET", path), m_context,
                                    [self = shared_from_this(), isFirst = token.isEmpty()](const Answer &answer) {
                                        self->take(valueOf(answer, "GET"), isFirst);
                                    })};
    }

private:
    void take(Outcome<Value> page, bool isFirst)
    {
        m_warnings = merged(m_warnings, page.warnings());
        if (!page) {
            if (page.error().kind != KubeError::Kind::Expired || isFirst)
                return m_done({page.error(), m_warnings});
            // The list took longer than the server remembers: once more, in one piece, as client-go does.
            m_list = {};
            m_query.pageSize = 0;
            return fetch({});
        }
        const QString kind = (*page)[u"kind"].text();
        const QString apiVersion = (*page)[u"apiVersion"].text();
        if (Value *items = page->find(u"items")) {
            for (Member &item : items->members())
                m_list.items.push_back(withType(std::move(item.value), kind, apiVersion));
        }
        const Value &metadata = (*page)[u"metadata"];
        m_list.resourceVersion = metadata[u"resourceVersion"].text();
        const QString token = metadata[u"continue"].text();
        if (token.isEmpty())
            return m_done({std::move(m_list), m_warnings});
        fetch(token);
    }

    /// Lists of built-in kinds name the type once, for all.
    static Value withType(Value object, const QString &listKind, const QString &apiVersion)
    {
        if (!object.find(u"kind") && listKind.endsWith("List"_L1)) {
            object.add(u"apiVersion"_s, apiVersion);
            object.add(u"kind"_s, listKind.chopped(4));
        }
        return object;
    }

    Transport &m_transport;
    ListQuery m_query;
    QObject *m_context;
    Client::Done<ObjectList> m_done;
    ObjectList m_list;
    QStringList m_warnings;
};

Value deleteOptions(const DeleteQuery &query)
{
    Value preconditions = Value::map({{u"uid"_s, query.uid}});
    if (!query.resourceVersion.isEmpty())
        preconditions.add(u"resourceVersion"_s, query.resourceVersion);
    Value options = Value::map({{u"apiVersion"_s, u"v1"_s},
                                {u"kind"_s, u"DeleteOptions"_s},
                                {u"propagationPolicy"_s, u"Background"_s},
                                {u"preconditions"_s, preconditions}});
    if (query.dryRun)
        options.add(u"dryRun"_s, Value::list(QStringList{u"All"_s}));
    return options;
}

Deleted deletedOf(Value answer)
{
    if (answer[u"kind"].text() == "Status"_L1)
        return {};
    return {.gone = false, .object = std::move(answer)};
}

int leadingNumber(const QString &text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits].isDigit())
        ++digits;
    return text.first(digits).toInt(); // "20+" on some hosted clusters
}

} // namespace

Client::Client(Transport &transport)
    : m_transport(transport)
{
}

Call Client::version(QObject *context, Done<ServerVersion> done)
{
    return ask<ServerVersion>(m_transport, jsonRequest("GET", "/version"), context, std::move(done),
                              [](const Value &value, int) {
                                  return ServerVersion{.major = leadingNumber(value[u"major"].text()),
                                                       .minor = leadingNumber(value[u"minor"].text()),
                                                       .text = value[u"gitVersion"].text()};
                              });
}

Call Client::get(const Resource &resource, const QString &namespaceName, const QString &name, QObject *context,
                 Done<Value> done)
{
    return ask<Value>(m_transport, jsonRequest("GET", resourcePath(resource, namespaceName, name)), context,
                      std::move(done), [](Value &&value, int) { return std::move(value); });
}

Call Client::list(const ListQuery &query, QObject *context, Done<ObjectList> done)
{
    const auto listing = std::make_shared<Listing>(m_transport, query, context, std::move(done));
    listing->fetch({});
    return Calls::handle(listing);
}

Call Client::apply(const ApplyQuery &query, QObject *context, Done<Applied> done)
{
    const QByteArray path = resourcePath(query.resource, query.namespaceName, query.name)
        + kube::query({{"fieldManager", query.fieldManager},
                       {"fieldValidation", u"Strict"_s},
                       {"force", query.force ? u"true"_s : u"false"_s},
                       {"dryRun", query.dryRun ? u"All"_s : QString()}});
    const Request request = jsonRequest("PATCH", path, yaml::toJson(query.object), "application/apply-patch+yaml");
    return ask<Applied>(m_transport, request, context, std::move(done), [](Value &&value, int status) {
        return Applied{.object = std::move(value), .created = status == 201};
    });
}

Call Client::remove(const DeleteQuery &query, QObject *context, Done<Deleted> done)
{
    Q_ASSERT(!query.uid.isEmpty());
    const Request request = jsonRequest("DELETE", resourcePath(query.resource, query.namespaceName, query.name),
                                        yaml::toJson(deleteOptions(query)));
    return ask<Deleted>(m_transport, request, context, std::move(done),
                        [](Value &&value, int) { return deletedOf(std::move(value)); });
}

Call Client::reviewAccess(const AccessQuery &query, QObject *context, Done<AccessAnswer> done)
{
    Value attributes =
        Value::map({{u"verb"_s, query.verb}, {u"group"_s, query.group}, {u"resource"_s, query.resource}});
    for (const auto &[key, value] :
         {std::pair(u"subresource"_s, query.subresource), std::pair(u"namespace"_s, query.namespaceName),
          std::pair(u"name"_s, query.name)}) {
        if (!value.isEmpty())
            attributes.add(key, value);
    }
    const Value review = Value::map({{u"apiVersion"_s, u"authorization.k8s.io/v1"_s},
                                     {u"kind"_s, u"SelfSubjectAccessReview"_s},
                                     {u"spec"_s, Value::map({{u"resourceAttributes"_s, attributes}})}});
    const Request request =
        jsonRequest("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", yaml::toJson(review));
    return ask<AccessAnswer>(m_transport, request, context, std::move(done), [](const Value &value, int) {
        const Value &status = value[u"status"];
        return AccessAnswer{.allowed = status[u"allowed"].toBool(), .reason = status[u"reason"].text()};
    });
}

Call Client::userName(QObject *context, Done<QString> done)
{
    const QByteArray review = R"({"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"})";
    return ask<QString>(m_transport, jsonRequest("POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews", review),
                        context, std::move(done),
                        [](const Value &value, int) { return value[u"status"][u"userInfo"][u"username"].text(); });
}

} // namespace sallyport::kube
