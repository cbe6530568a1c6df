// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/severity.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Severity)
};

} // namespace

QString iconName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Note:
        break;
    }
    return u"note"_s;
}

QString word(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Words::tr("Error");
    case Severity::Warning:
        return Words::tr("Warning");
    case Severity::Note:
        break;
    }
    return Words::tr("Note");
}

QString countOf(Severity severity, int count)
{
    switch (severity) {
    case Severity::Error:
        return Words::tr("%n error(s)", nullptr, count);
    case Severity::Warning:
        return Words::tr("%n warning(s)", nullptr, count);
    case Severity::Note:
        break;
    }
    return Words::tr("%n note(s)", nullptr, count);
}

} // namespace sallyport
