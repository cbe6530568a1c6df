// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"

#include <optional>
#include <vector>

namespace sallyport {

/// One entry of the navigator as a plain value: a file, a document, a rule, a destination, or a group of documents.
struct OutlineItem {
    QString title;
    QString detail; ///< Of second rank: what else tells it from its neighbours.
    QString icon; ///< Name of an icon; empty where the class says enough.
    QString words; ///< What the filter looks through, beside title and detail: hosts, namespaces, labels.
    FieldRef where; ///< What it selects; a group selects nothing.
    std::optional<TrafficClass> trafficClass;
    bool isFaded = false; ///< Listed, but not ours to edit: other and generated documents.
    std::vector<OutlineItem> children;
};

/// What the navigator shows of a file: its policies with rules and destinations and its other documents in their order; documents
/// that are not edited here come last, in groups. A broken document is shown as it could last be read.
OutlineItem outlineOf(const WorkspaceEditor &editor, int file);

} // namespace sallyport
