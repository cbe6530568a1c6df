// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace sallyport {

/// A file as it was when it was exported.
struct ExportedFile {
    QString name; ///< Its absolute path; the title of an untitled one.
    QByteArray text;
    bool operator==(const ExportedFile &) const = default;
};

/// Remembers, in a folder, the texts that an export was made from: what it wrote follows from them. One record for each set of files;
/// the oldest of many are forgotten.
Result<bool> rememberExport(const QString &folder, const QList<ExportedFile> &files);

/// What was exported last of these files; none where nothing was, or the record cannot be read.
std::optional<QList<ExportedFile>> lastExport(const QString &folder, QStringList names);

} // namespace sallyport
