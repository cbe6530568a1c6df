// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/credentials.h"

#include "core/kube/loginpath.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>

#include <cstring>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Credentials)
};

/// client-go trusts what it read from a token file for a minute less ten seconds.
constexpr qint64 tokenFileSeconds = 50;
/// A plugin that only gives expired credentials would run for every request without this.
constexpr qint64 pluginPauseSeconds = 5;

Error credentialError(const QString &what, const QString &where = {})
{
    return {.what = what,
            .where = where,
            .unaffected = Texts::tr("Nothing was sent to the cluster."),
            .next = Texts::tr("Correct the user's entry in the kubeconfig.")};
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return credentialError(Texts::tr("A file of the user's credentials cannot be read."), path);
    return file.read(1024 * 1024);
}

/// What may stand in a header: no control characters but tabs.
bool isHeaderValue(const QByteArray &value)
{
    return std::none_of(value.begin(), value.end(), [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; });
}

bool isHeaderNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != 0 && std::strchr("!#$&'*+-.^_`|~", c));
}

QByteArray escapedKey(const QString &key)
{
    QByteArray escaped;
    for (const char c : key.toUtf8()) {
        if (isHeaderNameByte(c))
            escaped += c;
        else
            escaped += '%' + QByteArray::number(uchar(c), 16).rightJustified(2, '0').toUpper();
    }
    return escaped;
}

} // namespace

QList<Header> impersonationHeaders(const UserEntry &user)
{
    QList<Header> headers;
    if (user.impersonate.isEmpty())
        return headers;
    headers.append(Header{"Impersonate-User", user.impersonate.toUtf8()});
    if (!user.impersonateUid.isEmpty())
        headers.append(Header{"Impersonate-Uid", user.impersonateUid.toUtf8()});
    for (const QString &group : user.impersonateGroups)
        headers.append(Header{"Impersonate-Group", group.toUtf8()});
    for (const auto &[key, values] : user.impersonateExtra) {
        for (const QString &value : values)
            headers.append(Header{"Impersonate-Extra-" + escapedKey(key), value.toUtf8()});
    }
    return headers;
}

CredentialSource::CredentialSource(Access access, QProcessEnvironment environment, Clock now)
    : m_access(std::move(access))
    , m_environment(std::move(environment))
    , m_now(std::move(now))
{
}

bool CredentialSource::usesPlugin() const
{
    const UserEntry &user = m_access.user;
    return user.exec && user.token.isEmpty() && user.tokenFile.isEmpty() && user.username.isEmpty()
        && user.password.isEmpty() && user.clientCertificate.isEmpty() && user.clientCertificateData.isEmpty();
}

Call CredentialSource::fetch(QObject *context, Done done)
{
    if (!usesPlugin() || isPluginFresh()) {
        done(usesPlugin() ? assemble(m_plugin->token, m_plugin->identity) : fromFiles());
        return {};
    }
    const int id = ++m_lastId;
    m_waiting.push_back({.id = id, .context = context, .done = std::move(done)});
    connect(context, &QObject::destroyed, this,
            [this, id] { std::erase_if(m_waiting, [id](const Waiting &one) { return one.id == id; }); });
    if (!m_isRunning)
        runPluginNow();
    return Call([self = QPointer(this), id] {
        if (self)
            std::erase_if(self->m_waiting, [id](const Waiting &one) { return one.id == id; });
        if (self && self->m_waiting.empty() && self->m_isRunning) {
            self->m_isRunning = false;
            self->m_run.cancel(); // nobody wants it any more
        }
    });
}

bool CredentialSource::isPluginFresh() const
{
    if (!m_plugin || m_refused)
        return false;
    if (!m_plugin->expires || *m_plugin->expires > m_now())
        return true;
    return m_pluginRan->secsTo(m_now()) < pluginPauseSeconds;
}

void CredentialSource::runPluginNow()
{
    m_isRunning = true;
    if (!m_hasLoginPath) {
        m_run = withLoginPath(m_environment, this, [this](const QProcessEnvironment &environment) {
            m_environment = environment;
            m_hasLoginPath = true;
            runPluginNow();
        });
        return;
    }
    m_run = runPlugin(m_access, m_environment, this,
                      [this](const Result<PluginCredential> &outcome) { takePlugin(outcome); });
}

