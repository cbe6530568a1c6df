// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/locatedtrace.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QJsonObject fieldToJson(const TraceField &field, const TraceWorld &world, FieldPlaces &places)
{
    const FieldPlace place = places.place(field);
    return {{u"object"_s, objectName(world, field)},
            {u"field"_s, field.path.toString()},
            {u"file"_s, place.file},
            {u"line"_s, place.line}};
}

QString fieldText(const TraceField &field, const TraceWorld &world, FieldPlaces &places)
{
    QStringList parts(objectName(world, field));
    if (!field.path.isEmpty())
        parts.first() += u' ' + field.path.toString();
    const FieldPlace place = places.place(field);
    if (!place.file.isEmpty())
        parts.append(u"%1:%2"_s.arg(place.file).arg(place.line));
    return parts.join(", "_L1);
}

} // namespace

QJsonArray stepsToJson(const TraceResult &trace, const TraceWorld &world, FieldPlaces &places)
{
    QJsonArray steps;
    for (const TraceStep &step : trace.steps) {
        QJsonObject object = fieldToJson(step.field, world, places);
        QJsonArray losers;
        for (const TraceLoser &loser : step.losers) {
            QJsonObject other = fieldToJson(loser.field, world, places);
            other.insert(u"reason"_s, loser.reason);
            losers.append(other);
        }
        object.insert(u"stage"_s, stageWord(step.stage));
        object.insert(u"text"_s, step.text);
        object.insert(u"losers"_s, losers);
        steps.append(object);
    }
    return steps;
}

QJsonObject traceToJson(const TraceResult &trace, const TraceWorld &world, FieldPlaces &places)
{
    QString missing = trace.missing;
    if (trace.missingField.object >= 0)
        missing += " ("_L1 + fieldText(trace.missingField, world, places) + u')';
    return {{u"verdict"_s, verdictWord(trace.verdict)},
            {u"missing"_s, missing},
            {u"outcome"_s, trace.outcome},
            {u"status"_s, trace.status ? QJsonValue(*trace.status) : QJsonValue()},
            {u"host"_s, trace.host},
            {u"gateway"_s, trace.gateway},
            {u"steps"_s, stepsToJson(trace, world, places)}};
}

QStringList stepLines(const TraceStep &step, const TraceWorld &world, FieldPlaces &places)
{
    QString first = "  "_L1 + stageWord(step.stage).leftJustified(15) + step.text;
    if (step.field.object >= 0)
        first += " ("_L1 + fieldText(step.field, world, places) + u')';
    QStringList lines = {first};
    for (const TraceLoser &loser : step.losers)
        lines.append(QString(17, u' ') + u"\u2013 "_s + fieldText(loser.field, world, places) + ": "_L1 + loser.reason);
    return lines;
}

} // namespace sallyport
