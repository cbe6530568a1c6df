// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/kubeconfig.h"

#include "core/kube/json.h"
#include "core/yaml/document.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(KubeconfigReader)
};

/// A map of a kubeconfig being read: takes out field by field, then tells which names were left over. The first fault is kept in
/// `fault`; like kubectl's reader it ends the reading of the file.
class Fields
{
public:
    Fields(const Value &map, QString path, QString &fault, QStringList &notes)
        : m_map(map)
        , m_path(std::move(path))
        , m_fault(fault)
        , m_notes(notes)
    {
        if (!map.isMap() && !map.isNull())
            setFault(Texts::tr("%1 is not a map.").arg(m_path.isEmpty() ? Texts::tr("The file") : m_path));
    }

    ~Fields()
    {
        for (const Member &member : m_map.members()) {
            if (m_map.isMap() && !m_known.contains(member.key))
                m_notes.append(Texts::tr("%1 is no field of a kubeconfig; it is ignored, as kubectl does.")
                                   .arg(pathOf(member.key)));
        }
    }
    Q_DISABLE_COPY_MOVE(Fields)

    QString path(const QString &key) const { return pathOf(key); }

    const Value &value(const QString &key)
    {
        static const Value none;
        m_known.insert(key);
        // Of two equal keys the last one counts.
        const std::vector<Member> &members = m_map.members();
        const auto last =
            std::find_if(members.rbegin(), members.rend(), [&](const Member &member) { return member.key == key; });
        return m_map.isMap() && last != members.rend() ? last->value : none;
    }

    QString text(const QString &key)
    {
        const Value &found = value(key);
        if (!found.isNull() && !found.isString())
            setFault(Texts::tr("%1 is not a text: put it in quotes.").arg(pathOf(key)));
        return found.text();
    }

    bool flag(const QString &key)
    {
        const Value &found = value(key);
        if (!found.isNull() && found.type() != Value::Type::Bool)
            setFault(Texts::tr("%1 is neither true nor false.").arg(pathOf(key)));
        return found.toBool();
    }

    QStringList texts(const QString &key) { return textsOf(value(key), pathOf(key)); }

    /// Base64, in which line ends do not count.
    QByteArray data(const QString &key)
    {
        QByteArray encoded = text(key).toUtf8();
        encoded.replace('\n', "").replace('\r', "");
        const auto decoded = QByteArray::fromBase64Encoding(
            encoded, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || encoded.size() % 4 != 0)
            setFault(Texts::tr("%1 is not base64.").arg(pathOf(key)));
        return decoded ? *decoded : QByteArray();
    }

    std::map<QString, QStringList> textLists(const QString &key)
    {
        std::map<QString, QStringList> lists;
        const Value &found = value(key);
        if (!found.isNull() && !found.isMap())
            setFault(Texts::tr("%1 is not a map.").arg(pathOf(key)));
        for (const Member &member : found.members())
            lists[member.key] = textsOf(member.value, pathOf(key) + u'.' + member.key);
        return lists;
    }

    /// Items of a list, or none.
    const std::vector<Member> &items(const QString &key)
    {
        static const std::vector<Member> none;
        const Value &found = value(key);
        if (found.isList())
            return found.members();
        if (!found.isNull())
            setFault(Texts::tr("%1 is not a list.").arg(pathOf(key)));
        return none;
    }

    void setFault(const QString &fault)
    {
        if (m_fault.isEmpty())
            m_fault = fault;
    }

private:
    QString pathOf(const QString &key) const { return m_path.isEmpty() ? key : m_path + u'.' + key; }

    QStringList textsOf(const Value &list, const QString &path)
    {
        QStringList result;
        if (!list.isNull() && !list.isList())
            setFault(Texts::tr("%1 is not a list.").arg(path));
        for (const Member &item : list.members()) {
            if (!item.value.isString() && !item.value.isNull())
                setFault(Texts::tr("%1 holds something that is not a text: put it in quotes.").arg(path));
            result.append(item.value.text());
        }
        return result;
    }

    const Value &m_map;
    QString m_path;
    QString &m_fault;
    QStringList &m_notes;
    QSet<QString> m_known;
};

