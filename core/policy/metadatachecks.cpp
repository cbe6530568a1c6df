// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/metadatachecks.h"

#include "core/policy/names.h"

#include <algorithm>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

class MetadataChecks
{
    Q_DECLARE_TR_FUNCTIONS(MetadataChecks)
public:
    static QString unknownVersion(const QString &version, const QStringList &known)
    {
        return tr("apiVersion “%1” is not known for this kind. Known: %2.").arg(version, known.join(", "_L1));
    }
    static QString invalidName(const QString &name)
    {
        return name.isEmpty()
            ? tr("The name is empty.")
            : tr("“%1” is no valid name: lower-case letters, digits, hyphens and dots, a letter or digit at both ends.")
                  .arg(name);
    }
    static QString invalidKey(const QString &key) { return tr("“%1” is no valid key of a label.").arg(key); }
    static QString invalidValue(const QString &key, const QString &value)
    {
        return tr("“%1” is no valid value of label %2: up to 63 letters, digits, “-”, “_” and “.”, a letter or digit at both ends.")
            .arg(value, key);
    }
};

} // namespace

Labels readLabels(const Place &place)
{
    Labels labels;
    if (!place.isMap())
        return labels;
    for (const yaml::NodeMember &member : place.node()->members) {
        if (const std::optional<QString> text = Place(member.value).text())
            labels.append({keyText(member.key), *text});
    }
    std::sort(labels.begin(), labels.end());
    return labels;
}

void checkVersion(const Place &root, const QStringList &known, DocumentFindings &findings)
{
    const Place version = root.child("apiVersion"_L1);
    const std::optional<QString> text = version.text();
    if (text && !known.contains(*text))
        findings.add("policy.version"_L1, version, MetadataChecks::unknownVersion(*text, known));
}

void checkName(const Place &metadata, DocumentFindings &findings)
{
    const Place name = metadata.child("name"_L1);
    const std::optional<QString> text = name.text();
    if (text && !isDnsName(*text))
        findings.add("policy.name-invalid"_L1, name, MetadataChecks::invalidName(*text));
}

void checkLabels(const Place &labels, QLatin1StringView code, DocumentFindings &findings)
{
    if (!labels.isMap())
        return;
    for (const yaml::NodeMember &member : labels.node()->members) {
        const QString key = keyText(member.key);
        const std::optional<QString> value = Place(member.value).text();
        if (!isLabelKey(key))
            findings.addAtKey(code, labels.path(), member.key, MetadataChecks::invalidKey(key));
        else if (value && !isLabelValue(*value))
            findings.add(code, labels.path().child(key), MetadataChecks::invalidValue(key, *value));
    }
}

} // namespace sallyport
