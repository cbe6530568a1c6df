// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/identity.h"
#include "core/kube/pem.h"
#include "core/kube/trust.h"
#include "tests/support/kube/certificates.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;
using namespace sallyport::kube;

namespace {

std::vector<Certificate> certificates(const QByteArray &pem)
{
    std::vector<Certificate> result;
    for (const PemBlock &block : pemBlocks(pem)) {
        if (const std::optional<Certificate> certificate = parseCertificate(block.der))
            result.push_back(*certificate);
    }
    return result;
}

/// Why a server with these certificates is not trusted; empty where it is.
QString verdict(const QByteArray &presented, const QByteArray &roots, const QString &host = u"127.0.0.1"_s)
{
    const Result<Roots> trusted = rootsOfPem(roots);
    if (!trusted)
        return u"load: "_s + trusted.error().what;
    return distrust(certificates(presented), *trusted, host, QDateTime::currentSecsSinceEpoch());
}

CertificateWishes wishes()
{
    return {.alternativeNames = u"DNS:localhost,IP:127.0.0.1"_s, .extendedKeyUsage = u"serverAuth"_s};
}

} // namespace

/// kubectl (Go) accepts and refuses the same; where Qt alone would decide otherwise the name says "unlike Qt".
class TrustTest : public QObject
{
    Q_OBJECT

private slots:
    void serverSignedByTheAuthorityIsTrusted();
    void otherAuthorityIsNot();
    void rootWillDoWithAnIntermediateThatTheServerSends();
    void intermediateOnlyBundleWillDoUnlikeQt();
    void leafOnlyWithARootThatDidNotSignItIsNot();
    void pinnedLeafOfAnAuthorityWillDoUnlikeQt();
    void pinnedSelfSignedCertificateWillDo();
    void commonNameAloneIsRefusedUnlikeQt();
    void addressAsATextInADnsNameIsRefusedUnlikeQt();
    void expiredAndNotYetValid();
    void expiredRootIsNoRoot();
    void usage_data();
    void usage();
    void pathLengthAndAuthority();
    void unknownCriticalExtensionIsRefused();
    void sha1SignatureIsRefused();
    void keysThatGoDoesNotKnowAreRefused();
    void nameConstraintsHold();
    void emptyAuthorityTrustsNobody();
    void authorityWithoutPemIsAnErrorAtOnce();
    void hostNames_data();
    void hostNames();
    void crossSignedLoopEnds();
    void keysOfEveryKindAreRead_data();
    void keysOfEveryKindAreRead();
    void pairsThatCannotBeUsed();
    void pemIsFoundAmongOtherText();
};

void TrustTest::serverSignedByTheAuthorityIsTrusted()
{
    for (const KeyKind kind : {KeyKind::Rsa, KeyKind::Ec, KeyKind::Ed25519}) {
        const TestCertificate authority = makeCertificate({.basicConstraints = u"critical,CA:TRUE"_s, .key = kind});
        CertificateWishes server = wishes();
        server.key = kind;
        QCOMPARE(verdict(makeCertificate(server, &authority).pem, authority.pem), QString());
    }
}

void TrustTest::otherAuthorityIsNot()
{
    const TestCertificate authority = makeAuthority();
    const TestCertificate other = makeAuthority(); // of the same name
    QVERIFY(verdict(makeServer(authority).pem, other.pem).startsWith("certificate signed by unknown authority"_L1));
}

void TrustTest::rootWillDoWithAnIntermediateThatTheServerSends()
{
    const TestCertificate root = makeAuthority();
    const TestCertificate middle = makeAuthority(u"middle"_s, &root);
    QCOMPARE(verdict(makeServer(middle).pem + middle.pem, root.pem), QString());
}

void TrustTest::intermediateOnlyBundleWillDoUnlikeQt()
{
    const TestCertificate root = makeAuthority();
    const TestCertificate middle = makeAuthority(u"middle"_s, &root);
    QCOMPARE(verdict(makeServer(middle).pem, middle.pem), QString());
}

void TrustTest::leafOnlyWithARootThatDidNotSignItIsNot()
{
    const TestCertificate root = makeAuthority();
    const TestCertificate middle = makeAuthority(u"middle"_s, &root);
    QVERIFY(!verdict(makeServer(middle).pem, root.pem).isEmpty());
}

