// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/samples.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Sample)
};

} // namespace

QString Sample::fileName() const
{
    return name + ".yaml"_L1;
}

QByteArray Sample::text() const
{
    QFile file(":/samples/"_L1 + fileName());
    const bool shipped = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(shipped, "Sample::text", qPrintable(file.fileName()));
    Q_UNUSED(shipped)
    return file.readAll();
}

QList<Sample> samples()
{
    return {
        {u"http"_s, Texts::tr("Allow one HTTP host"),
         Texts::tr("One workload may call two hosts over plain HTTP; everything else stays blocked.")},
        {u"https-upgrade"_s, Texts::tr("Upgrade HTTP to HTTPS at the gateway"),
         Texts::tr("The application speaks plain HTTP, and the gateway speaks verified HTTPS to the host.")},
        {u"https-passthrough"_s, Texts::tr("HTTPS pass-through"),
         Texts::tr("The application's own HTTPS reaches the host untouched.")},
        {u"http-and-https"_s, Texts::tr("HTTP and HTTPS of one host"),
         Texts::tr("Two destinations open port 80 and port 443 of the same host.")},
        {u"tcp"_s, Texts::tr("TCP stream"),
         Texts::tr("A host is reached as a plain stream of bytes, with what that means for a mesh.")},
        {u"tcp-database"_s, Texts::tr("TCP database"),
         Texts::tr("A database outside the mesh is told apart by the address that the Mesh document gives.")},
        {u"several-teams"_s, Texts::tr("Several teams, one gateway"),
         Texts::tr("Three teams share one gateway and one of the hosts, each with its own permission.")},
        {u"deny-post"_s, Texts::tr("Deny a method at the gateway"),
         Texts::tr("An AuthorizationPolicy of the gateway refuses POST to a host that may be called otherwise.")},
        {u"wildcard"_s, Texts::tr("A wildcard (and why not)"),
         Texts::tr("All names below one domain, with the one host that has to answer for them.")},
    };
}

Sample firstStartSample()
{
    return {u"first-start"_s, Texts::tr("Welcome"),
            Texts::tr("The HTTP sample, with one finding to try the quick fix on.")};
}

} // namespace sallyport
