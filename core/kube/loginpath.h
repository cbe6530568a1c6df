// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/call.h"

#include <QProcessEnvironment>

#include <functional>

class QObject;

namespace sallyport::kube {

/// The environment with the PATH that a terminal would have: desktops start programs without what people add in their shell's profile,
/// and that is where credential plugins are installed. Started from a terminal (TERM is set), or without a SHELL that answers
/// within five seconds, it stays as it is. `done` runs once, later.
Call withLoginPath(const QProcessEnvironment &environment, QObject *context,
                   std::function<void(const QProcessEnvironment &)> done);

} // namespace sallyport::kube
