// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace sallyport::kube {

/// One block of a PEM text: -----BEGIN type----- … -----END type-----.
struct PemBlock {
    QByteArray type;
    bool hasHeaders = false; ///< "Proc-Type: 4,ENCRYPTED" and the like, as old encrypted keys have.
    QByteArray der;
};

/// The well-formed blocks of a text, whatever stands around and between them.
QList<PemBlock> pemBlocks(const QByteArray &text);

} // namespace sallyport::kube
