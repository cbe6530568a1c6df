// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/object.h"
#include "core/istio/objectspec.h"

#include <QHash>

namespace sallyport {

/// Objects lowered earlier, each kept with the values it was lowered from: what is found here is right by construction, because the
/// values are compared and not their history.
class CompileCache
{
public:
    /// Forgets everything that was lowered for another mesh.
    void setMesh(const Mesh &mesh);

    /// The objects that the last compilation made of the same routes, or null. Most keys change no route: a name, a comment, a blank.
    const std::vector<Object> *find(const std::vector<EgressRoute> &table) const;
    void keep(const std::vector<EgressRoute> &table, const std::vector<Object> &objects);

    /// The content lowered from routes equal to those of `spec`, or null.
    std::shared_ptr<const ObjectContent> find(const ObjectSpec &spec, const std::vector<EgressRoute> &table) const;
    void insert(const ObjectSpec &spec, const std::vector<EgressRoute> &table,
                std::shared_ptr<const ObjectContent> content);
    /// Ends one compilation: objects that it did not ask for are forgotten.
    void endRound();

    Names &names() { return m_names; }

private:
    struct Key {
        ObjectKind kind;
        QString namespaceName;
        QString name;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, int(key.kind), key.namespaceName, key.name);
        }
    };
    struct Entry {
        std::vector<EgressRoute> routes;
        bool upgradedAndPlain = false;
        std::shared_ptr<const ObjectContent> content;
        mutable int lastRound = 0;
    };

    Mesh m_mesh;
    Names m_names;
    QHash<Key, Entry> m_entries;
    int m_round = 0;
    std::vector<EgressRoute> m_table; ///< Of the last compilation …
    std::vector<Object> m_objects; ///< … and what was lowered from it.
};

} // namespace sallyport
