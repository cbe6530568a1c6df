// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace sallyport {

// What Kubernetes and Istio take for a name. None of these changes case or trims: they judge the text as it stands.

/// Up to 63 lower-case letters, digits and hyphens, hyphens only inside (RFC 1123).
bool isDnsLabel(QStringView text);
/// A DNS label of up to 50 characters: names of generated objects add up to 13 to the gateway's and must stay labels.
bool isGatewayName(QStringView text);
/// Labels joined by dots, up to 253 characters: the names of most objects.
bool isDnsName(QStringView text);
/// A label key: a name of up to 63 characters, perhaps after a DNS name and a slash.
bool isLabelKey(QStringView text);
/// A label value: empty, or up to 63 letters, digits, hyphens, underscores and dots that start and end with a letter or digit.
bool isLabelValue(QStringView text);
/// An IPv4 or IPv6 address.
bool isAddress(QStringView text);
/// An address, perhaps with a prefix length after a slash.
bool isAddressOrBlock(QStringView text);
/// A DNS name as an external host has it: the last label is not a number. Precondition: canonical, without a wildcard.
bool isHostName(QStringView text);

} // namespace sallyport
