// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/workspace.h"

namespace sallyport {

/// One name of the mesh that gets another: wherever the workspace's documents speak of it, and nowhere else.
struct Renaming {
    enum class Kind : quint8 { Namespace, LabelKey, LabelValue, Host };

    Kind kind = Kind::Namespace;
    QString from;
    QString to;
    QString key; ///< Of LabelValue: the label whose value it is.
    bool operator==(const Renaming &) const = default;
};

/// One place that names it, as it is and as it will be.
struct RenamedPlace {
    FieldRef field; ///< Of a label's key: the label.
    QString before;
    QString after;
    QString obstacle; ///< Why it stays as it is, as a sentence; empty where it changes.
    bool operator==(const RenamedPlace &) const = default;
};

/// Every place of policies, Mesh, Expectations and the gateways' AuthorizationPolicies that names what is renamed, in their order: also
/// within service accounts, principals, URLs, host:port and names of TLS servers. Hosts are compared as hosts are: case and a trailing
/// dot do not count.
QList<RenamedPlace> placesOf(const Workspace &workspace, const Renaming &renaming);
/// The changes of those places that have no obstacle; one step.
QList<DocumentChange> changesFor(const QList<RenamedPlace> &places, const Renaming &renaming);

/// Why it cannot have that name, as a sentence; empty where it can.
QString objection(const Renaming &renaming);

/// The names of a kind that are in use, sorted; of LabelValue as key=value.
QStringList namesInUse(const Workspace &workspace, Renaming::Kind kind);

} // namespace sallyport
