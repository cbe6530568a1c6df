// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/transport.h"

namespace sallyport::kube {

QByteArray Response::header(const QByteArray &name) const
{
    for (const Header &one : headers) {
        if (one.name.compare(name, Qt::CaseInsensitive) == 0)
            return one.value;
    }
    return {};
}

QList<QByteArray> Response::allHeaders(const QByteArray &name) const
{
    QList<QByteArray> values;
    for (const Header &one : headers) {
        if (one.name.compare(name, Qt::CaseInsensitive) == 0)
            values.append(one.value);
    }
    return values;
}

} // namespace sallyport::kube
