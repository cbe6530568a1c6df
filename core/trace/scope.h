// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/run.h"

namespace sallyport {

// What a proxy sees of the world: exportTo, and which of several namespaces that define one host it takes.

/// The services of a host that a proxy knows, all of one namespace; empty where it knows none.
std::vector<int> visibleServices(Run &run, const Proxy &proxy, const QString &host);
/// The one service of a host that clusters are made of, or -1.
int visibleService(Run &run, const Proxy &proxy, const QString &host);

/// Of VirtualServices those that a namespace sees.
std::vector<int> visibleRules(const Run &run, const QString &namespaceName, const std::vector<int> &rules);
/// In the order in which Istio looks at them: private ones, then those exported to the namespace, then those for all; by age within.
std::vector<int> inOrder(Run &run, const QString &namespaceName, const std::vector<int> &rules);

/// The addresses at which a sidecar expects a service; without any, it listens on all. "auto:…" is one that istiod allocates.
QStringList listenAddresses(Run &run, const istio::Service &service);

/// Whether traffic without a rule may leave; `why` is the field that says so.
bool allowsAny(Run &run, TraceField &why);

/// Reports what is applied to a proxy and is not modelled.
void checkExtensions(Run &run, const Proxy &proxy);
void checkSidecarObjects(Run &run);

} // namespace sallyport
