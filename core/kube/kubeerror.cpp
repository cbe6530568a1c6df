// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/kubeerror.h"

#include "core/kube/json.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(KubeError)
};

using Kind = KubeError::Kind;

QString withoutDot(const QString &field)
{
    return field.startsWith(u'.') ? field.mid(1) : field;
}

/// `conflict with "kubectl-edit" using networking.istio.io/v1` names a manager. Names are quoted as Go does.
QString managerIn(const QString &message)
{
    static const QRegularExpression pattern(uR"re(^conflict with "((?:[^"\\]|\\.)*)")re"_s);
    QString name = pattern.match(message).captured(1);
    return name.replace(u"\\\""_s, u"\""_s).replace(u"\\\\"_s, u"\\"_s);
}

void readCauses(KubeError &error, const Value &causes)
{
    for (const Member &member : causes.members()) {
        const QString message = member.value[u"message"].text();
        KubeError::Cause cause{.reason = member.value[u"reason"].text(),
                               .message = message,
                               .field = withoutDot(member.value[u"field"].text()),
                               .manager = managerIn(message)};
        if (!error.causes.contains(cause))
            error.causes.append(std::move(cause));
    }
}

/// A field error told in the message only: ".spec.bogus: field not declared in schema", one to a line or after the last bracket.
void readTypedPatchCauses(KubeError &error)
{
    static const QRegularExpression pattern(uR"re((?:^|: |\n\s+)(\.[^\s:]*(?::[^\s])*[^\s:]*): ([^\n]+))re"_s);
    auto matches = pattern.globalMatch(error.message);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        error.causes.append(
            {.reason = u"FieldValueInvalid"_s, .message = match.captured(2), .field = withoutDot(match.captured(1))});
    }
}

/// `strict decoding error: unknown field "spec.bogus", duplicate field "kind"`
void readStrictDecodingCauses(KubeError &error)
{
    static const QRegularExpression pattern(uR"re((unknown|duplicate) field "([^"]+)")re"_s);
    auto matches = pattern.globalMatch(error.message);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        error.causes.append(
            {.reason = u"FieldValueInvalid"_s, .message = match.captured(0), .field = match.captured(2)});
    }
}

bool hasCause(const KubeError &error, QLatin1StringView reason)
{
    return std::any_of(error.causes.begin(), error.causes.end(),
                       [&](const auto &cause) { return cause.reason == reason; });
}

bool isOtherUid(const KubeError &error)
{
    return std::any_of(error.causes.begin(), error.causes.end(), [](const auto &cause) {
        return cause.field == "metadata.uid"_L1 && cause.message.contains("immutable"_L1);
    });
}

Kind kindOfClientError(const KubeError &error, bool isStatus, const QByteArray &verb)
{
    switch (error.status) {
    case 401:
        return Kind::Unauthorized;
    case 403:
        return hasCause(error, "NamespaceTerminating"_L1) ? Kind::Terminating : Kind::Forbidden;
    case 404:
        if (!isStatus || error.resource.isEmpty())
            return Kind::ResourceMissing;
        return error.resource == "namespaces"_L1 ? Kind::NamespaceMissing : Kind::NotFound;
    case 408:
        return Kind::Timeout;
    case 409:
        if (error.reason == "AlreadyExists"_L1 || (!isStatus && verb == "POST"))
            return Kind::AlreadyExists;
        return hasCause(error, "FieldManagerConflict"_L1) ? Kind::Conflict : Kind::Changed;
    case 410:
        return Kind::Expired;
    case 413:
        return Kind::TooLarge;
    case 422:
        return isOtherUid(error) ? Kind::Changed : Kind::Invalid;
    case 429:
        return Kind::TooManyRequests;
    default:
        return error.message.contains("strict decoding error"_L1) ? Kind::UnknownField : Kind::BadRequest;
    }
}

Kind kindOf(const KubeError &error, bool isStatus, const QByteArray &verb)
{
    if (error.status < 400)
        return Kind::BadAnswer;
    // An admission webhook chooses its own status (400, 403, 500 …); its words always start like this.
    if (error.message.contains("denied the request"_L1) && error.message.contains("admission webhook"_L1))
        return Kind::Denied;
    if (error.message.contains("denied request: "_L1) && error.message.contains("ValidatingAdmissionPolicy"_L1))
        return Kind::Denied;
    if (error.status < 500)
        return kindOfClientError(error, isStatus, verb);
    // Server-side apply reports what does not fit the schema as 500 without a reason; kube-apiserver 1.37 still does.
    if (error.message.contains("failed to create typed patch object"_L1))
        return Kind::UnknownField;
    if (error.status == 502 || error.status == 503)
        return Kind::Unavailable;
    return error.status == 504 ? Kind::Timeout : Kind::ServerError;
}

QString sentenceOf(int status)
{
    if (status < 400)
        return Texts::tr("What answers there is not a Kubernetes API server (HTTP status %1).").arg(status);
    return Texts::tr("The server answered with HTTP status %1.").arg(status);
}

/// What kube-apiserver, proxies and load balancers say in plain text; a page of HTML says nothing to a person.
QString plainText(const Response &response)
{
    const QString text = QString::fromUtf8(response.body.left(1000)).trimmed();
    return response.header("Content-Type").contains("html") || text.startsWith(u'<') ? QString() : text;
}

std::optional<std::chrono::seconds> retryAfterOf(const Response &response)
{
    bool isNumber = false;
    const int seconds = response.header("Retry-After").trimmed().toInt(&isNumber);
    return isNumber && seconds >= 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}

void readStatus(KubeError &error, const Value &status)
{
    error.message = status[u"message"].text();
    error.reason = status[u"reason"].text();
    const Value &details = status[u"details"];
    error.name = details[u"name"].text();
    error.group = details[u"group"].text();
    error.resource = details[u"kind"].text();
    readCauses(error, details[u"causes"]);
}

QString nextStepFor(const KubeError &error)
{
    switch (error.kind) {
    case Kind::Unauthorized:
        return Texts::tr("Sign in again, or choose another context: the cluster does not accept these credentials.");
    case Kind::Forbidden:
        return Texts::tr("Ask for the right that is missing, or choose another context.");
    case Kind::NotFound:
    case Kind::AlreadyExists:
    case Kind::Changed:
    case Kind::Expired:
        return Texts::tr("The cluster changed in the meantime: make a new plan.");
    case Kind::NamespaceMissing:
        return Texts::tr("Create the namespace first, or correct its name.");
    case Kind::ResourceMissing:
        return Texts::tr("Install Istio (or ASM) with this kind in the cluster, or choose another context.");
    case Kind::Conflict:
        return Texts::tr("Decide field by field whether to keep what others set or to take it over.");
    case Kind::Denied:
    case Kind::Invalid:
    case Kind::UnknownField:
    case Kind::BadRequest:
    case Kind::TooLarge:
        return Texts::tr("Correct what is named, and try again.");
    case Kind::Terminating:
        return Texts::tr("Wait until the namespace is gone and create it again.");
    case Kind::Tls:
        return Texts::tr("Compare the certificate authority in the kubeconfig with the server's certificate.");
    case Kind::Credentials:
        return Texts::tr(
            "Correct the user's entry in the kubeconfig, or run its plugin in a terminal to see what it wants.");
    case Kind::BadAnswer:
        return Texts::tr(
            "Check the server's address in the kubeconfig and what stands between, such as a proxy or a login page.");
    case Kind::TooManyRequests:
    case Kind::Timeout:
    case Kind::Unavailable:
    case Kind::ServerError:
    case Kind::Network:
        return Texts::tr("Check that the cluster can be reached, and try again.");
    }
    return {};
}

} // namespace

KubeError errorOf(const Response &response, const QByteArray &verb)
{
    KubeError error{.status = response.status, .retryAfter = retryAfterOf(response)};
    const std::optional<Value> body = fromJson(response.body);
    const bool isStatus = body && (*body)[u"kind"].text() == "Status"_L1 && (*body)[u"status"].text() != "Success"_L1;
    if (isStatus)
        readStatus(error, *body);
    else
        error.message = plainText(response);
    error.kind = kindOf(error, isStatus, verb);
    if (error.kind == Kind::UnknownField && error.causes.isEmpty()) {
        readTypedPatchCauses(error);
        readStrictDecodingCauses(error);
    }
    if (error.message.isEmpty() || error.kind == Kind::BadAnswer)
        error.message = sentenceOf(response.status);
    error.maybeDone = response.status >= 500 && error.kind != Kind::UnknownField && error.kind != Kind::Denied;
    return error;
}

KubeError errorOf(const TransportFailure &failure)
{
    KubeError error{.message = failure.message, .maybeDone = failure.sent, .details = failure.details};
    switch (failure.kind) {
    case TransportFailure::Kind::Network:
        error.kind = Kind::Network;
        break;
    case TransportFailure::Kind::Tls:
        error.kind = Kind::Tls;
        break;
    case TransportFailure::Kind::Credentials:
        error.kind = Kind::Credentials;
        break;
    case TransportFailure::Kind::Timeout:
        error.kind = Kind::Timeout;
        break;
    case TransportFailure::Kind::Protocol:
        error.kind = Kind::BadAnswer;
        break;
    }
    return error;
}

Error KubeError::toError(const QString &doing, const QString &where) const
{
    return {.what = doing + u' ' + message,
            .where = where,
            .unaffected = maybeDone ? Texts::tr("It is not known whether the server carried it out.")
                                    : Texts::tr("The cluster is as it was."),
            .next = nextStepFor(*this),
            .details = details};
}

} // namespace sallyport::kube