void TrustTest::pinnedLeafOfAnAuthorityWillDoUnlikeQt()
{
    const TestCertificate server = makeServer(makeAuthority());
    QCOMPARE(verdict(server.pem, server.pem), QString());
}

void TrustTest::pinnedSelfSignedCertificateWillDo()
{
    CertificateWishes own = wishes();
    own.basicConstraints = u"CA:FALSE"_s;
    const TestCertificate server = makeCertificate(own);
    QCOMPARE(verdict(server.pem, server.pem), QString());
}

void TrustTest::commonNameAloneIsRefusedUnlikeQt()
{
    const TestCertificate authority = makeAuthority();
    const TestCertificate server = makeCertificate({.commonName = u"localhost"_s}, &authority);
    QVERIFY(verdict(server.pem, authority.pem, u"localhost"_s).contains("legacy Common Name"_L1));
}

void TrustTest::addressAsATextInADnsNameIsRefusedUnlikeQt()
{
    const TestCertificate authority = makeAuthority();
    const TestCertificate server = makeCertificate({.alternativeNames = u"DNS:127.0.0.1"_s}, &authority);
    QVERIFY(verdict(server.pem, authority.pem).contains("any IP SANs"_L1));
}

void TrustTest::expiredAndNotYetValid()
{
    const TestCertificate authority = makeAuthority();
    CertificateWishes expired = wishes();
    expired.validFrom = -7200;
    expired.validTo = -3600;
    QVERIFY(verdict(makeCertificate(expired, &authority).pem, authority.pem).contains("expired"_L1));
    CertificateWishes early = wishes();
    early.validFrom = 3600;
    QVERIFY(verdict(makeCertificate(early, &authority).pem, authority.pem).contains("not yet valid"_L1));
}

void TrustTest::expiredRootIsNoRoot()
{
    const TestCertificate authority =
        makeCertificate({.basicConstraints = u"critical,CA:TRUE"_s, .validFrom = -7200, .validTo = -3600});
    QVERIFY(!verdict(makeServer(authority).pem, authority.pem).isEmpty());
}

void TrustTest::usage_data()
{
    QTest::addColumn<QString>("extendedKeyUsage");
    QTest::addColumn<bool>("isTrusted");
    QTest::newRow("servers") << u"serverAuth"_s << true;
    QTest::newRow("none said") << QString() << true;
    QTest::newRow("clients") << u"clientAuth"_s << false;
    QTest::newRow("both") << u"clientAuth,serverAuth"_s << true;
    QTest::newRow("any") << u"anyExtendedKeyUsage"_s << true;
    QTest::newRow("code") << u"codeSigning"_s << false;
}

void TrustTest::usage()
{
    QFETCH(QString, extendedKeyUsage);
    QFETCH(bool, isTrusted);
    const TestCertificate authority = makeAuthority();
    CertificateWishes server = wishes();
    server.extendedKeyUsage = extendedKeyUsage;
    QCOMPARE(verdict(makeCertificate(server, &authority).pem, authority.pem).isEmpty(), isTrusted);
}

void TrustTest::pathLengthAndAuthority()
{
    const TestCertificate root =
        makeCertificate({.commonName = u"root"_s, .basicConstraints = u"critical,CA:TRUE,pathlen:0"_s});
    const TestCertificate middle = makeAuthority(u"middle"_s, &root);
    QVERIFY(!verdict(makeServer(middle).pem + middle.pem, root.pem).isEmpty());

    const TestCertificate noAuthority =
        makeCertificate({.commonName = u"no authority"_s, .basicConstraints = u"CA:FALSE"_s}, &root);
    QVERIFY(!verdict(makeServer(noAuthority).pem + noAuthority.pem, root.pem).isEmpty());

    const TestCertificate mayNotSign =
        makeCertificate({.commonName = u"x"_s, .basicConstraints = u"CA:TRUE"_s, .keyUsage = u"digitalSignature"_s});
    QVERIFY(!verdict(makeServer(mayNotSign).pem, mayNotSign.pem).isEmpty());
}

