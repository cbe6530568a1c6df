// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QMimeData;

namespace sallyport {

/// The files of this machine in what was dropped; empty where it is something else.
QStringList localFiles(const QMimeData &data);

} // namespace sallyport
