// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/rights.h"

#include "core/yaml/write.h"

#include <QCoreApplication>

#include <map>
#include <set>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Rights)
};

Value metadataOf(const QString &namespaceName)
{
    Value metadata = Value::map({{u"name"_s, u"sallyport"_s}});
    if (!namespaceName.isEmpty())
        metadata.add(u"namespace"_s, namespaceName);
    return metadata;
}

/// Resources of one group that need the same verbs share a rule.
Value rulesOf(const Rights &rights)
{
    std::map<std::pair<QString, QString>, std::set<QString>> verbs;
    for (const AccessQuery &right : rights)
        verbs[{right.group, right.resource}].insert(right.verb);
    std::map<std::pair<QString, std::set<QString>>, QStringList> resources;
    for (const auto &[key, needed] : verbs)
        resources[{key.first, needed}].append(key.second);
    Value rules = Value::list();
    for (const auto &[key, names] : resources) {
        Value rule = Value::map();
        rule.add(u"apiGroups"_s, Value::list(QStringList{key.first}));
        rule.add(u"resources"_s, Value::list(names));
        rule.add(u"verbs"_s, Value::list(QStringList(key.second.begin(), key.second.end())));
        rules.append(std::move(rule));
    }
    return rules;
}

QByteArray document(const QString &kind, const QString &namespaceName, const QString &key, Value value,
                    Value roleRef = {})
{
    Value object = Value::map({{u"apiVersion"_s, u"rbac.authorization.k8s.io/v1"_s}, {u"kind"_s, kind}});
    object.add(u"metadata"_s, metadataOf(namespaceName));
    if (!roleRef.isNull())
        object.add(u"roleRef"_s, std::move(roleRef));
    object.add(key, std::move(value));
    return yaml::write(object);
}

} // namespace

QByteArray roleYaml(const Rights &missing, const QString &user)
{
    std::map<QString, Rights> byNamespace;
    for (const AccessQuery &right : missing)
        byNamespace[right.namespaceName].push_back(right);
    QByteArray text;
    for (const auto &[namespaceName, rights] : byNamespace) {
        const QString role = namespaceName.isEmpty() ? u"ClusterRole"_s : u"Role"_s;
        if (!text.isEmpty())
            text += "---\n";
        text += document(role, namespaceName, u"rules"_s, rulesOf(rights)) + "---\n";
        Value subjects = Value::list();
        subjects.append(Value::map({{u"apiGroup"_s, u"rbac.authorization.k8s.io"_s},
                                    {u"kind"_s, u"User"_s},
                                    {u"name"_s, user.isEmpty() ? u"REPLACE-WITH-YOUR-USER"_s : user}}));
        text += document(
            role + "Binding"_L1, namespaceName, u"subjects"_s, std::move(subjects),
            Value::map(
                {{u"apiGroup"_s, u"rbac.authorization.k8s.io"_s}, {u"kind"_s, role}, {u"name"_s, u"sallyport"_s}}));
    }
    return text;
}

QString words(const AccessQuery &right)
{
    const QString resource = right.group.isEmpty() ? right.resource : right.resource + u'.' + right.group;
    return right.namespaceName.isEmpty()
        ? Texts::tr("%1 %2 in all namespaces").arg(right.verb, resource)
        : Texts::tr("%1 %2 in namespace %3").arg(right.verb, resource, right.namespaceName);
}

} // namespace sallyport::kube