void TrustTest::unknownCriticalExtensionIsRefused()
{
    const TestCertificate authority = makeAuthority();
    CertificateWishes server = wishes();
    server.hasUnknownCriticalExtension = true;
    QVERIFY(verdict(makeCertificate(server, &authority).pem, authority.pem).contains("critical extension"_L1));
}

void TrustTest::sha1SignatureIsRefused()
{
    const TestCertificate authority = makeAuthority();
    CertificateWishes server = wishes();
    server.signedWithSha1 = true;
    QVERIFY(!verdict(makeCertificate(server, &authority).pem, authority.pem).isEmpty());
}

void TrustTest::keysThatGoDoesNotKnowAreRefused()
{
    const TestCertificate authority = makeAuthority();
    CertificateWishes server = wishes();
    server.key = KeyKind::Secp256k1;
    QVERIFY(!verdict(makeCertificate(server, &authority).pem, authority.pem).isEmpty());
    const TestCertificate weak = makeCertificate({.basicConstraints = u"critical,CA:TRUE"_s, .key = KeyKind::WeakRsa});
    QVERIFY(!verdict(makeServer(weak).pem, weak.pem).isEmpty());
}

void TrustTest::nameConstraintsHold()
{
    const TestCertificate authority = makeCertificate(
        {.basicConstraints = u"critical,CA:TRUE"_s, .nameConstraints = u"critical,permitted;DNS:a.test"_s});
    const TestCertificate inside = makeCertificate({.alternativeNames = u"DNS:x.a.test"_s}, &authority);
    const TestCertificate outside = makeCertificate({.alternativeNames = u"DNS:x.b.test"_s}, &authority);
    QCOMPARE(verdict(inside.pem, authority.pem, u"x.a.test"_s), QString());
    QVERIFY(!verdict(outside.pem, authority.pem, u"x.b.test"_s).isEmpty());
}

void TrustTest::emptyAuthorityTrustsNobody()
{
    QVERIFY(!verdict(makeServer(makeAuthority()).pem, {}).isEmpty());
}

void TrustTest::authorityWithoutPemIsAnErrorAtOnce()
{
    QVERIFY(verdict({}, "no certificate at all\n").startsWith("load"_L1));
    QVERIFY(verdict({}, makeAuthority().keyPem).startsWith("load"_L1));
    QVERIFY(verdict({}, "-----BEGIN CERTIFICATE-----\nYWJj\n-----END CERTIFICATE-----\n").startsWith("load"_L1));
}

void TrustTest::hostNames_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isIts");
    QTest::newRow("the name") << u"DNS:a.test"_s << u"a.test"_s << true;
    QTest::newRow("capitals") << u"DNS:A.test"_s << u"a.TEST"_s << true;
    QTest::newRow("other") << u"DNS:a.test"_s << u"b.test"_s << false;
    QTest::newRow("second") << u"DNS:a.test,DNS:b.test"_s << u"b.test"_s << true;
    QTest::newRow("below") << u"DNS:a.test"_s << u"x.a.test"_s << false;
    QTest::newRow("star") << u"DNS:*.a.test"_s << u"x.a.test"_s << true;
    QTest::newRow("star for two labels") << u"DNS:*.a.test"_s << u"y.x.a.test"_s << false;
    QTest::newRow("star for none") << u"DNS:*.a.test"_s << u"a.test"_s << false;
    QTest::newRow("star within a label") << u"DNS:x*.a.test"_s << u"xy.a.test"_s << false;
    QTest::newRow("star not in front") << u"DNS:x.*.test"_s << u"x.a.test"_s << false;
    QTest::newRow("star alone") << u"DNS:*"_s << u"a"_s << false;
    QTest::newRow("dot at the end of the host") << u"DNS:a.test"_s << u"a.test."_s << true;
    QTest::newRow("underscore") << u"DNS:a_b.test"_s << u"a_b.test"_s << true;
    QTest::newRow("address") << u"IP:10.0.0.1"_s << u"10.0.0.1"_s << true;
    QTest::newRow("other address") << u"IP:10.0.0.1"_s << u"10.0.0.2"_s << false;
    QTest::newRow("IPv6") << u"IP:fd00::1"_s << u"fd00:0::1"_s << true;
    QTest::newRow("name, though there are addresses") << u"IP:10.0.0.1"_s << u"a.test"_s << false;
    QTest::newRow("address, though there are names") << u"DNS:*.0.0.1"_s << u"10.0.0.1"_s << false;
}

