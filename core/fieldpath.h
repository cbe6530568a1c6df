// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace sallyport {

/// One step into a document: a member of a map, or an item of a list.
struct PathElement {
    QString name; ///< The key of a map member; unused for a list item.
    int index = -1; ///< The position in a list, from 0; -1 for a map member.

    bool isIndex() const { return index >= 0; }
    bool operator==(const PathElement &) const = default;
};

/// Where a value lives in a document: spec.egressRules[0].from[1].namespace.
///
/// Prints as Kubernetes prints field paths, so that a path in an API server's answer can be compared with ours. A key that is no
/// plain identifier prints in brackets: metadata.labels[app.kubernetes.io/name]; one of digits only in quotes, too: data["8080"].
class FieldPath
{
public:
    FieldPath() = default;

    FieldPath child(const QString &name) const;
    FieldPath index(int i) const;
    FieldPath parent() const; ///< The empty path's parent is the empty path.

    const QList<PathElement> &elements() const { return m_elements; }
    const PathElement &last() const { return m_elements.last(); }
    bool isEmpty() const { return m_elements.isEmpty(); }
    qsizetype size() const { return m_elements.size(); }
    bool startsWith(const FieldPath &ancestor) const;

    QString toString() const;
    static std::optional<FieldPath> parse(QStringView text);

    bool operator==(const FieldPath &) const = default;

private:
    QList<PathElement> m_elements;
};

size_t qHash(const FieldPath &path, size_t seed = 0);

/// A field of a workspace: which file, which of its documents, and where in it. Indices count from 0; file -1 = no place.
struct FieldRef {
    int file = -1;
    int document = 0;
    FieldPath path;

    bool isValid() const { return file >= 0; }
    bool operator==(const FieldRef &) const = default;
};

} // namespace sallyport
