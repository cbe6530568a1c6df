// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/kubeerror.h"
#include "core/kube/resource.h"
#include "core/kube/transport.h"
#include "core/value.h"

#include <QString>

#include <chrono>
#include <functional>
#include <vector>

namespace sallyport::kube {

/// Objects to ask for. Empty selectors select all.
struct ListQuery {
    Resource resource;
    QString namespaceName; ///< Empty = of all namespaces.
    QString labelSelector; ///< "sallyport.dev/mesh=prod"
    QString fieldSelector;
    int pageSize = 500; ///< Pages are fetched one after the other until all are there.
};

struct ObjectList {
    std::vector<Value>
        items; ///< Whole objects with managedFields; apiVersion and kind are filled in where the list left them out.
    QString resourceVersion; ///< To watch from.
};

/// A server-side apply (PATCH application/apply-patch+yaml), the only way in which objects are written.
struct ApplyQuery {
    Resource resource;
    QString namespaceName;
    QString name;
    /// The whole object, as JSON is sent. With metadata.uid it is applied to that object only and never creates one anew;
    /// metadata.resourceVersion alone does not protect from that.
    Value object;
    QString fieldManager = QStringLiteral("sallyport");
    bool dryRun = false;
    bool force = false; ///< Takes over fields of other managers.
};

struct Applied {
    Value object; ///< As the server has it now, or would have it.
    bool created = false;
};

struct DeleteQuery {
    Resource resource;
    QString namespaceName;
    QString name;
    QString uid; ///< Required: a deletion that is sent twice must not hit the object's successor.
    QString resourceVersion; ///< Empty = whatever it is by now.
    bool dryRun = false;
};

struct Deleted {
    bool gone = true; ///< False: finalizers keep the object for now, `object` is its state.
    Value object;
};

struct AccessQuery {
    QString verb; ///< get, list, watch, create, patch, delete …
    QString group, resource, subresource;
    QString namespaceName; ///< Empty = in all namespaces, or of the cluster.
    QString name;
    bool operator==(const AccessQuery &) const = default;
};

struct AccessAnswer {
    bool allowed = false;
    QString reason; ///< The server's words; often empty.
};

struct WatchQuery {
    Resource resource;
    QString namespaceName;
    QString labelSelector;
    QString fieldSelector;
    QString resourceVersion; ///< Of the list that it goes on from.
};

struct WatchEvent {
    enum class Type { Added, Modified, Deleted, Bookmark };
    Type type = Type::Added;
    Value object; ///< Of a Bookmark only its resourceVersion.
    QString resourceVersion; ///< To go on from.
};

struct ServerVersion {
    int major = 0, minor = 0;
    QString text; ///< "v1.37.2"
    bool isAtLeast(int otherMajor, int otherMinor) const
    {
        return major != otherMajor ? major > otherMajor : minor >= otherMinor;
    }
};

/// The calls that are made to an API server, one function each. Everything that goes wrong arrives as a KubeError.
///
/// Callbacks as Transport's: on the thread of `context`, once, later, never after `context` is gone or the Call was cancelled.
/// The Client and its Transport must live as long as its calls.
class Client
{
public:
    template<typename T>
    using Done = std::function<void(Outcome<T>)>;

    explicit Client(Transport &transport);

    Call version(QObject *context, Done<ServerVersion> done);
    /// Which kinds the server has in these groups ("" = core), in which versions. A group that it lacks is no error.
    Call discover(const QStringList &groups, QObject *context, Done<Discovery> done);
    Call get(const Resource &resource, const QString &namespaceName, const QString &name, QObject *context,
             Done<Value> done);
    Call list(const ListQuery &query, QObject *context, Done<ObjectList> done);
    Call apply(const ApplyQuery &query, QObject *context, Done<Applied> done);
    Call remove(const DeleteQuery &query, QObject *context, Done<Deleted> done);
    Call reviewAccess(const AccessQuery &query, QObject *context, Done<AccessAnswer> done);
    /// The user's name as the server sees it (1.28 and later; ResourceMissing before).
    Call userName(QObject *context, Done<QString> done);
    /// Runs until the server ends it (after minutes, by itself: watch again from the last resourceVersion) or it breaks.
    /// `done` gets that resourceVersion; Expired means list again.
    Call watch(const WatchQuery &query, QObject *context, std::function<void(const WatchEvent &)> event,
               Done<QString> done);

private:
    Transport &m_transport;
};

} // namespace sallyport::kube
