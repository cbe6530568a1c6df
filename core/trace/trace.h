// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/request.h"
#include "core/trace/result.h"
#include "core/trace/world.h"

#include <memory>

namespace sallyport {

struct TraceCache;

enum class TraceDetail : quint8 {
    Steps,
    Verdict, ///< Without steps, which take most of the time.
};

/// Says what a mesh does with requests: which listener, route, gateway and policy decides, and what the application gets.
///
/// Follows what istiod computes and Envoy does (docs/trace.md), one decision after the other. Where a fact is not known it tries every
/// possibility: what comes out the same either way is decided, all else is Unknown and names the fact. What is not modelled (EnvoyFilter,
/// Sidecar with an egress of its own, delegates …) is Unknown and names the object, where the request comes near it.
class Tracer
{
public:
    explicit Tracer(const TraceWorld &world); ///< Keeps a reference.
    ~Tracer();
    Q_DISABLE_COPY_MOVE(Tracer)

    TraceResult trace(const TraceRequest &request, TraceDetail detail = TraceDetail::Steps);

private:
    const TraceWorld &m_world;
    std::unique_ptr<TraceCache> m_cache;
};

} // namespace sallyport
