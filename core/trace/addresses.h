// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <array>
#include <optional>

namespace sallyport::istio {

/// An IPv4 or IPv6 address, or a block of them.
struct AddressBlock {
    std::array<quint8, 16> bytes = {};
    bool isV6 = false;
    int prefix = 0; ///< Bits that count.
    bool isSingle() const { return prefix == (isV6 ? 128 : 32); }
    bool contains(const AddressBlock &address) const;
    bool operator==(const AddressBlock &other) const; ///< The bits that do not count are not compared.
};

/// Reads 203.0.113.7, 203.0.113.0/24 and their IPv6 kin.
std::optional<AddressBlock> addressBlock(QStringView text);
bool isBlock(QStringView text); ///< Of more than one address.

} // namespace sallyport::istio
