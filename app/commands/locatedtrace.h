// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/trace.h"

#include <QJsonObject>
#include <QStringList>

namespace sallyport {

/// The steps of a trace as JSON: [{stage, object, field, file, line, text, losers: [{object, field, file, line, reason}]}].
QJsonArray stepsToJson(const TraceResult &trace, const TraceWorld &world, FieldPlaces &places);
/// {verdict, missing, outcome, status, host, gateway, steps}
QJsonObject traceToJson(const TraceResult &trace, const TraceWorld &world, FieldPlaces &places);

/// A step for people: "sidecar  sentence (VirtualService … spec.http[0], policy.yaml:12)", and a line for each loser.
QStringList stepLines(const TraceStep &step, const TraceWorld &world, FieldPlaces &places);

} // namespace sallyport
