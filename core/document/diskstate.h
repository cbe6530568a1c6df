// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/diskfile.h"

namespace sallyport {

/// What the disk holds of an open file, against what was last read from it or written to it.
struct DiskState {
    enum class Kind : quint8 {
        Same,
        Changed, ///< By another program: `text` is what is there now.
        Gone, ///< There is no such file any more.
        Unusable, ///< There is something that cannot be read as a file; `error` says why.
    };
    Kind kind = Kind::Same;
    QByteArray text = {};
    FileStamp stamp = {};
    Error error = {};
};

/// A file with work that is not on the disk: what outlives the process.
struct UnsavedFile {
    QString path; ///< Absolute; empty for an untitled one.
    QString name; ///< For people, where there is no path.
    QByteArray savedText; ///< As it was last read or saved, or as an untitled one was made.
    QByteArray text;
    bool operator==(const UnsavedFile &) const = default;
};

} // namespace sallyport
