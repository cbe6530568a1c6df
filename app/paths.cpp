// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/paths.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QString xdgFolder(const char *variable, QLatin1StringView standard)
{
    const QString value = qEnvironmentVariable(variable);
    return QDir::isAbsolutePath(value) ? QDir::cleanPath(value) : QDir::homePath() + u'/' + standard;
}

} // namespace

QString stateFolder()
{
    return xdgFolder("XDG_STATE_HOME", ".local/state"_L1) + "/sallyport"_L1;
}

QString cacheFolder()
{
    return xdgFolder("XDG_CACHE_HOME", ".cache"_L1) + "/sallyport"_L1;
}

} // namespace sallyport
