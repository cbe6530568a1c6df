// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/request.h"
#include "core/trace/world.h"

#include <QList>

namespace sallyport {

/// A field of a trace as people find it: in its object and in the file that made it. It stands by itself, without the world.
struct PlacedField {
    QString object; ///< "VirtualService mytest/egp-…"; empty for a fact about the mesh.
    QString field; ///< As Kubernetes prints it.
    FieldPlace place;
    std::shared_ptr<const ObjectContent> content; ///< Of an object that the workspace compiles to.
    int line = -1; ///< In the content's YAML, from 0.

    /// "VirtualService mytest/egp-… spec.http[0]".
    QString toText() const;
};

struct PlacedLoser {
    PlacedField where;
    QString reason;
};

struct PlacedStep {
    TraceStage stage = TraceStage::Sidecar;
    PlacedField where;
    QString text;
    QList<PlacedLoser> losers;
    /// As a person sees it: the line of a file may be another one.
    bool isSameAs(const PlacedStep &other) const;
};

/// What became of a request, ready to be shown.
struct PlacedTrace {
    TraceRequest request;
    TraceResult result; ///< Its steps are below.
    PlacedField missing; ///< What is not modelled, where the verdict is unknown for that.
    QList<PlacedStep> steps;
};

PlacedTrace placed(const TraceRequest &request, TraceResult result, const Compilation &compilation,
                   const TraceWorld &world, FieldPlaces &places);

} // namespace sallyport
