// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/documentfindings.h"

namespace sallyport {

/// Everything about spec.egressRules[].to[].hosts that the list itself shows.
void checkHosts(const Place &hosts, DocumentFindings &findings);

/// What is wrong with a host, in the order in which it is looked for.
enum class HostFault : quint8 {
    None,
    Address, ///< host.ip
    Invalid, ///< host.invalid
    Short, ///< host.short
    Reserved, ///< host.reserved
};
HostFault faultOf(const QString &host);

/// The host in a pasted URL or host:port, or in another script's spelling; empty where there is none to be found.
QString hostIn(const QString &pasted);

} // namespace sallyport
