// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/compile.h"
#include "core/policy/labels.h"
#include "core/trace/request.h"

namespace sallyport {

/// A workload that documents of the workspace speak of.
struct KnownWorkload {
    QString namespaceName;
    Labels labels;
    bool operator==(const KnownWorkload &) const = default;
};

/// The sources of rules, those of expectations, and the pods and deployments of the workspace; each once, by namespace and labels.
std::vector<KnownWorkload> knownWorkloads(const Workspace &workspace);

/// "http://www.example.com/" and the like for each host that is open to somebody; sorted, each once.
QStringList knownAddresses(const Compilation &compilation);

/// What labelsText() says, read again. Words without an equals sign are left out; `isComplete` is false then.
Labels labelsOfLine(const QString &text, bool *isComplete = nullptr);

/// "Name: value; Name: value" and back.
QString headersLine(const QList<std::pair<QString, QString>> &headers);
QList<std::pair<QString, QString>> headersOfLine(const QString &text);

} // namespace sallyport
