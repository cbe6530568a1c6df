// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace sallyport {

/// True where the text holds objects, all of them labelled as generated for this mesh: a file of an earlier export.
bool holdsOnlyOurs(const QByteArray &text, const QString &mesh);

/// True where the text holds nothing but objects whose place in an export is `path`: a new version may replace it.
bool holdsOnlyObjectOf(const QByteArray &text, const QString &path);

/// True where the text is an ASMEgressTrafficPolicy at the place where an export puts it. Whether it was an export cannot be told:
/// policies are written as they are, without labels of ours.
bool isExportedPolicy(const QByteArray &text, const QString &path);

} // namespace sallyport
