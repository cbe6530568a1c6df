// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/istio/ownership.h"

#include "core/istio/export.h"
#include "core/yaml/document.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// True where the text is whole and has at least one object, and all of its objects pass the test.
bool allObjects(const QByteArray &text, const std::function<bool(const Value &)> &passes)
{
    const yaml::Stream stream = yaml::parse(text);
    bool found = false;
    for (const auto &document : stream.documents) {
        if (document->broken)
            return false;
        if (document->root.kind == yaml::NodeKind::Null)
            continue;
        if (!passes(yaml::toValue(document->root)))
            return false;
        found = true;
    }
    return found && stream.problems.isEmpty();
}

QString pathOf(const Value &object)
{
    const Value &metadata = object[u"metadata"];
    return exportPath({object[u"apiVersion"].text(), object[u"kind"].text(), metadata[u"namespace"].text(),
                       metadata[u"name"].text()});
}

} // namespace

bool holdsOnlyOurs(const QByteArray &text, const QString &mesh)
{
    if (!text.contains("sallyport.dev/mesh")) // most files need no parsing
        return false;
    return allObjects(text, [&](const Value &object) {
        const Value &labels = object[u"metadata"][u"labels"];
        return labels[u"app.kubernetes.io/managed-by"].text() == "sallyport"_L1
            && labels[u"sallyport.dev/mesh"].text() == mesh;
    });
}

bool holdsOnlyObjectOf(const QByteArray &text, const QString &path)
{
    return allObjects(text, [&](const Value &object) { return pathOf(object) == path; });
}

bool isExportedPolicy(const QByteArray &text, const QString &path)
{
    return text.contains("ASMEgressTrafficPolicy") && allObjects(text, [&](const Value &object) {
               return object[u"kind"].text() == "ASMEgressTrafficPolicy"_L1 && pathOf(object) == path;
           });
}

} // namespace sallyport
