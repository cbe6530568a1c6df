// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/contextmemory.h"

#include "ui/settings.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ContextMark)
};

/// Names of contexts may hold slashes, which group settings.
QString keyOf(const QString &context, QLatin1StringView what)
{
    return "contexts/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(context)) + u'/' + what;
}

} // namespace

QString markName(ContextMark mark)
{
    switch (mark) {
    case ContextMark::None:
        break;
    case ContextMark::Production:
        return Texts::tr("production");
    case ContextMark::ReadOnly:
        return Texts::tr("read-only");
    }
    return {};
}

ContextMark ContextMemory::mark(const QString &context) const
{
    if (m_settings->value(keyOf(context, "readOnly"_L1)).toBool())
        return ContextMark::ReadOnly;
    return m_settings->value(keyOf(context, "production"_L1)).toBool() ? ContextMark::Production : ContextMark::None;
}

void ContextMemory::setMark(const QString &context, ContextMark mark)
{
    m_settings->setValue(keyOf(context, "readOnly"_L1), mark == ContextMark::ReadOnly);
    m_settings->setValue(keyOf(context, "production"_L1), mark == ContextMark::Production);
}

QString ContextMemory::last() const
{
    return m_settings->value(u"cluster/context"_s).toString();
}

void ContextMemory::setLast(const QString &context)
{
    m_settings->setValue(u"cluster/context"_s, context);
}

QStringList ContextMemory::kept(const QString &context) const
{
    return m_settings->value(keyOf(context, "kept"_L1)).toStringList();
}

void ContextMemory::setKept(const QString &context, const QStringList &fields)
{
    m_settings->setValue(keyOf(context, "kept"_L1), fields);
}

} // namespace sallyport
