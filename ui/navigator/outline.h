// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/workspaceeditor.h"
#include "ui/navigator/query.h"

#include <optional>
#include <vector>

namespace sallyport {

/// One entry of the navigator as a plain value. Where it stands among others is not part of it.
struct OutlineItem {
    enum class Kind : quint8 { File, Document, Group, Rule, Destination };

    Kind kind = Kind::Group;
    QString title; ///< Empty for a rule or destination that says nothing of itself: it is called by its position.
    QString detail; ///< Of second rank: what else tells it from its neighbours.
    QString icon; ///< Name of an icon; empty where the class says enough.
    Facts facts; ///< Of this entry alone.
    int document = -1; ///< Of Kind::Document: its position in the file.
    bool isPolicy = false; ///< A document whose children are rules.
    bool isFixed = false; ///< Of a policy: cannot be edited but as text.
    std::optional<TrafficClass> trafficClass;
    bool isFaded = false; ///< Listed, but not ours to edit: other and generated documents.
    std::vector<OutlineItem> children;
};

/// What the navigator shows of a file: its policies with rules and destinations and its other documents in their order; documents
/// that are not edited here come last, in groups. A broken document is shown as it could last be read.
OutlineItem outlineOf(const WorkspaceEditor &editor, int file);

/// The entry of a document without its rules.
OutlineItem documentItem(const DocumentReading &reading, int document);
OutlineItem ruleItem(const yaml::Node &rule);
/// spec.egressRules as it is written; empty where there is none.
const std::vector<yaml::NodeMember> &rulesOf(const DocumentReading &policy);

} // namespace sallyport
