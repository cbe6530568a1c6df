// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace sallyport::istio {

// How Istio compares the host names of its objects. Names are in lower case here; a wildcard is whatever starts with an asterisk.

bool isWildcardName(QStringView name);
/// Whether the two have a name in common: equal, or one covered by the other.
bool namesOverlap(QStringView a, QStringView b);
/// Whether all that `name` stands for is matched by `pattern`.
bool isCoveredBy(QStringView name, QStringView pattern);
/// The order in which Istio prefers matching names: exact before wildcard, then longer before shorter.
bool isMoreSpecific(QStringView a, QStringView b);

/// A name without a dot is a Service of the object's own namespace.
QString resolvedName(const QString &name, const QString &namespaceName);
/// Whether only a Service of the cluster can have this name.
bool isClusterName(QStringView name);

} // namespace sallyport::istio
