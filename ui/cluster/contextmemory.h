// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace sallyport {

class Settings;

/// What a person said of a context: it decides how easily something is applied there.
enum class ContextMark : quint8 {
    None,
    Production, ///< Applying asks once more.
    ReadOnly, ///< Nothing is applied, from the window or the command line.
};

QString markName(ContextMark mark); ///< "read-only"; empty for None.

/// What is remembered of the contexts of kubeconfigs between two runs. Never anything of their credentials.
class ContextMemory
{
public:
    /// The settings must outlive it.
    explicit ContextMemory(Settings *settings)
        : m_settings(settings)
    {
    }

    ContextMark mark(const QString &context) const;
    void setMark(const QString &context, ContextMark mark);

    QString last() const; ///< The context that was opened last; empty for none.
    void setLast(const QString &context);

    /// Fields that stay their owners' in every plan: "KIND/NAMESPACE/NAME:FIELD".
    QStringList kept(const QString &context) const;
    void setKept(const QString &context, const QStringList &fields);

private:
    Settings *m_settings;
};

} // namespace sallyport
