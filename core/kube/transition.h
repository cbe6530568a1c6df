// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/manifest.h"

namespace sallyport::kube {

/// The four parts of every way from one set of objects to another, in order.
///
/// - Withdraw, only where the live and the wanted state together would send one host's requests at one gateway port to two ports of
///   the host: clients lose their live routes to that place, or go another way already where one is wanted. (What that way needs at the
///   gateways is expanded before.)
/// - Expand: objects of gateways, and the DestinationRules and ServiceEntries of clients, serve both states (union.h).
/// - Switch: the VirtualServices of clients take their wanted form.
/// - Contract: everything takes its wanted form or goes, in reverse order, so that clients let go before gateways and a guard is last.
enum class Phase : quint8 { Withdraw, Expand, Switch, Contract };

QString phaseName(Phase phase); ///< "withdraw" …

/// One object to write, or to delete.
struct Write {
    bool deletes = false;
    Manifest object; ///< What is written; of a deletion, what is there.
};

/// Writes that do not depend on each other.
struct Step {
    Phase phase = Phase::Expand;
    /// Every proxy must have the configuration of all steps before: one that lags would otherwise cut or leak something.
    bool waitsBefore = false;
    std::vector<Write> writes; ///< Never empty.
};

/// Writes that lead from what is there to what is wanted. In no state between, with proxies that lag by less than a wait, is anything
/// allowed that neither end allows, or cut that both allow. Any prefix of it is a place to plan from again, to either end.
///
/// Objects that are not wanted are deleted: leave those out of `live` that are to stay. No writes where both are the same.
std::vector<Step> transition(const ManifestSet &live, const ManifestSet &wanted, const GatewayNamespaces &gateways);

/// For a transition that deletes nothing, or not all: what is wanted, with AuthorizationPolicies keeping the rules that guard what stays.
ManifestSet keepingGuards(const ManifestSet &live, ManifestSet wanted, const GatewayNamespaces &gateways);

} // namespace sallyport::kube
