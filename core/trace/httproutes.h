// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/clusters.h"

namespace sallyport {

/// One route of a route table: an http route of a VirtualService with one of its matches.
struct HttpCandidate {
    int rule = -1; ///< In TraceWorld::virtualServices.
    int route = -1;
    int match = -1; ///< -1: the route has none.
};

/// How a route table is read.
struct HttpView {
    const Hop &hop;
    int port = 0; ///< The listener's, as match.port means it.
    QString gateway; ///< As match.gateways names it.
    Part certificate; ///< x-forwarded-client-cert, which a gateway writes itself.
};

/// Whether a match can ever take a request of this proxy at this port: what istiod decides, before any request.
bool isForProxy(Run &run, const istio::HttpMatch &match, const HttpView &view, int object);
/// The routes of a VirtualService that are for this proxy, in order, up to the first that takes everything.
std::vector<HttpCandidate> candidatesOf(Run &run, int rule, const HttpView &view);
/// Routes that take everything come last in a gateway's table, whichever VirtualService they are of.
void putCatchAllsLast(const TraceWorld &world, std::vector<HttpCandidate> &candidates);

/// Takes the first route whose match the request meets. 404 where there is none.
Outcome follow(Run &run, const std::vector<HttpCandidate> &candidates, const HttpView &view,
               std::vector<TraceLoser> losers);

/// A header as this proxy sees it.
Part headerOf(const Run &run, const QString &name, const HttpView &view);

} // namespace sallyport
