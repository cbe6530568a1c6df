// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/addresses.h"

#include <QString>

#include <arpa/inet.h>

namespace sallyport::istio {

bool AddressBlock::contains(const AddressBlock &address) const
{
    if (isV6 != address.isV6 || address.prefix < prefix)
        return false;
    for (int bit = 0; bit < prefix; ++bit) {
        const quint8 mask = quint8(0x80 >> (bit % 8));
        if ((bytes[size_t(bit / 8)] ^ address.bytes[size_t(bit / 8)]) & mask)
            return false;
    }
    return true;
}

bool AddressBlock::operator==(const AddressBlock &other) const
{
    return prefix == other.prefix && contains(other);
}

std::optional<AddressBlock> addressBlock(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const QByteArray address = (slash < 0 ? text : text.first(slash)).toUtf8();
    AddressBlock block;
    block.isV6 = address.contains(':');
    if (::inet_pton(block.isV6 ? AF_INET6 : AF_INET, address.constData(), block.bytes.data()) != 1)
        return std::nullopt;
    block.prefix = block.isV6 ? 128 : 32;
    if (slash < 0)
        return block;
    bool isNumber = false;
    const int length = text.sliced(slash + 1).toInt(&isNumber);
    if (!isNumber || length < 0 || length > block.prefix)
        return std::nullopt;
    block.prefix = length;
    return block;
}

bool isBlock(QStringView text)
{
    const std::optional<AddressBlock> block = addressBlock(text);
    return block && !block->isSingle();
}

} // namespace sallyport::istio
