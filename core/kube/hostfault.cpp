// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/certificate.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

bool isNameCharacter(QChar c, qsizetype position)
{
    const ushort u = c.unicode();
    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u == '_'
        || (u == '-' && position > 0);
}

/// A host name, or with `isPattern` one whose first label may be a star.
bool isHostName(QString name, bool isPattern)
{
    if (!isPattern && name.endsWith(u'.'))
        name.chop(1);
    if (name.isEmpty() || name == "*"_L1)
        return false;
    const QStringList labels = name.split(u'.');
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (isPattern && i == 0 && labels[i] == "*"_L1)
            continue;
        if (labels[i].isEmpty())
            return false;
        for (qsizetype j = 0; j < labels[i].size(); ++j) {
            if (!isNameCharacter(labels[i][j], j))
                return false;
        }
    }
    return true;
}

QStringList labelsOf(QString host)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    return host.toLower().split(u'.');
}

/// A star stands for exactly one label, the first.
bool matchesPattern(const QString &pattern, const QStringList &labels)
{
    const QStringList wanted = pattern.toLower().split(u'.');
    if (wanted.size() != labels.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] != labels[i] && (i != 0 || wanted[i] != "*"_L1))
            return false;
    }
    return true;
}

bool matchesName(const QString &pattern, const QString &host)
{
    if (isHostName(host, false) && isHostName(pattern, true))
        return matchesPattern(pattern, labelsOf(host));
    return !host.isEmpty() && host != "."_L1 && pattern.compare(host, Qt::CaseInsensitive) == 0;
}

QHostAddress addressOf(const QByteArray &bytes)
{
    if (bytes.size() == 16)
        return QHostAddress(reinterpret_cast<const quint8 *>(bytes.constData()));
    if (bytes.size() != 4)
        return {};
    quint32 address = 0;
    for (const char byte : bytes)
        address = (address << 8) | uchar(byte);
    return QHostAddress(address);
}

QString addressFault(const Certificate &certificate, const QHostAddress &address)
{
    QStringList valid;
    for (const QByteArray &bytes : certificate.addresses) {
        if (addressOf(bytes).isEqual(address, QHostAddress::ConvertV4MappedToIPv4))
            return {};
        valid.append(addressOf(bytes).toString());
    }
    if (valid.isEmpty())
        return u"cannot validate certificate for %1 because it doesn't contain any IP SANs"_s.arg(address.toString());
    return u"certificate is valid for %1, not %2"_s.arg(valid.join(", "_L1), address.toString());
}

} // namespace

QString hostFault(const Certificate &certificate, const QString &host)
{
    if (certificate.dnsNames.isEmpty() && certificate.addresses.isEmpty() && !certificate.alternativeNames
        && matchesPattern(certificate.commonName, labelsOf(host)))
        return u"certificate relies on legacy Common Name field, use SANs instead"_s;
    if (const QHostAddress address(host); !address.isNull() && (host.contains(u':') || host.count(u'.') == 3))
        return addressFault(certificate, address);
    const auto isMatch = [&](const QString &pattern) { return matchesName(pattern, host); };
    if (std::any_of(certificate.dnsNames.begin(), certificate.dnsNames.end(), isMatch))
        return {};
    if (certificate.dnsNames.isEmpty())
        return u"certificate is not valid for any names, but wanted to match %1"_s.arg(host);
    return u"certificate is valid for %1, not %2"_s.arg(certificate.dnsNames.mid(0, 100).join(", "_L1), host);
}

} // namespace sallyport::kube
