// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"
#include "core/yaml/document.h"

#include <optional>

namespace sallyport {

/// A node of a document with the way to it. Cheap to make: the path is spelled out only when something has to be said about it.
///
/// A place may be one where nothing stands; everything below it is then absent, too. It refers to the place it was made from and to
/// its own key: both must outlive it, which is why a temporary has no children.
class Place
{
public:
    explicit Place(const yaml::Node &root)
        : m_node(&root)
    {
    }

    Place child(QLatin1StringView key) const &;
    Place item(size_t i) const &;
    Place child(QLatin1StringView key) const && = delete;
    Place item(size_t i) const && = delete;

    /// Whether the key or item is there at all, perhaps without a value.
    bool isPresent() const { return m_node; }
    /// Nothing there, or null: Kubernetes drops a null where the field has no default.
    bool isAbsent() const { return !m_node || m_node->kind == yaml::NodeKind::Null; }
    bool isMap() const { return m_node && m_node->kind == yaml::NodeKind::Map; }
    bool isList() const { return m_node && m_node->kind == yaml::NodeKind::List; }
    bool isScalar() const { return m_node && m_node->kind == yaml::NodeKind::Scalar; }
    /// Of a list or map that is there; else 0.
    size_t size() const { return m_node ? m_node->members.size() : 0; }
    const yaml::Node *node() const { return m_node; }
    QLatin1StringView key() const { return m_key; }

    // The value, where one of that type stands there. Wrong types are the business of checkStructure().
    std::optional<QString> text() const;
    std::optional<qint64> integer() const;
    std::optional<bool> boolean() const;
    /// One entry for each item, so that positions stay those of the text: empty where an item is no string.
    QStringList texts() const;

    FieldPath path() const;
    /// Where a finding about it belongs: here, or at the parent where nothing stands here.
    FieldPath reportPath() const;

private:
    Place(const yaml::Node *node, const Place *parent, QLatin1StringView key, int index);

    const yaml::Node *m_node = nullptr;
    const Place *m_parent = nullptr;
    QLatin1StringView m_key;
    int m_index = -1;
};

} // namespace sallyport
