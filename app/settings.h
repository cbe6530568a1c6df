// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings.h"

#include <QSettings>

namespace sallyport {

/// Settings in a file of the user's configuration folder: $XDG_CONFIG_HOME/sallyport/settings.ini.
class FileSettings : public Settings
{
public:
    explicit FileSettings(const QString &path = defaultPath());

    QVariant value(const QString &key) const override;
    void setValue(const QString &key, const QVariant &value) override;

    static QString defaultPath();

private:
    QSettings m_settings;
};

} // namespace sallyport
