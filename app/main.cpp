// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/application.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"sallyport"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SALLYPORT_VERSION));
    return sallyport::runWindow(argc, argv);
}