void TrustTest::hostNames()
{
    QFETCH(QString, names);
    QFETCH(QString, host);
    QFETCH(bool, isIts);
    const TestCertificate authority = makeAuthority();
    const QString fault = verdict(makeCertificate({.alternativeNames = names}, &authority).pem, authority.pem, host);
    QCOMPARE(fault.isEmpty(), isIts);
    QVERIFY(isIts || fault.startsWith("certificate is"_L1) || fault.startsWith("cannot validate"_L1));
}

void TrustTest::crossSignedLoopEnds()
{
    const TestCertificate a = makeAuthority(u"a"_s);
    const TestCertificate b = makeAuthority(u"b"_s);
    QByteArray chain = makeServer(a).pem;
    for (int i = 0; i < 30; ++i) {
        chain += makeCertificate({.commonName = u"a"_s, .basicConstraints = u"CA:TRUE"_s, .useKey = a.key}, &b).pem;
        chain += makeCertificate({.commonName = u"b"_s, .basicConstraints = u"CA:TRUE"_s, .useKey = b.key}, &a).pem;
    }
    QVERIFY(!verdict(chain, makeAuthority(u"c"_s).pem).isEmpty());
}

void TrustTest::keysOfEveryKindAreRead_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    const TestCertificate rsa = makeCertificate({.key = KeyKind::Rsa});
    const TestCertificate ec = makeCertificate({.key = KeyKind::Ec});
    const TestCertificate edwards = makeCertificate({.key = KeyKind::Ed25519});
    QTest::newRow("RSA PKCS#8") << rsa.pem << rsa.keyPem;
    QTest::newRow("RSA PKCS#1") << rsa.pem << rsa.traditionalKeyPem();
    QTest::newRow("EC PKCS#8") << ec.pem << ec.keyPem;
    QTest::newRow("EC SEC 1") << ec.pem << ec.traditionalKeyPem();
    QTest::newRow("EC with its parameters before it") << ec.pem << ec.keyPemWithParameters();
    QTest::newRow("Ed25519") << edwards.pem << edwards.keyPem;
    QTest::newRow("both in one text") << ec.keyPem + ec.pem << ec.pem + ec.keyPem;
    QTest::newRow("CRLF") << QByteArray(ec.pem).replace('\n', "\r\n") << QByteArray(ec.keyPem).replace('\n', "\r\n");
}

void TrustTest::keysOfEveryKindAreRead()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    const auto identity = identityOfPem(certificate, key);
    QVERIFY2(identity, qPrintable(identity ? QString() : identity.error().what));
}

void TrustTest::pairsThatCannotBeUsed()
{
    const TestCertificate a = makeCertificate({});
    const TestCertificate b = makeCertificate({});
    const TestCertificate rsa = makeCertificate({.key = KeyKind::Rsa});
    QVERIFY(!identityOfPem(a.pem, b.keyPem));
    QVERIFY(!identityOfPem(a.pem, rsa.keyPem));
    QVERIFY(!identityOfPem("no PEM", a.keyPem));
    QVERIFY(!identityOfPem(a.pem, "no PEM"));
    QVERIFY(!identityOfPem(a.pem, a.pem));
    QVERIFY(!identityOfPem({}, {}));
    QVERIFY(!identityOfPem(a.pem,
                           QByteArray(a.keyPem).replace("PRIVATE", "ENCRYPTED PRIVATE").left(80)
                               + "\n-----END ENCRYPTED PRIVATE KEY-----"));
}

void TrustTest::pemIsFoundAmongOtherText()
{
    const QByteArray pem = makeCertificate({}).pem;
    QCOMPARE(pemBlocks("# comment: x\n" + pem + "text\n-----BEGIN X-----\n!!!\n-----END X-----\n" + pem).size(), 2);
    QCOMPARE(pemBlocks(pem.left(pem.size() / 2)).size(), 0);
    QCOMPARE(pemBlocks("-----BEGIN A-----\nYWJj\n-----BEGIN B-----\nYWJj\n-----END B-----\n").size(), 1);
}

QTEST_GUILESS_MAIN(TrustTest)
#include "tst_trust.moc"
