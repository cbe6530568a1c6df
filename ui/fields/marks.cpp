// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/marks.h"

#include "ui/icons.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

QString wordOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QCoreApplication::translate("Severity", "Error");
    case Severity::Warning:
        return QCoreApplication::translate("Severity", "Warning");
    case Severity::Note:
        break;
    }
    return QCoreApplication::translate("Severity", "Note");
}

QIcon iconOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return icon(u"error"_s);
    case Severity::Warning:
        return icon(u"warning"_s);
    case Severity::Note:
        break;
    }
    return icon(u"note"_s);
}

bool isWorse(const Diagnostic &a, const Diagnostic &b)
{
    return std::pair(a.suppressed, a.severity) < std::pair(b.suppressed, b.severity);
}

const Diagnostic *worstOf(const QList<Diagnostic> &findings)
{
    const auto worst = std::min_element(findings.begin(), findings.end(), isWorse);
    return worst == findings.end() ? nullptr : &*worst;
}

QString sentencesOf(const QList<Diagnostic> &findings)
{
    QStringList lines;
    for (const Diagnostic &finding : findings)
        lines.append(u"%1: %2"_s.arg(wordOf(finding.severity), finding.message));
    return lines.join(u'\n');
}

} // namespace sallyport
