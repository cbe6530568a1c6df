// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

/// What a text may ask for before it is refused (docs/limits.md): reading must end soon and fit in memory whatever the bytes are.
namespace sallyport::yaml::limits {

constexpr qsizetype fileSize = 64 * 1024 * 1024;
constexpr int documents = 100'000;
constexpr int depth = 100; ///< Collections inside each other, block and flow together, aliases expanded.
constexpr qint64 nodes = 4'000'000; ///< Keys, values and items of one file.
constexpr qint64 aliasedNodes = 1'000'000; ///< Of one document, made by expanding aliases.
constexpr qsizetype problems = 100; ///< Of one document; what comes after is told by the next reading.

/// yaml-cpp queues what might yet turn out to be a key, such as a whole flow collection, before it says the first word of it, at
/// a hundred bytes and more for each comma, colon and bracket. Of a long text it says nothing either, and takes seconds for it; but
/// clusters take no object over 1.5 MiB.
constexpr qsizetype queuedBytes = 4 * 1024 * 1024;
constexpr qsizetype queuedPunctuation = 512 * 1024;

} // namespace sallyport::yaml::limits
