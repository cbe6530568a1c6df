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

/// Without findings there is one case, which passes: some servers take an empty suite for a broken one.
void writeSuite(QXmlStreamWriter &xml, const CheckReport &report, const QString &file)
{
    const QList<LocatedFinding> findings = findingsOf(report, file);
    const auto failures =
        std::count_if(findings.begin(), findings.end(), [&](const auto &finding) { return report.fails(finding); });
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, file.isEmpty() ? u"workspace"_s : printable(file));
    xml.writeAttribute(u"tests"_s, QString::number(std::max<qsizetype>(1, findings.size())));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    xml.writeAttribute(u"errors"_s, u"0"_s);
    xml.writeAttribute(u"skipped"_s, QString::number(countsOf(findings).suppressed));
    for (const LocatedFinding &finding : findings)
        writeCase(xml, report, finding);
    if (findings.isEmpty()) {
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