/// Reads one file's value.
class Reader
{
public:
    explicit Reader(const QString &file)
        : m_file(file)
        , m_folder(QFileInfo(file).absolutePath())
    {
    }

    Result<Kubeconfig> read(const Value &root)
    {
        Kubeconfig config;
        config.files.append(m_file);
        {
            Fields fields(root, {}, m_fault, m_notes);
            checkType(fields);
            readPreferences(fields);
            readExtensions(fields);
            readNamed(config.clusters, fields, u"clusters"_s, u"cluster"_s,
                      [this](Fields &one) { return cluster(one); });
            readNamed(config.users, fields, u"users"_s, u"user"_s, [this](Fields &one) { return user(one); });
            readNamed(config.contexts, fields, u"contexts"_s, u"context"_s,
                      [this](Fields &one) { return context(one); });
            config.currentContext = fields.text(u"current-context"_s);
        }
        if (!m_fault.isEmpty())
            return Error{.what = m_fault, .where = m_file};
        for (const QString &note : m_notes)
            config.notes.append(m_file + u": "_s + note);
        return config;
    }

private:
    static void checkType(Fields &fields)
    {
        const QString kind = fields.text(u"kind"_s);
        const QString apiVersion = fields.text(u"apiVersion"_s);
        if ((!kind.isEmpty() && kind != "Config"_L1) || (!apiVersion.isEmpty() && apiVersion != "v1"_L1))
            fields.setFault(Texts::tr("It is no kubeconfig: kind is not Config, or apiVersion not v1."));
    }

    void readPreferences(Fields &fields)
    {
        Fields preferences(fields.value(u"preferences"_s), fields.path(u"preferences"_s), m_fault, m_notes);
        preferences.flag(u"colors"_s);
        readExtensions(preferences);
    }

    template<typename Entry, typename Read>
    void readNamed(std::map<QString, Entry> &entries, Fields &fields, const QString &listName, const QString &itemName,
                   Read read)
    {
        int index = 0;
        for (const Member &member : fields.items(listName)) {
            Fields item(member.value, listName + u'[' + QString::number(index++) + u']', m_fault, m_notes);
            const QString name = item.text(u"name"_s);
            Fields content(item.value(itemName), item.path(itemName), m_fault, m_notes);
            Entry entry = read(content);
            entry.file = m_file;
            if (!entries.emplace(name, std::move(entry)).second)
                item.setFault(Texts::tr("%1 has two entries named %2.").arg(listName, name));
        }
    }

    /// The extensions by name.
    std::map<QString, Value> readExtensions(Fields &fields)
    {
        std::map<QString, Value> extensions;
        int index = 0;
        for (const Member &member : fields.items(u"extensions"_s)) {
            Fields item(member.value, fields.path(u"extensions"_s) + u'[' + QString::number(index++) + u']', m_fault,
                        m_notes);
            const QString name = item.text(u"name"_s);
            if (!extensions.emplace(name, item.value(u"extension"_s)).second)
                item.setFault(Texts::tr("%1 has two entries named %2.").arg(fields.path(u"extensions"_s), name));
        }
        return extensions;
    }

    ClusterEntry cluster(Fields &fields)
    {
        const std::map<QString, Value> extensions = readExtensions(fields);
        const auto forPlugins = extensions.find(u"client.authentication.k8s.io/exec"_s);
        return {.server = fields.text(u"server"_s),
                .tlsServerName = fields.text(u"tls-server-name"_s),
                .insecureSkipTlsVerify = fields.flag(u"insecure-skip-tls-verify"_s),
                .certificateAuthority = filePath(fields.text(u"certificate-authority"_s)),
                .certificateAuthorityData = fields.data(u"certificate-authority-data"_s),
                .proxyUrl = fields.text(u"proxy-url"_s),
                .disableCompression = fields.flag(u"disable-compression"_s),
                .execConfig = forPlugins == extensions.end() ? Value() : forPlugins->second};
    }

