// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/policy/workspace.h"

namespace sallyport {

/// The fields that several rules or destinations can be given together.
enum class SharedField : quint8 {
    Namespace, ///< Of every source of a rule.
    Selector, ///< Likewise: "app=sleep, tier=web"; empty = every workload.
    Port, ///< This and all that follow: of every destination.
    Protocol,
    TargetPort,
    Upgrade, ///< "true" or "false".
    UpgradePort,
    Gateway, ///< Instead of the policy's.
    GatewayPort,
};

/// What a field says at all places of it.
struct SharedValue {
    int places = 0; ///< Where it stands or could stand.
    bool isMixed = false; ///< Not the same everywhere.
    QString text; ///< What all say; empty where nothing is written, and where they differ.
    bool operator==(const SharedValue &) const = default;
};

// `items` are rules and destinations that are there, none within another; a rule stands for all its sources and destinations.

SharedValue sharedValue(const Workspace &workspace, const QList<FieldRef> &items, SharedField field);
/// Gives the field this text everywhere. What is written so already is left alone; an empty text takes the field away.
QList<DocumentChange> setShared(const Workspace &workspace, const QList<FieldRef> &items, SharedField field,
                                const QString &text);
/// Whether an empty text takes the field away; others need one.
bool isOptional(SharedField field);

} // namespace sallyport
