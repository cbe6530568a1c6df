// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/manifest.h"
#include "core/kube/transport.h"

#include <functional>
#include <map>
#include <set>

namespace sallyport::test {

/// An API server in memory, as far as plans and applies look: discovery, lists by label, get, server-side apply with field owners and
/// conflicts, deletion with preconditions, access reviews. Lists are atomic, as in Istio's kinds. To inject faults and count requests.
class FakeCluster : public kube::Transport
{
public:
    enum class Fault {
        None,
        LostRequest, ///< The connection breaks before the server has read it.
        LostAnswer, ///< It breaks after the server has done it.
        ServerError, ///< 500, nothing done
    };

    FakeCluster();

    kube::Call send(const kube::Request &request, QObject *context,
                    std::function<void(const kube::Answer &)> done) override;
    kube::Call stream(const kube::Request &request, QObject *context, std::function<void(const QByteArray &)> line,
                      std::function<void(const kube::Answer &)> done) override;

    /// Applies as another manager, without a request.
    void applyAs(const QString &manager, const Value &object);
    /// Deletes, without a request.
    void erase(const kube::ObjectKey &key);
    /// All objects of Istio kinds without what the server added, by key.
    std::map<kube::ObjectKey, Value> objects() const;
    const Value *object(const kube::ObjectKey &key) const;

    int reads = 0; ///< GETs
    int dryRuns = 0;
    int writes = 0; ///< Applies and deletions that were asked for and are no dry runs.
    std::set<QString> deniedVerbs; ///< "patch serviceentries"; list-all = in all namespaces at once
    std::set<QString> missingNamespaces;
    std::function<Fault(const kube::Request &request, int write)> onWrite; ///< Writes count from 1.
    std::function<void()> afterWrite; ///< Runs when the store has changed.

private:
    struct Stored {
        Value object;
        std::map<QString, std::set<QString>> owners; ///< manager -> paths of leaves
    };
    struct Place {
        QString namespaceName, plural, name;
        bool operator<(const Place &other) const
        {
            return std::tie(namespaceName, plural, name) < std::tie(other.namespaceName, other.plural, other.name);
        }
    };

    kube::Answer answer(const kube::Request &request);
    kube::Response discovery(const QString &path) const;
    kube::Response list(const Place &place, const QString &selector) const;
    kube::Response apply(const Place &place, const Value &body, const QString &manager, bool force, bool dryRun);
    kube::Response remove(const Place &place, const Value &options);
    void note(Stored &stored) const;

    std::map<Place, Stored> m_store;
    int m_version = 100;
    int m_uid = 0;
};

} // namespace sallyport::test
