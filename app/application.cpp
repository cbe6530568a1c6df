// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/application.h"

#include "app/desktop.h"
#include "app/firstpaint.h"
#include "app/paths.h"
#include "app/settings.h"
#include "app/translations.h"
#include "ui/icons.h"
#include "ui/languagemenu.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// Qt ends the process with a message about plugins where there is no display: we know that before, and can say what to do.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

} // namespace

int runWindow(int &argc, char **argv)
{
    if (!hasDisplay()) {
        std::fputs(
            "sallyport: the window cannot be opened, because there is no display (DISPLAY and WAYLAND_DISPLAY are not set).\n"
            "No file was touched. Start it in a desktop session, or use a command: sallyport --help lists them.\n",
            stderr);
        return 2;
    }
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(u"dev.sallyport.Sallyport"_s);
    QApplication::setWindowIcon(icon(u"sallyport"_s));

    FileSettings settings;
    installTranslations(chosenLocale(settings));
    Desktop desktop(&settings, stateFolder() + "/journal"_L1, stateFolder() + "/exports"_L1);
    desktop.start(QApplication::arguments().mid(1));
    reportFirstPaint(desktop.window());
    desktop.window()->show();
    const int status = QApplication::exec();
    desktop.finish();
    return status;
}

} // namespace sallyport
