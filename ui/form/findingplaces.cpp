// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/findingplaces.h"

#include "ui/form/section.h"

namespace sallyport {

FindingPlaces placesOf(const QList<Diagnostic> &findings, const QList<Section *> &sections)
{
    QHash<FieldPath, Field *> fields;
    QHash<FieldPath, Section *> panels;
    for (Section *section : sections) {
        if (section->isHidden())
            continue;
        for (const FieldPath &path : section->places())
            panels.insert(path, section);
        for (Field *field : section->fields()) {
            if (!field->isHidden())
                fields.insert(field->path(), field);
        }
    }

    FindingPlaces places;
    for (const Diagnostic &finding : findings) {
        for (FieldPath path = finding.where.path;; path = path.parent()) {
            if (Field *field = fields.value(path)) {
                places.fields[field].append(finding);
                break;
            }
            if (Section *section = panels.value(path)) {
                places.sections[section].append(finding);
                break;
            }
            if (path.isEmpty()) {
                places.sections[sections.constFirst()].append(finding);
                break;
            }
        }
    }
    return places;
}

} // namespace sallyport
