// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/execplugin.h"

#include "core/yaml/document.h"
#include "core/yaml/write.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ExecPlugin)
};

QByteArray authorityOf(const ClusterEntry &cluster)
{
    if (!cluster.certificateAuthorityData.isEmpty() || cluster.certificateAuthority.isEmpty())
        return cluster.certificateAuthorityData;
    QFile file(cluster.certificateAuthority);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Value clusterInfo(const ClusterEntry &cluster)
{
    Value info = Value::map({{u"server"_s, cluster.server}});
    if (!cluster.tlsServerName.isEmpty())
        info.add(u"tls-server-name"_s, cluster.tlsServerName);
    if (cluster.insecureSkipTlsVerify)
        info.add(u"insecure-skip-tls-verify"_s, true);
    if (const QByteArray authority = authorityOf(cluster); !authority.isEmpty())
        info.add(u"certificate-authority-data"_s, QString::fromLatin1(authority.toBase64()));
    if (!cluster.proxyUrl.isEmpty())
        info.add(u"proxy-url"_s, cluster.proxyUrl);
    if (cluster.disableCompression)
        info.add(u"disable-compression"_s, true);
    info.add(u"config"_s, cluster.execConfig);
    return info;
}

/// As client-go writes it: fields in its order, which is that of the maps here. What stands in `config` is the cluster's own.
QByteArray inOrder(const Value &map)
{
    QByteArray text;
    for (const Member &member : map.members()) {
        const bool hasOrder = member.value.isMap() && member.key != "config"_L1;
        text += (text.isEmpty() ? '{' : ',') + yaml::toJson(member.key) + ':'
            + (hasOrder ? inOrder(member.value) : yaml::toJson(member.value));
    }
    return text + '}';
}

Error outputError(const QString &what)
{
    return {.what = what,
            .unaffected = Texts::tr("Nothing was sent to the cluster."),
            .next = Texts::tr("Run the plugin in a terminal to see what it prints.")};
}

Result<PluginCredential> readStatus(const Value &status)
{
    if (status.isNull())
        return outputError(Texts::tr("The credential plugin printed no status."));
    for (const QString &field :
         {u"token"_s, u"clientCertificateData"_s, u"clientKeyData"_s, u"expirationTimestamp"_s}) {
        const Value &value = status[field];
        if (!value.isNull() && !value.isString())
            return outputError(Texts::tr("The credential plugin printed a %1 that is not a text.").arg(field));
    }
    PluginCredential credential{.token = status[u"token"].text()};
    const QString certificate = status[u"clientCertificateData"].text();
    const QString key = status[u"clientKeyData"].text();
    if (credential.token.isEmpty() && certificate.isEmpty() && key.isEmpty())
        return outputError(Texts::tr("The credential plugin gave neither a token nor a certificate with its key."));
    if (certificate.isEmpty() != key.isEmpty())
        return outputError(Texts::tr("The credential plugin gave only one of certificate and key."));
    if (!certificate.isEmpty()) {
        const Result<std::shared_ptr<const Identity>> identity = identityOfPem(certificate.toUtf8(), key.toUtf8());
        if (!identity)
            return outputError(Texts::tr("The credential plugin gave a certificate that cannot be used. %1")
                                   .arg(identity.error().what));
        credential.identity = *identity;
    }
    if (const QString expires = status[u"expirationTimestamp"].text(); !expires.isEmpty()) {
        credential.expires = QDateTime::fromString(expires, Qt::ISODateWithMs);
        if (!credential.expires->isValid())
            return outputError(Texts::tr("The credential plugin printed an expirationTimestamp that is no time."));
    }
    return credential;
}

} // namespace

QByteArray execInfo(const Access &access)
{
    Value spec = Value::map();
    if (access.user.exec->provideClusterInfo)
        spec.add(u"cluster"_s, clusterInfo(access.cluster));
    spec.add(u"interactive"_s, false);
    return inOrder(Value::map({{u"kind"_s, u"ExecCredential"_s},
                               {u"apiVersion"_s, access.user.exec->apiVersion},
                               {u"spec"_s, std::move(spec)}}));
}

Result<PluginCredential> readPluginOutput(const QByteArray &output, const QString &apiVersion)
{
    const yaml::Stream stream = yaml::parse(output);
    const yaml::Document *document = stream.documents.empty() ? nullptr : stream.documents.front().get();
    const Value value = document && !document->broken ? yaml::toValue(document->root) : Value();
    if (!value.isMap())
        return outputError(Texts::tr("The credential plugin printed neither JSON nor YAML."));
    const QString kind = value[u"kind"].text();
    const QString version = value[u"apiVersion"].text();
    if (!kind.isEmpty() && kind != "ExecCredential"_L1)
        return outputError(Texts::tr("The credential plugin printed something else than an ExecCredential."));
    if (version != apiVersion)
        return outputError(
            Texts::tr("The credential plugin is to speak %1, and spoke %2.").arg(apiVersion, shownText(version)));
    return readStatus(value[u"status"]);
}

QString shownText(const QString &text)
{
    QString shown;
    for (const uint c : text.toUcs4()) {
        if (QChar::isPrint(c) || c == '\n' || c == '\t')
            shown += QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
        else if (c != '\r')
            shown += u"U+%1"_s.arg(c, 4, 16, QLatin1Char('0')).toUpper();
    }
    return shown;
}

} // namespace sallyport::kube
