// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/findingplaces.h"

#include "ui/form/section.h"

#include <algorithm>

namespace sallyport {

namespace {

/// The index behind `list` in the path, or -1.
int indexBehind(const FieldPath &path, const FieldPath &list)
{
    return path.size() > list.size() && path.startsWith(list) ? path.elements()[list.size()].index : -1;
}

} // namespace

FindingPlaces placesOf(const QList<Diagnostic> &findings, const PolicyCursor &cursor, const QList<Section *> &sections)
{
    QHash<FieldPath, Field *> fields;
    QHash<FieldPath, Section *> panels;
    for (Section *section : sections) {
        for (const FieldPath &path : section->places())
            panels.insert(path, section);
        for (Field *field : section->fields()) {
            if (!field->isHidden())
                fields.insert(field->path(), field);
        }
    }

    FindingPlaces places;
    const FieldPath rules = rulePath(0).parent();
    for (const Diagnostic &finding : findings) {
        if (finding.suppressed || finding.where.file != cursor.document().file
            || finding.where.document != cursor.document().document)
            continue;
        if (const int rule = indexBehind(finding.where.path, rules); rule >= 0 && rule != cursor.rule()) {
            places.inOtherRules.append(finding);
            continue;
        }
        if (const int destination = indexBehind(finding.where.path, cursor.destinationsPath()); destination >= 0) {
            const auto known = places.destinations.constFind(destination);
            const bool isWorst = known == places.destinations.constEnd() || finding.severity < *known;
            if (isWorst)
                places.destinations[destination] = finding.severity;
        }
        for (FieldPath path = finding.where.path;; path = path.parent()) {
            if (Field *field = fields.value(path)) {
                places.fields[field].append(finding);
                break;
            }
            if (Section *section = panels.value(path)) {
                places.sections[section].append(finding);
                break;
            }
            if (path.isEmpty())
                break; // cannot be: the header's place is the whole document
        }
    }
    return places;
}

} // namespace sallyport
