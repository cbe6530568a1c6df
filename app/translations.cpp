// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace sallyport {

void installTranslations(const QLocale &locale)
{
    // They belong to the application and go with it.
    static QTranslator *ours = nullptr;
    static QTranslator *ofQt = nullptr;
    for (QTranslator **translator : {&ours, &ofQt}) {
        if (*translator)
            QCoreApplication::removeTranslator(*translator);
        delete *translator;
        *translator = new QTranslator(QCoreApplication::instance());
    }
    const QString folder = u":/translations"_s;
    if (!ours->load(locale, u"sallyport"_s, u"_"_s, folder))
        (void)ours->load(u"sallyport_en"_s, folder);
    if (ofQt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(ofQt);
    QCoreApplication::installTranslator(ours);
}

} // namespace sallyport
