// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/routes/accesstext.h"

#include "core/policy/labels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::AccessText)
};

QStringList titles()
{
    return {u"namespace"_s, u"workloads"_s, u"except workloads"_s, u"host"_s,        u"except hosts"_s,
            u"port"_s,      u"class"_s,     u"gateway"_s,          u"dialled port"_s};
}

/// In one word, as the command line takes it.
QString cellText(const Labels &labels)
{
    return labelsText(labels, ","_L1);
}

QStringList cells(const Access &access)
{
    QStringList exceptions;
    for (const Labels &except : access.exceptSelectors)
        exceptions.append(cellText(except));
    return {access.namespaceName,
            access.selector.isEmpty() ? u"*"_s : cellText(access.selector),
            exceptions.join(u"; "_s),
            access.host,
            access.exceptHosts.join(u"; "_s),
            QString::number(access.port),
            name(access.trafficClass),
            access.gateway,
            QString::number(access.dialledPort)};
}

QString csvCell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (!text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString markdownCell(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s).replace(u'*', u"\\*"_s).replace(u'\n', u' ');
}

QByteArray csvRow(const QStringList &row)
{
    QStringList quoted;
    for (const QString &cell : row)
        quoted.append(csvCell(cell));
    return quoted.join(u',').toUtf8() + "\r\n";
}

QByteArray markdownRow(const QStringList &row)
{
    QStringList escaped;
    for (const QString &cell : row)
        escaped.append(markdownCell(cell));
    return "| " + escaped.join(u" | "_s).toUtf8() + " |\n";
}

} // namespace

QString workloadText(const Access &access)
{
    QStringList exceptions;
    for (const Labels &except : access.exceptSelectors)
        exceptions.append(cellText(except));
    const QString who = access.selector.isEmpty()
        ? Texts::tr("every workload of %1").arg(access.namespaceName)
        : Texts::tr("%1 in %2").arg(cellText(access.selector), access.namespaceName);
    return exceptions.isEmpty() ? who : Texts::tr("%1, except %2").arg(who, exceptions.join(Texts::tr(" and ")));
}

QString hostText(const Access &access)
{
    return access.exceptHosts.isEmpty()
        ? access.host
        : Texts::tr("%1, except %2").arg(access.host, access.exceptHosts.join(Texts::tr(" and ")));
}

QString portText(const Access &access)
{
    return access.dialledPort == access.port
        ? QString::number(access.port)
        : Texts::tr("%1 (the gateway dials %2)").arg(access.port).arg(access.dialledPort);
}

QString accessText(const Access &access)
{
    return Texts::tr("%1 → %2 %3, port %4, through %5")
        .arg(workloadText(access), name(access.trafficClass), hostText(access), portText(access), access.gateway);
}

QByteArray accessCsv(const std::vector<Access> &list)
{
    QByteArray text = csvRow(titles());
    for (const Access &access : list)
        text += csvRow(cells(access));
    return text;
}

QByteArray accessMarkdown(const std::vector<Access> &list)
{
    QByteArray text = markdownRow(titles()) + '|' + QByteArray(" --- |").repeated(titles().size()) + '\n';
    for (const Access &access : list)
        text += markdownRow(cells(access));
    return text;
}

} // namespace sallyport
