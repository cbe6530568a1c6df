// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QVariant>

namespace sallyport {

/// What the program remembers of its user between two runs. Given to the window from outside: tests remember nothing of each other.
class Settings
{
public:
    Settings() = default;
    virtual ~Settings() = default;
    Q_DISABLE_COPY_MOVE(Settings)

    virtual QVariant value(const QString &key) const = 0; ///< Invalid where nothing was remembered.
    virtual void setValue(const QString &key, const QVariant &value) = 0;
};

} // namespace sallyport
