// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/trust.h"

#include "core/kube/pem.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Trust)
};

/// Builds chains up to a root. Bounded, whatever a server sends (Go's bound: 100 signatures).
class ChainBuilder
{
public:
    ChainBuilder(const std::vector<Certificate> &presented, const Roots &roots, qint64 now)
        : m_presented(presented)
        , m_roots(roots)
        , m_now(now)
    {
    }

    QString fault()
    {
        const Certificate &leaf = m_presented.front();
        if (const QString fault = validityFault(leaf, {}, false); !fault.isEmpty())
            return fault;
        const auto isLeaf = [&](const Certificate &root) { return root.der == leaf.der; };
        if (std::any_of(m_roots.certificates.begin(), m_roots.certificates.end(), isLeaf))
            return chainFault({leaf});
        if (extend({leaf}))
            return {};
        if (!m_chainFault.isEmpty())
            return m_chainFault;
        return m_hint.isEmpty() ? u"certificate signed by unknown authority"_s
                                : u"certificate signed by unknown authority (possibly because of “%1”)"_s.arg(m_hint);
    }

private:
    /// Whether some chain that goes on from here is good.
    bool extend(const std::vector<Certificate> &chain)
    {
        for (const bool isRoot : {true, false}) {
            for (const Certificate *candidate : parentsOf(chain.back(), isRoot ? m_roots.certificates : m_presented)) {
                if (++m_signatures > 100)
                    return false;
                if (isGoodParent(*candidate, chain, isRoot) && goesOn(chain, *candidate, isRoot))
                    return true;
            }
        }
        return false;
    }

    bool goesOn(std::vector<Certificate> chain, const Certificate &parent, bool isRoot)
    {
        chain.push_back(parent);
        if (!isRoot)
            return extend(chain);
        const QString fault = chainFault(chain);
        m_chainFault = m_chainFault.isEmpty() ? fault : m_chainFault;
        return fault.isEmpty();
    }

    /// Those whose subject is the issuer, with the right key identifiers first.
    static std::vector<const Certificate *> parentsOf(const Certificate &child,
                                                      const std::vector<Certificate> &candidates)
    {
        std::vector<const Certificate *> parents;
        for (const Certificate &candidate : candidates) {
            if (candidate.subject == child.issuer)
                parents.push_back(&candidate);
        }
        std::stable_partition(parents.begin(), parents.end(),
                              [&](const Certificate *parent) { return parent->subjectKeyId == child.authorityKeyId; });
        return parents;
    }

    bool isGoodParent(const Certificate &parent, const std::vector<Certificate> &chain, bool isRoot)
    {
        const auto isSame = [&](const Certificate &one) {
            return one.subject == parent.subject && one.publicKey == parent.publicKey
                && one.alternativeNames == parent.alternativeNames;
        };
        if (std::any_of(chain.begin(), chain.end(), isSame))
            return false;
        QString fault = signatureFault(chain.back(), parent);
        if (fault.isEmpty())
            fault = validityFault(parent, chain, !isRoot);
        m_hint = m_hint.isEmpty() ? fault : m_hint;
        return fault.isEmpty();
    }

    QString validityFault(const Certificate &certificate, const std::vector<Certificate> &below,
                          bool isIntermediate) const
    {
        if (certificate.hasUnknownCritical)
            return u"unhandled critical extension"_s;
        const auto time = [](qint64 seconds) {
            return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate);
        };
        if (m_now < certificate.notBefore)
            return u"certificate has expired or is not yet valid: current time %1 is before %2"_s.arg(
                time(m_now), time(certificate.notBefore));
        if (m_now > certificate.notAfter)
            return u"certificate has expired or is not yet valid: current time %1 is after %2"_s.arg(
                time(m_now), time(certificate.notAfter));
        if (isIntermediate && !certificate.isAuthority)
            return u"certificate is not authorized to sign other certificates"_s;
        if (certificate.hasBasicConstraints && certificate.maxPathLength >= 0
            && int(below.size()) - 1 > certificate.maxPathLength)
            return u"too many intermediates for path length constraint"_s;
        return {};
    }

    static QString chainFault(const std::vector<Certificate> &chain)
    {
        for (const Certificate &certificate : chain) {
            if (certificate.restrictsUsage && !certificate.servesServers)
                return u"certificate specifies an incompatible key usage"_s;
        }
        return constraintFault(chain);
    }

    const std::vector<Certificate> &m_presented;
    const Roots &m_roots;
    qint64 m_now;
    int m_signatures = 0;
    QString m_hint; ///< Why the first candidate was none.
    QString m_chainFault; ///< Why the first complete chain was not good.
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void append(Roots &roots, const QByteArray &pem)
{
    for (const PemBlock &block : pemBlocks(pem)) {
        if (block.type != "CERTIFICATE" || block.hasHeaders)
            continue;
        if (std::optional<Certificate> certificate = parseCertificate(block.der))
            roots.certificates.push_back(std::move(*certificate));
    }
}

} // namespace

Result<Roots> rootsOfPem(const QByteArray &pem)
{
    Roots roots;
    append(roots, pem);
    if (!pem.isEmpty() && roots.certificates.empty())
        return Error{.what = Texts::tr("The certificate authority holds no certificate in PEM form."),
                     .unaffected = Texts::tr("Nothing was connected to."),
                     .next = Texts::tr("Give the authority's certificate in PEM form in the kubeconfig.")};
    return roots;
}

Roots systemRoots()
{
    Roots roots;
    const QString chosenFile = qEnvironmentVariable("SSL_CERT_FILE");
    const QStringList files = !chosenFile.isEmpty()
        ? QStringList(chosenFile)
        : QStringList({u"/etc/ssl/certs/ca-certificates.crt"_s, u"/etc/pki/tls/certs/ca-bundle.crt"_s,
                       u"/etc/ssl/ca-bundle.pem"_s, u"/etc/pki/tls/cacert.pem"_s, u"/etc/ssl/cert.pem"_s});
    for (const QString &file : files) {
        append(roots, contentOf(file));
        if (!roots.certificates.empty())
            break;
    }
    const QString chosenFolder = qEnvironmentVariable("SSL_CERT_DIR");
    if (chosenFolder.isEmpty() && !roots.certificates.empty())
        return roots;
    const QStringList folders =
        chosenFolder.isEmpty() ? QStringList({u"/etc/ssl/certs"_s, u"/etc/pki/tls/certs"_s}) : chosenFolder.split(u':');
    for (const QString &folder : folders) {
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
            append(roots, contentOf(file.filePath()));
    }
    return roots;
}

QString distrust(const std::vector<Certificate> &presented, const Roots &roots, const QString &host, qint64 now)
{
    if (presented.empty())
        return u"the server has no certificate"_s;
    ChainBuilder builder(presented, roots, now);
    const Certificate &leaf = presented.front();
    // Go looks at the certificate itself first, then at the name, then at who signed it.
    if (now >= leaf.notBefore && now <= leaf.notAfter && !leaf.hasUnknownCritical) {
        if (const QString fault = hostFault(leaf, host); !fault.isEmpty())
            return fault;
    }
    return builder.fault();
}

} // namespace sallyport::kube
