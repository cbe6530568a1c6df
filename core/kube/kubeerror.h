// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/transport.h"
#include "core/result.h"

#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace sallyport::kube {

/// What went wrong with one request, as a value to decide by. A server's Status, a text body and a broken connection all become one.
struct KubeError {
    enum class Kind {
        Unauthorized, ///< 401
        Forbidden, ///< 403
        NotFound, ///< 404, the object; `name` and `resource` say which.
        NamespaceMissing, ///< 404 whose missing object is the namespace that the request named.
        ResourceMissing, ///< 404 in plain text: no such group, version or kind.
        AlreadyExists, ///< 409 to a create.
        Conflict, ///< 409: fields belong to other managers; `causes` names them.
        Changed, ///< 409: resourceVersion or uid are not (or no longer) those that were sent.
        Denied, ///< An admission webhook or policy of the cluster says no; `message` has its words.
        Terminating, ///< 403: the namespace is being deleted.
        Expired, ///< 410: a continue token or resourceVersion is too old.
        Invalid, ///< 422; `causes` names the fields.
        UnknownField, ///< A field that the schema lacks, or of another type than it says; `causes` names them. Servers say 500 or 400.
        BadRequest, ///< Other 4xx: the request itself is wrong.
        TooLarge, ///< 413
        TooManyRequests, ///< 429
        Timeout, ///< 504, or no answer in time.
        Unavailable, ///< 502, 503: the server or something before it does not answer just now.
        ServerError, ///< Other 5xx.
        Network, ///< The server was not reached, or the connection broke.
        Tls, ///< Trust failed.
        Credentials, ///< There are none to send.
        BadAnswer, ///< An answer that is not what Kubernetes answers, such as a login page or a redirect.
    };

    struct Cause {
        QString reason; ///< FieldManagerConflict, FieldValueInvalid …
        QString message; ///< The server's words.
        QString
            field; ///< As Kubernetes prints it, without a leading dot: spec.hosts, spec.ports[0].number. May be empty.
        QString manager; ///< Of a conflict: who owns the field.
        bool operator==(const Cause &) const = default;
    };

    Kind kind = Kind::ServerError;
    int status = 0; ///< HTTP status; 0 where there was no answer.
    QString reason; ///< The Status' reason as it came; may be empty.
    QString message; ///< The server's message, or a sentence of ours where it gave none.
    QString group, resource, name; ///< Of the Status' details; `resource` is its `kind`. May be empty.
    QList<Cause> causes; ///< Without repetitions.
    std::optional<std::chrono::seconds> retryAfter;
    bool maybeDone = false; ///< It is not known whether the server carried out the request.
    QString details; ///< What a plugin or proxy printed. No secrets.

    /// For people: the four parts. `doing` says what failed, as a whole sentence ("ServiceEntry mytest/a was not applied.").
    Error toError(const QString &doing, const QString &where = {}) const;
    bool operator==(const KubeError &) const = default;
};

/// What an answer that is no success means. `verb` decides what a 409 in plain text is.
KubeError errorOf(const Response &response, const QByteArray &verb);
KubeError errorOf(const TransportFailure &failure);

/// What one call came to: a value or an error, and what the server warns of in either case.
template<typename T>
class Outcome
{
public:
    Outcome(T value, QStringList warnings = {})
        : m_state(std::move(value))
        , m_warnings(std::move(warnings))
    {
    }
    Outcome(KubeError error, QStringList warnings = {})
        : m_state(std::move(error))
        , m_warnings(std::move(warnings))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    const T &operator*() const { return std::get<0>(m_state); }
    T &operator*() { return std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    const KubeError &error() const { return std::get<1>(m_state); }
    const QStringList &warnings() const { return m_warnings; } ///< Texts of the Warning headers, each once.

private:
    std::variant<T, KubeError> m_state;
    QStringList m_warnings;
};

/// The texts of Warning headers with code 299 (RFC 7234 5.5; several in one header are separated by commas), each once.
QStringList warningTexts(const QList<QByteArray> &headers);

} // namespace sallyport::kube