void CredentialSource::takePlugin(const Result<PluginCredential> &outcome)
{
    m_isRunning = false;
    m_refused = false;
    m_pluginRan = m_now();
    if (outcome)
        m_plugin = *outcome;
    const Result<Credentials> credentials =
        outcome ? assemble(outcome->token, outcome->identity) : Result<Credentials>(outcome.error());
    const QPointer<CredentialSource> self(this);
    for (const Waiting &one : std::exchange(m_waiting, {})) {
        one.done(credentials);
        if (!self)
            return;
    }
}

bool CredentialSource::refuse(const Credentials &credentials)
{
    if (usesPlugin()) {
        // Another request may have had them replaced already.
        const Result<Credentials> current =
            m_plugin ? assemble(m_plugin->token, m_plugin->identity) : Result<Credentials>(Credentials());
        if (current && current->headers == credentials.headers && current->identity == credentials.identity)
            m_refused = true;
        return true;
    }
    m_fileTokenRead.reset();
    m_identityRead.reset();
    const Result<Credentials> now = fromFiles();
    return now && (now->headers != credentials.headers || now->identity != credentials.identity);
}

Result<Credentials> CredentialSource::fromFiles()
{
    const Result<QString> bearer = token();
    if (!bearer)
        return bearer.error();
    const Result<std::shared_ptr<const Identity>> certificate = identity();
    if (!certificate)
        return certificate.error();
    return assemble(*bearer, *certificate);
}

Result<QString> CredentialSource::token()
{
    const UserEntry &user = m_access.user;
    if (user.tokenFile.isEmpty())
        return user.token;
    if (m_fileTokenRead && m_fileTokenRead->secsTo(m_now()) < tokenFileSeconds)
        return m_fileToken;
    const Result<QByteArray> content = contentOf(user.tokenFile);
    const QString read = content ? QString::fromUtf8(*content).trimmed() : QString();
    if (!read.isEmpty()) {
        m_fileToken = read;
        m_fileTokenRead = m_now();
    }
    if (!m_fileToken.isEmpty())
        return m_fileToken;
    if (!user.token.isEmpty())
        return user.token;
    return credentialError(
        content ? Texts::tr("The token file is empty.") : Texts::tr("The token file cannot be read."), user.tokenFile);
}

Result<std::shared_ptr<const Identity>> CredentialSource::identity()
{
    const UserEntry &user = m_access.user;
    if (user.clientCertificate.isEmpty() && user.clientCertificateData.isEmpty())
        return std::shared_ptr<const Identity>();
    const bool isStatic = !user.clientCertificateData.isEmpty() || !user.clientKeyData.isEmpty();
    if (m_identity && (isStatic || (m_identityRead && m_identityRead->msecsTo(m_now()) < 1000)))
        return m_identity;
    const Result<QByteArray> certificate = user.clientCertificateData.isEmpty()
        ? contentOf(user.clientCertificate)
        : Result<QByteArray>(user.clientCertificateData);
    const Result<QByteArray> key =
        user.clientKeyData.isEmpty() ? contentOf(user.clientKey) : Result<QByteArray>(user.clientKeyData);
    if (!certificate || !key)
        return certificate ? key.error() : certificate.error();
    m_identityRead = m_now();
    const QByteArray files = *certificate + '\0' + *key;
    if (m_identity && files == m_identityFiles)
        return m_identity;
    const Result<std::shared_ptr<const Identity>> identity = identityOfPem(*certificate, *key);
    if (!identity) // in the middle of a rotation certificate and key do not match: what was good before goes on
        return m_identity ? Result<std::shared_ptr<const Identity>>(m_identity) : identity.error();
    m_identity = *identity;
    m_identityFiles = files;
    return m_identity;
}

Result<Credentials> CredentialSource::assemble(const QString &token, std::shared_ptr<const Identity> identity) const
{
    const UserEntry &user = m_access.user;
    const ServerAddress &address = m_access.address;
    Credentials credentials{.identity = std::move(identity)};
    const auto basic = [](const QString &name, const QString &password) {
        return "Basic " + (name + u':' + password).toUtf8().toBase64();
    };
    if (!address.userName.isEmpty())
        credentials.headers.append(Header{"Authorization", basic(address.userName, address.password)});
    else if (!user.username.isEmpty() || !user.password.isEmpty())
        credentials.headers.append(Header{"Authorization", basic(user.username, user.password)});
    else if (!token.isEmpty())
        credentials.headers.append(Header{"Authorization", "Bearer " + token.toUtf8()});
    credentials.headers += impersonationHeaders(user);
    for (const Header &header : credentials.headers) {
        if (!isHeaderValue(header.value))
            return credentialError(
                Texts::tr("The user's credentials hold a character that cannot be sent, such as a line end."));
    }
    return credentials;
}

} // namespace sallyport::kube
