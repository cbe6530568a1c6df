// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <set>

namespace sallyport {

/// The header in which Envoy tells who called.
///
/// Envoy itself writes it from the certificate it has just verified, before routes are matched, and drops what a client sends
/// (SANITIZE_SET).
inline const QString gateHeader = QStringLiteral("x-forwarded-client-cert");

/// The gates that let these namespaces, and no other, through: regular expressions for gateHeader. Several where one would be longer than
/// Istio's validation allows; any of them opens.
QStringList gates(const std::set<QString> &namespaces);

/// The namespaces that a gate of ours lets through; nothing where the expression is not one of ours.
std::optional<QStringList> namespacesOf(const QString &gate);

} // namespace sallyport
