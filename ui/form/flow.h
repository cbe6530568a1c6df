// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/compile.h"
#include "core/policy/protocol.h"
#include "core/trace/result.h"

#include <QString>

#include <optional>

namespace sallyport {

class PolicyCursor;

/// How a stretch of the way is protected.
enum class Lock : quint8 {
    Closed, ///< Encrypted.
    Open, ///< Readable on the wire.
    Opaque, ///< A byte stream: whatever the application makes of it.
};

/// One stretch of the way: what is spoken on it.
struct Leg {
    QString text;
    Lock lock = Lock::Open;
    bool operator==(const Leg &) const = default;
};

/// The way of a request of the selected destination, in words: from the workload through its sidecar and the gateway to the host.
struct Flow {
    QString source, sourceDetail; ///< Namespace; labels or how many more.
    Leg application; ///< What the application speaks, up to its sidecar.
    QString gateway,
        gatewayPort; ///< The port with a word where it was chosen automatically; empty where there is none.
    Leg leaving; ///< From the gateway to the host.
    QString host, hostPort; ///< The first host and how many more; the port that the gateway dials.
    std::optional<TrafficClass> trafficClass;
    bool hasGateway = true; ///< Otherwise the way leads straight from the sidecar to the host.

    /// One sentence for those who do not see the picture.
    QString toText() const;
    bool operator==(const Flow &) const = default;
};

/// Where on the way a request comes to its end, and how.
struct FlowEnd {
    enum Station : quint8 { Source, Sidecar, Gateway, Host };
    Station station = Sidecar;
    TraceVerdict verdict = TraceVerdict::Unknown;
    bool operator==(const FlowEnd &) const = default;
};

/// The flow of what the cursor stands at, a plain Flow() where there is no destination; automatic ports come from the compilation.
Flow flowOf(const PolicyCursor &cursor, const Compilation &compilation);

/// The gateway port that the table has for a destination; 0 where it has none.
int gatewayPortOf(const PolicyCursor &cursor, const Compilation &compilation);

} // namespace sallyport
