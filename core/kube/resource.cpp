// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/resource.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

/// One segment of a path with the slash before it. Dots alone are no names, and would lead out of the path.
QByteArray segment(const QString &text)
{
    const QByteArray encoded = QUrl::toPercentEncoding(text);
    return '/' + (encoded == "." || encoded == ".." ? QByteArray(encoded).replace('.', "%2E") : encoded);
}

} // namespace

QByteArray resourcePath(const Resource &resource, const QString &namespaceName, const QString &name)
{
    QByteArray path = resource.group.isEmpty() ? QByteArray("/api") : "/apis" + segment(resource.group);
    path += segment(resource.version);
    if (resource.namespaced && !namespaceName.isEmpty())
        path += "/namespaces" + segment(namespaceName);
    path += '/' + resource.plural.toUtf8(); // may hold a subresource's slash
    if (!name.isEmpty())
        path += segment(name);
    return path;
}

const Discovery::Group *Discovery::group(const QString &name) const
{
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const Group &group) { return group.name == name; });
    return found == groups.end() ? nullptr : &*found;
}

const Resource *Discovery::find(const QString &group, const QString &kind, const QStringList &versions) const
{
    const Group *found = this->group(group);
    if (!found)
        return nullptr;
    const auto inVersion = [&](const Version &version) -> const Resource * {
        const auto resource = std::find_if(version.resources.begin(), version.resources.end(),
                                           [&](const Resource &one) { return one.kind == kind; });
        return resource == version.resources.end() ? nullptr : &*resource;
    };
    if (versions.isEmpty()) {
        for (const Version &version : found->versions) {
            if (const Resource *resource = inVersion(version))
                return resource;
        }
    }
    for (const QString &wanted : versions) {
        for (const Version &version : found->versions) {
            const Resource *resource = version.version == wanted ? inVersion(version) : nullptr;
            if (resource)
                return resource;
        }
    }
    return nullptr;
}

} // namespace sallyport::kube
