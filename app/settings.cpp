// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/settings.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sallyport {

FileSettings::FileSettings(const QString &path)
    : m_settings(path, QSettings::IniFormat)
{
}

QString FileSettings::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/sallyport/settings.ini"_L1;
}

QVariant FileSettings::value(const QString &key) const
{
    return m_settings.value(key);
}

void FileSettings::setValue(const QString &key, const QVariant &value)
{
    // Nothing is written for what is as it was: QSettings rewrites its file for every value it is given.
    if (m_settings.value(key) != value)
        m_settings.setValue(key, value);
}

} // namespace sallyport
