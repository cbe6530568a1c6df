// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/paste/pastedrow.h"

#include <QCoreApplication>
#include <QUrl>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::PastedRow)
};

QString aboutHost(const PastedRow &row)
{
    switch (row.note) {
    case PasteNote::SubdomainsOf:
        return Texts::tr("A leading dot stands for all names below.");
    case PasteNote::HostHeader:
        return Texts::tr("The Host header names the host, not the URL.");
    case PasteNote::ServerName:
        return Texts::tr("From the server name of the TLS connection.");
    case PasteNote::AlsoInRule:
        return Texts::tr("%1 has it, too.").arg(row.detail);
    case PasteNote::Twice:
        return Texts::tr("Line %1 has it already.").arg(row.detail);
    case PasteNote::InRule:
        return Texts::tr("The rule has it already.");
    default:
        return {};
    }
}

QString whyRejected(const PastedRow &row)
{
    switch (row.note) {
    case PasteNote::Address:
        return Texts::tr("An address; a host is a DNS name.");
    case PasteNote::Mail:
        return Texts::tr("A mail address. Write the host if the domain is meant.");
    case PasteNote::Short:
        return Texts::tr("No dot: it would be taken for a service of the cluster.");
    case PasteNote::Reserved:
        return Texts::tr("The name is reserved for the way between sidecars and gateways.");
    case PasteNote::InCluster:
        return Texts::tr("A service of the cluster itself.");
    case PasteNote::BadWildcard:
        return Texts::tr("“*.” may stand in front of a DNS name, nowhere else.");
    case PasteNote::Invalid:
        return Texts::tr("No DNS name.");
    case PasteNote::BadPort:
        return Texts::tr("“%1” is no port from 1 to 65535.").arg(row.detail);
    case PasteNote::NeedsPort:
        return Texts::tr("TCP needs a port.");
    case PasteNote::Udp:
        return Texts::tr("UDP does not go through an egress gateway.");
    case PasteNote::NoName:
        return Texts::tr("It does not say which host it went to.");
    case PasteNote::Pattern:
        return Texts::tr("A pattern that stands for several names. Write them out.");
    default:
        return {};
    }
}

QString whyIgnored(PasteNote note)
{
    switch (note) {
    case PasteNote::Header:
        return Texts::tr("The titles of columns.");
    case PasteNote::Comment:
        return Texts::tr("A comment.");
    case PasteNote::Words:
        return Texts::tr("Words that name no host.");
    case PasteNote::Proxy:
        return Texts::tr("A proxy is no host that the request is for.");
    case PasteNote::OptionValue:
        return Texts::tr("Options of a command.");
    case PasteNote::Pinned:
        return Texts::tr("It says only where the name is found.");
    case PasteNote::LogRest:
        return Texts::tr("The rest of the log line.");
    case PasteNote::Record:
        return Texts::tr("The rest of the DNS record.");
    case PasteNote::Covered:
        return Texts::tr("Inside TLS the mesh sees the name of the URL, not the Host header.");
    case PasteNote::LinkText:
        return Texts::tr("The text of a link.");
    case PasteNote::Structure:
        return Texts::tr("The rest of the document.");
    default:
        return {};
    }
}

} // namespace

QString textOf(const PastedRow &row)
{
    switch (row.state) {
    case PastedRow::State::Host:
    case PastedRow::State::Duplicate:
        return aboutHost(row);
    case PastedRow::State::Rejected:
        return whyRejected(row);
    case PastedRow::State::Ignored:
        break;
    }
    return whyIgnored(row.note);
}

QString readableHost(const QString &host)
{
    if (!host.contains("xn--"_L1))
        return host;
    // Not QUrl::fromAce(), which shows only the scripts of domains that it trusts.
    QStringList labels = host.split(u'.');
    for (QString &label : labels) {
        if (label.startsWith("xn--"_L1))
            label = QUrl::fromAce(label.toLatin1(), QUrl::IgnoreIDNWhitelist);
    }
    return labels.join(u'.');
}

} // namespace sallyport
