// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/findingformats.h"

#include "app/console.h"

#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QList<LocatedFinding> findingsOf(const CheckReport &report, const QString &file)
{
    QList<LocatedFinding> findings;
    std::copy_if(report.findings.begin(), report.findings.end(), std::back_inserter(findings),
                 [&](const LocatedFinding &finding) { return finding.file == file; });
    return findings;
}

void writeCase(QXmlStreamWriter &xml, const CheckReport &report, const LocatedFinding &finding)
{
    const QString text = printable(findingLines(finding).join(' '_L1));
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, printable(finding.file));
    xml.writeAttribute(
        u"name"_s, u"%1 (line %2, column %3)"_s.arg(finding.code).arg(finding.begin.line).arg(finding.begin.column));
    if (finding.suppressed) {
        xml.writeEmptyElement(u"skipped"_s);
        xml.writeAttribute(u"message"_s, printable(finding.suppressionReason));
    } else if (report.fails(finding)) {
        xml.writeStartElement(u"failure"_s);
        xml.writeAttribute(u"type"_s, severityWord(finding.severity));
        xml.writeAttribute(u"message"_s, printable(finding.message));
        xml.writeCharacters(text);
        xml.writeEndElement();
    } else {
        xml.writeTextElement(u"system-out"_s, text);
    }
    xml.writeEndElement();
}

QList<ReportedExpectation> expectationsOf(const CheckReport &report, const QString &file)
{
    QList<ReportedExpectation> expectations;
    std::copy_if(report.expectations.begin(), report.expectations.end(), std::back_inserter(expectations),
                 [&](const ReportedExpectation &expectation) { return expectation.place.file == file; });
    return expectations;
}

/// What nobody can tell is a skipped test, unless that counts as a failure.
void writeExpectation(QXmlStreamWriter &xml, const CheckReport &report, const ReportedExpectation &expectation)
{
    const QString text = printable(expectation.place.message);
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, printable(expectation.place.file));
    xml.writeAttribute(u"name"_s, u"%1 (line %2)"_s.arg(printable(expectation.name)).arg(expectation.place.begin.line));
    if (report.fails(expectation)) {
        xml.writeEmptyElement(u"failure"_s);
        xml.writeAttribute(u"type"_s, u"expectation"_s);
        xml.writeAttribute(u"message"_s, text);
    } else if (expectation.state == ExpectationState::Unknown) {
        xml.writeEmptyElement(u"skipped"_s);
        xml.writeAttribute(u"message"_s, text);
    }
    xml.writeEndElement();
}

/// Without anything to say there is one case, which passes: some servers take an empty suite for a broken one.
void writeSuite(QXmlStreamWriter &xml, const CheckReport &report, const QString &file)
{
    const QList<LocatedFinding> findings = findingsOf(report, file);
    const QList<ReportedExpectation> expectations = expectationsOf(report, file);
    const auto isFailure = [&](const auto &item) { return report.fails(item); };
    const auto failures = std::count_if(findings.begin(), findings.end(), isFailure)
        + std::count_if(expectations.begin(), expectations.end(), isFailure);
    const auto unknown = std::count_if(expectations.begin(), expectations.end(), [&](const ReportedExpectation &e) {
        return e.state == ExpectationState::Unknown && !report.fails(e);
    });
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, file.isEmpty() ? u"workspace"_s : printable(file));
    xml.writeAttribute(u"tests"_s, QString::number(std::max<qsizetype>(1, findings.size() + expectations.size())));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    xml.writeAttribute(u"errors"_s, u"0"_s);
    xml.writeAttribute(u"skipped"_s, QString::number(countsOf(findings).suppressed + unknown));
    for (const LocatedFinding &finding : findings)
        writeCase(xml, report, finding);
    for (const ReportedExpectation &expectation : expectations)
        writeExpectation(xml, report, expectation);
    if (findings.isEmpty() && expectations.isEmpty()) {
        xml.writeEmptyElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, printable(file));
        xml.writeAttribute(u"name"_s, u"no findings"_s);
    }
    xml.writeEndElement();
}

} // namespace

QByteArray toJunit(const CheckReport &report)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    for (const QString &file : report.files)
        writeSuite(xml, report, file);
    if (!findingsOf(report, {}).isEmpty())
        writeSuite(xml, report, {});
    xml.writeEndDocument();
    return text;
}

} // namespace sallyport
