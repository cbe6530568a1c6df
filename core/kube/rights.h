// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/client.h"

#include <QByteArray>

#include <vector>

namespace sallyport::kube {

/// What a plan needs to be allowed to do. As AccessQuery; an empty namespace stands for all.
using Rights = std::vector<AccessQuery>;

/// Roles, with their bindings, that grant these rights: one for each namespace. `user` as the server knows it; a placeholder where empty.
QByteArray roleYaml(const Rights &missing, const QString &user);

/// "patch serviceentries.networking.istio.io in mytest"
QString words(const AccessQuery &right);

} // namespace sallyport::kube
