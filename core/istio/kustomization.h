// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace sallyport {

/// The names under which kustomize finds its file, in its order of search.
QStringList kustomizationNames();

/// The text of a kustomization.yaml that lists `listed` and none of `removed` among its resources.
///
/// Without a text before, it is written anew. With one, that stays as it is but for the lines of `resources`: what is missing is added
/// at the end of the list, however the list is written; what is listed already stays where it is, also as "./path". Error where the text
/// is no kustomization or cannot be changed without writing it anew.
Result<QByteArray> kustomization(const std::optional<QByteArray> &before, const QStringList &listed,
                                 const QStringList &removed);

} // namespace sallyport
