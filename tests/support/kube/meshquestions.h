// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/kube/meshmodel.h"

namespace sallyport::test {

/// The gateways of the random policies' mesh: address of the Service -> namespace and labels of its pods.
extern const QHash<QString, std::pair<QString, Labels>> gateways;

/// Everything that a workload of the random policies could ask for.
std::vector<MeshRequest> meshRequests();
/// Everything that somebody could try at the gateways' servers of one of the states.
std::vector<DirectRequest> directRequests(std::initializer_list<const MeshModel *> states);

/// What is wrong with a state between, from the answers of both ends and its own; empty = nothing. `places` are where anybody's request
/// of the kind ends in either: with and without an upgrade are two ways to one permission.
QString complaint(const QString &before, const QString &after, const QString &between, const QSet<QString> &places);

/// The first request that `now` lets through although neither end does, or cuts although both let it through; empty = none.
QString wrongBetween(const kube::ManifestSet &before, const kube::ManifestSet &after, const kube::ManifestSet &now);

} // namespace sallyport::test
