// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/diskstate.h"

#include <optional>

namespace sallyport {

/// One file's unsaved work as the journal keeps it: a line of JSON that says what it is, led by its sum, the text, and what turns it into the saved one.
QByteArray journalEntry(const UnsavedFile &unsaved);

/// What can be read of an entry.
struct JournalReading {
    UnsavedFile unsaved;
    bool isDamaged =
        false; ///< It is no longer what was written: what is left comes as an untitled file, and replaces nothing.
};

/// Reads an entry, whatever has become of it. None where nothing is left of its text.
std::optional<JournalReading> readJournalEntry(const QByteArray &entry);

} // namespace sallyport
