// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/placedtrace.h"

#include <algorithm>

namespace sallyport {

QString PlacedField::toText() const
{
    return field.isEmpty() ? object : object + u' ' + field;
}

bool PlacedStep::isSameAs(const PlacedStep &other) const
{
    const auto isSame = [](const PlacedField &a, const PlacedField &b) {
        return a.object == b.object && a.field == b.field;
    };
    return stage == other.stage && text == other.text && isSame(where, other.where)
        && std::equal(losers.begin(), losers.end(), other.losers.begin(), other.losers.end(),
                      [&](const PlacedLoser &a, const PlacedLoser &b) {
                          return a.reason == b.reason && isSame(a.where, b.where);
                      });
}

PlacedTrace placed(const TraceRequest &request, TraceResult result, const Compilation &compilation,
                   const TraceWorld &world, FieldPlaces &places)
{
    const auto place = [&](const TraceField &field) {
        PlacedField at{objectName(world, field), field.path.toString(), places.place(field), {}, -1};
        const int compiled = field.object < 0 ? -1 : world.objects[size_t(field.object)].compiled;
        if (compiled >= 0) {
            at.content = compilation.objects[size_t(compiled)].content;
            at.line = places.lineInObject(field);
        }
        return at;
    };
    PlacedTrace trace{request, {}, place(result.missingField), {}};
    for (TraceStep &step : result.steps) {
        PlacedStep shown{step.stage, place(step.field), step.text, {}};
        for (const TraceLoser &loser : step.losers)
            shown.losers.append({place(loser.field), loser.reason});
        trace.steps.append(std::move(shown));
    }
    trace.result = std::move(result);
    trace.result.steps.clear();
    return trace;
}

} // namespace sallyport
