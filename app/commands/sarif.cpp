// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/findingformats.h"

#include "core/policy/findingcodes.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::CheckCommand)
};

QJsonObject textOf(const QString &text)
{
    return {{u"text"_s, text}};
}

/// A URI reference: relative paths stay relative to wherever the command ran, which is the root of the sources in CI.
QString uriOf(const QString &path)
{
    if (QDir::isAbsolutePath(path))
        return QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded());
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

QJsonObject artifactOf(const QString &path)
{
    return {{u"uri"_s, uriOf(path)}};
}

QJsonObject locationOf(const ReportedPlace &place)
{
    const QJsonObject region = {{u"startLine"_s, place.begin.line},
                                {u"startColumn"_s, place.begin.column},
                                {u"endLine"_s, place.end.line},
                                {u"endColumn"_s, place.end.column}};
    QJsonObject location = {
        {u"physicalLocation"_s, QJsonObject{{u"artifactLocation"_s, artifactOf(place.file)}, {u"region"_s, region}}}};
    if (!place.field.isEmpty())
        location.insert(u"logicalLocations"_s, QJsonArray{QJsonObject{{u"fullyQualifiedName"_s, place.field}}});
    return location;
}

/// Ids are only asked for where a result has several related places.
QJsonArray relatedOf(const LocatedFinding &finding)
{
    QJsonArray locations;
    for (const ReportedPlace &other : finding.related) {
        QJsonObject location = locationOf(other);
        location.insert(u"id"_s, locations.size() + 1);
        locations.append(location);
    }
    return locations;
}

/// The rules are all codes there are, so that a rule's index is the same in every report.
int ruleIndex(const QString &code)
{
    const QList<FindingCode> &codes = findingCodes();
    for (qsizetype i = 0; i < codes.size(); ++i) {
        if (codes.at(i).code == code)
            return int(i);
    }
    return int(codes.size()); // an expectation: the last rule
}

QJsonObject resultOf(const LocatedFinding &finding)
{
    QJsonObject result = {{u"ruleId"_s, finding.code},
                          {u"ruleIndex"_s, ruleIndex(finding.code)},
                          {u"level"_s, severityWord(finding.severity)},
                          {u"message"_s, textOf(finding.message)}};
    if (!finding.file.isEmpty())
        result.insert(u"locations"_s, QJsonArray{locationOf(finding)});
    if (!finding.related.isEmpty())
        result.insert(u"relatedLocations"_s, relatedOf(finding));
    if (finding.suppressed) {
        result.insert(
            u"suppressions"_s,
            QJsonArray{QJsonObject{{u"kind"_s, u"inSource"_s}, {u"justification"_s, finding.suppressionReason}}});
    }
    return result;
}

QJsonArray rules()
{
    QJsonArray rules;
    for (const FindingCode &code : findingCodes()) {
        rules.append(QJsonObject{{u"id"_s, code.code},
                                 {u"shortDescription"_s, textOf(code.summary())},
                                 {u"fullDescription"_s, textOf(code.explanation())},
                                 {u"defaultConfiguration"_s, QJsonObject{{u"level"_s, severityWord(code.istio)}}}});
    }
    rules.append(
        QJsonObject{{u"id"_s, u"expectation"_s},
                    {u"shortDescription"_s, textOf(Texts::tr("An expectation does not hold, or nobody can tell"))},
                    {u"fullDescription"_s, textOf(Texts::tr("A request of an Expectations document was traced."))},
                    {u"defaultConfiguration"_s, QJsonObject{{u"level"_s, severityWord(Severity::Error)}}}});
    return rules;
}

} // namespace

QByteArray toSarif(const CheckReport &report)
{
    QJsonArray results;
    for (const LocatedFinding &finding : report.findings)
        results.append(resultOf(finding));
    for (const ReportedExpectation &expectation : report.expectations) {
        if (expectation.state != ExpectationState::Holds)
            results.append(resultOf(expectation.place));
    }
    QJsonArray artifacts;
    for (const QString &file : report.files)
        artifacts.append(QJsonObject{{u"location"_s, artifactOf(file)}});
    const QJsonObject driver = {
        {u"name"_s, u"Sallyport"_s}, {u"version"_s, QCoreApplication::applicationVersion()}, {u"rules"_s, rules()}};
    const QJsonObject run = {{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
                             {u"columnKind"_s, u"unicodeCodePoints"_s},
                             {u"artifacts"_s, artifacts},
                             {u"results"_s, results}};
    const QJsonObject root = {{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
                              {u"version"_s, u"2.1.0"_s},
                              {u"runs"_s, QJsonArray{run}}};
    return QJsonDocument(root).toJson();
}

} // namespace sallyport
