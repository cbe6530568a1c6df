// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/fieldplace.h"

#include "ui/selection.h"
#include "ui/titles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

FieldPath relativeTo(const FieldPath &ancestor, const FieldPath &path)
{
    FieldPath rest;
    for (const PathElement &element : path.elements().sliced(ancestor.size()))
        rest = element.isIndex() ? rest.index(element.index) : rest.child(element.name);
    return rest;
}

} // namespace

const yaml::Document *documentOf(const Workspace &workspace, const FieldRef &field)
{
    if (field.file < 0 || size_t(field.file) >= workspace.files.size())
        return nullptr;
    const yaml::Stream &stream = workspace.files[size_t(field.file)]->stream;
    const bool exists = field.document >= 0 && size_t(field.document) < stream.documents.size();
    return exists ? stream.documents[size_t(field.document)].get() : nullptr;
}

int documentAt(const yaml::Stream &stream, qsizetype offset)
{
    const auto after = std::ranges::upper_bound(stream.documents, offset, {},
                                                [](const auto &document) { return document->range.begin; });
    return int(after - stream.documents.begin()) - 1;
}

yaml::Range extentOf(const yaml::Document &document, const FieldPath &path)
{
    const yaml::Node *node = document.root.find(path);
    if (document.broken || path.isEmpty() || !node)
        return {};
    const yaml::Range key = yaml::locate(document, path);
    return {std::min(key.begin, node->range.begin), std::max(key.end, node->range.end)};
}

yaml::Range placeOf(const Workspace &workspace, const Diagnostic &finding)
{
    if (finding.begin >= 0)
        return {finding.begin, std::max(finding.begin, finding.end)};
    const yaml::Document *document = documentOf(workspace, finding.where);
    return document ? yaml::locate(*document, finding.where.path) : yaml::Range{};
}

QString fieldTitle(const Workspace &workspace, const FieldRef &field)
{
    const yaml::Document *document = documentOf(workspace, field);
    if (!document)
        return {};
    QStringList parts;
    FieldPath shown;
    for (const FieldPath &item : {rulePathOf(field.path), destinationPathOf(field.path)}) {
        const yaml::Node *node = item.isEmpty() ? nullptr : document->root.find(item);
        if (!node)
            continue;
        const bool isRule = shown.isEmpty();
        parts.append(isRule ? ruleTitle(*node, item.last().index) : destinationTitle(*node, item.last().index));
        shown = item;
    }
    if (parts.isEmpty())
        parts.append(documentTitle(workspace.reading(field.file, field.document), field.document));
    const QString rest = relativeTo(shown, field.path).toString();
    if (!rest.isEmpty())
        parts.append(rest);
    return parts.join(u" › "_s);
}

} // namespace sallyport