    UserEntry user(Fields &fields)
    {
        readExtensions(fields);
        return {.clientCertificate = filePath(fields.text(u"client-certificate"_s)),
                .clientKey = filePath(fields.text(u"client-key"_s)),
                .clientCertificateData = fields.data(u"client-certificate-data"_s),
                .clientKeyData = fields.data(u"client-key-data"_s),
                .token = fields.text(u"token"_s),
                .tokenFile = filePath(fields.text(u"tokenFile"_s)),
                .username = fields.text(u"username"_s),
                .password = fields.text(u"password"_s),
                .impersonate = fields.text(u"as"_s),
                .impersonateUid = fields.text(u"as-uid"_s),
                .impersonateGroups = fields.texts(u"as-groups"_s),
                .impersonateExtra = fields.textLists(u"as-user-extra"_s),
                .exec = exec(fields),
                .authProvider = authProvider(fields)};
    }

    QString authProvider(Fields &fields)
    {
        const Value &value = fields.value(u"auth-provider"_s);
        if (value.isNull())
            return {};
        Fields provider(value, fields.path(u"auth-provider"_s), m_fault, m_notes);
        provider.value(u"config"_s);
        const QString name = provider.text(u"name"_s);
        return name.isEmpty() ? u"(?)"_s : name;
    }

    std::optional<ExecPlugin> exec(Fields &fields)
    {
        const Value &value = fields.value(u"exec"_s);
        if (value.isNull())
            return {};
        Fields plugin(value, fields.path(u"exec"_s), m_fault, m_notes);
        ExecPlugin result{.command = plugin.text(u"command"_s),
                          .arguments = plugin.texts(u"args"_s),
                          .apiVersion = plugin.text(u"apiVersion"_s),
                          .installHint = plugin.text(u"installHint"_s),
                          .interactiveMode = plugin.text(u"interactiveMode"_s),
                          .provideClusterInfo = plugin.flag(u"provideClusterInfo"_s)};
        if (result.command.contains(u'/'))
            result.command = filePath(result.command);
        int index = 0;
        for (const Member &member : plugin.items(u"env"_s)) {
            Fields variable(member.value, plugin.path(u"env"_s) + u'[' + QString::number(index++) + u']', m_fault,
                            m_notes);
            const QString name = variable.text(u"name"_s);
            result.environment.append({name, variable.text(u"value"_s)});
        }
        // Only v1 asks for the field; the versions before it know what it is when it is missing.
        if (result.interactiveMode.isEmpty() && result.apiVersion.startsWith("client.authentication.k8s.io/v1"_L1)
            && result.apiVersion != "client.authentication.k8s.io/v1"_L1)
            result.interactiveMode = u"IfAvailable"_s;
        return result;
    }

    static ContextEntry context(Fields &fields)
    {
        fields.value(u"extensions"_s);
        return {.cluster = fields.text(u"cluster"_s),
                .user = fields.text(u"user"_s),
                .namespaceName = fields.text(u"namespace"_s)};
    }

    QString filePath(const QString &path) const
    {
        return path.isEmpty() || QDir::isAbsolutePath(path) ? path : QDir::cleanPath(m_folder + u'/' + path);
    }

    QString m_file;
    QString m_folder;
    QString m_fault;
    QStringList m_notes;
};

} // namespace

Result<Kubeconfig> readKubeconfig(const QByteArray &text, const QString &file)
{
    // kubectl reads the first document only; what is wrong with later ones it does not see.
    const yaml::Stream stream = yaml::parse(text);
    if (!stream.problems.isEmpty())
        return Error{.what = stream.problems.first().message, .where = file};
    if (stream.documents.empty())
        return Reader(file).read({});
    const yaml::Document &document = *stream.documents.front();
    if (document.broken) {
        // JSON is YAML, but for what readers of YAML make of tabs.
        if (const std::optional<Value> json = fromJson(text))
            return Reader(file).read(*json);
        const yaml::Problem problem = document.problems.value(0);
        const yaml::Position position = yaml::LineIndex(stream.text).position(problem.range.begin);
        return Error{.what = Texts::tr("It is not YAML: line %1, column %2.").arg(position.line).arg(position.column),
                     .where = file};
    }
    return Reader(file).read(yaml::toValue(document.root));
}

} // namespace sallyport::kube
