// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

using X509 = struct x509_st;

namespace sallyport::kube {

/// A certificate with what decides about trust taken out of it.
struct Certificate {
    std::shared_ptr<X509> x509;
    QByteArray der, subject, issuer, publicKey; ///< The DER of the names and of the key.
    std::optional<QByteArray> alternativeNames; ///< The extension's DER.
    QByteArray subjectKeyId, authorityKeyId;
    QString commonName;
    qint64 notBefore = 0, notAfter = 0; ///< Seconds since 1970.
    int version = 3;
    bool hasBasicConstraints = false, isAuthority = false;
    int maxPathLength = -1; ///< -1 = any.
    bool maySign = true; ///< Its key usage does not forbid it to sign certificates.
    bool restrictsUsage = false, servesServers = false; ///< Has an extended key usage; which names servers, or any use.
    bool hasUnknownCritical = false;
    QStringList dnsNames;
    QList<QByteArray> addresses; ///< 4 or 16 bytes each.
};

/// Reads one certificate; nothing where it is none, or has a key of a kind that Go does not know (it then refuses the whole).
std::optional<Certificate> parseCertificate(const QByteArray &der);
Certificate certificateOf(X509 *x509);

/// What makes `certificate` not signed by `parent`, in Go's words; empty where it is.
QString signatureFault(const Certificate &certificate, const Certificate &parent);

/// What makes the names of `certificates` (a chain, the server's first) break the constraints of those that signed them; empty if nothing.
QString constraintFault(const std::vector<Certificate> &chain);

/// What makes the certificate not that of the host; empty where it is. Names are matched as Go does: only the alternative names count.
QString hostFault(const Certificate &certificate, const QString &host);

} // namespace sallyport::kube
