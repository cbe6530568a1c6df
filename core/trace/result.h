// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"

#include <QString>

#include <optional>
#include <vector>

namespace sallyport {

enum class TraceVerdict : quint8 {
    Allowed, ///< The request reaches a host outside the mesh.
    Blocked,
    Unknown, ///< Cannot tell: a fact is missing, or something is in the way that is not modelled.
};

/// Where on its way a request is.
enum class TraceStage : quint8 { Sidecar, MutualTls, Gateway, Authorization, Tls, Host };

/// A field of one of the world's objects.
struct TraceField {
    int object = -1; ///< In TraceWorld::objects; -1 = no object, a fact about the mesh.
    FieldPath path;
    bool operator==(const TraceField &) const = default;
};

/// A candidate that did not decide, and why.
struct TraceLoser {
    TraceField field;
    QString reason;
};

/// One decision on the way, and the field that made it.
struct TraceStep {
    TraceStage stage = TraceStage::Sidecar;
    TraceField field;
    QString text; ///< A whole sentence.
    std::vector<TraceLoser> losers;
};

/// What becomes of a request, and why.
struct TraceResult {
    TraceVerdict verdict = TraceVerdict::Unknown;
    QString missing; ///< Of an unknown verdict: the fact that is missing, or what is not modelled.
    TraceField missingField; ///< The object that is not modelled, where there is one.
    /// The HTTP status that the application sees; none where the connection is closed, for a stream, and where it is not known.
    std::optional<int> status;
    bool statusIsAmbiguous = false; ///< Several outcomes are possible, all of the same verdict.
    QString outcome; ///< As curl would show it: "200 from www.example.com", "403 RBAC: access denied".
    QString host; ///< The host that was reached.
    QString gateway; ///< The gateway it left through; empty where it left straight from the sidecar.
    std::vector<TraceStep> steps;
};

/// "allowed", "blocked", "unknown": what programs read.
QString verdictWord(TraceVerdict verdict);
/// "sidecar", "mutualTls", "gateway", "authorization", "tls", "host".
QString stageWord(TraceStage stage);

} // namespace sallyport
