// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/accessformats.h"

#include "app/commands/locatedfinding.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

QJsonObject jsonOf(const Labels &labels)
{
    QJsonObject object;
    for (const auto &[key, value] : labels)
        object.insert(key, value);
    return object;
}

QJsonObject jsonOf(const Access &access, Places &places)
{
    QJsonArray exceptLabels;
    for (const Labels &except : access.exceptSelectors)
        exceptLabels.append(jsonOf(except));
    const ReportedPlace where = places.of(access.origin.ref(access.origin.hostPath()));
    return {
        {u"namespace"_s, access.namespaceName},
        {u"labels"_s, jsonOf(access.selector)},
        {u"exceptLabels"_s, exceptLabels},
        {u"host"_s, access.host},
        {u"exceptHosts"_s, QJsonArray::fromStringList(access.exceptHosts)},
        {u"port"_s, access.port},
        {u"class"_s, name(access.trafficClass)},
        {u"gateway"_s, access.gateway},
        {u"dialledPort"_s, access.dialledPort},
        {u"file"_s, where.file},
        {u"line"_s, where.begin.line},
        {u"field"_s, where.field},
    };
}

} // namespace

CompiledAccess compiledAccess(Workspace workspace)
{
    Compilation compilation = compile(workspace);
    return {std::move(workspace), std::move(compilation)};
}

QJsonArray toJson(const std::vector<Access> &list, const Workspace &workspace)
{
    Places places(workspace);
    QJsonArray array;
    for (const Access &access : list)
        array.append(jsonOf(access, places));
    return array;
}

void reportErrors(const CompiledAccess &access, Console &console)
{
    for (const LocatedFinding &finding : located(access.compilation.findings, access.workspace)) {
        if (finding.severity != Severity::Error)
            continue;
        for (const QString &line : findingLines(finding))
            console.message(line);
    }
}

} // namespace sallyport
