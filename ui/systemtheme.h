// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QDBusVariant;

namespace sallyport {

/// Whether the desktop asks programs to be dark, as its portal says (org.freedesktop.appearance, color-scheme). Light where there is no portal.
class SystemTheme : public QObject
{
    Q_OBJECT
public:
    explicit SystemTheme(QObject *parent = nullptr);

    /// Asks the portal, without waiting for it; changed() tells its answer, now and whenever the user changes it.
    void follow();

signals:
    void changed(bool isDark);

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace sallyport
