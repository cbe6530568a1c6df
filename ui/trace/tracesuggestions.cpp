// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/trace/tracesuggestions.h"

#include "core/istio/compile.h"
#include "core/policy/workspace.h"
#include "core/trace/objects.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// The labels of the pods that a Pod, or whatever makes pods from a template, stands for.
std::optional<KnownWorkload> workloadOf(const DocumentReading &reading)
{
    const Value object = yaml::toValue(reading.source->root);
    const bool isPod = reading.objectKind == "Pod"_L1;
    const Value &pod = isPod ? object : object[u"spec"][u"template"];
    const Labels labels = istio::labelsOf(pod[u"metadata"][u"labels"]);
    if (labels.isEmpty())
        return std::nullopt;
    return KnownWorkload{reading.namespaceName.isEmpty() ? u"default"_s : reading.namespaceName, labels};
}

bool makesPods(const QString &kind)
{
    static const QStringList kinds = {u"Pod"_s,       u"Deployment"_s, u"StatefulSet"_s,
                                      u"DaemonSet"_s, u"Job"_s,        u"ReplicaSet"_s};
    return kinds.contains(kind);
}

QString addressOf(const EgressRoute &route)
{
    switch (route.trafficClass) {
    case TrafficClass::Http:
        return route.port == 80 ? u"http://%1/"_s.arg(route.host) : u"http://%1:%2/"_s.arg(route.host).arg(route.port);
    case TrafficClass::Tls:
        return route.port == 443 ? u"https://%1/"_s.arg(route.host)
                                 : u"https://%1:%2/"_s.arg(route.host).arg(route.port);
    case TrafficClass::Tcp:
        break;
    }
    return u"tcp://%1:%2"_s.arg(route.host).arg(route.port);
}

} // namespace

std::vector<KnownWorkload> knownWorkloads(const Workspace &workspace)
{
    std::set<std::pair<QString, QList<std::pair<QString, QString>>>> found;
    const auto add = [&](const QString &namespaceName, Labels labels) {
        std::sort(labels.begin(), labels.end());
        if (!namespaceName.isEmpty())
            found.emplace(namespaceName, labels);
    };
    for (const auto &file : workspace.files) {
        for (const auto &reading : file->documents) {
            if (const Policy *policy = reading->policy()) {
                for (const Rule &rule : policy->rules) {
                    for (const Source &source : rule.from)
                        add(source.namespaceName, source.workloadSelector);
                }
            } else if (const Expectations *expectations = reading->expectations()) {
                for (const Expectation &each : expectations->cases)
                    add(each.namespaceName, each.labels);
            } else if (reading->kind == DocumentKind::Other && makesPods(reading->objectKind)) {
                if (const std::optional<KnownWorkload> workload = workloadOf(*reading))
                    add(workload->namespaceName, workload->labels);
            }
        }
    }
    std::vector<KnownWorkload> workloads;
    for (const auto &[namespaceName, labels] : found)
        workloads.push_back({namespaceName, labels});
    return workloads;
}

QStringList knownAddresses(const Compilation &compilation)
{
    QStringList addresses;
    for (const EgressRoute &route : compilation.table.routes) {
        if (!route.host.startsWith(u'*'))
            addresses.append(addressOf(route));
    }
    addresses.sort();
    addresses.removeDuplicates();
    return addresses;
}

Labels labelsOfLine(const QString &text, bool *isComplete)
{
    static const QRegularExpression separators(u"[,\\s]+"_s);
    Labels labels;
    if (isComplete)
        *isComplete = true;
    for (const QString &word : text.split(separators, Qt::SkipEmptyParts)) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals > 0)
            labels.append({word.first(equals), word.mid(equals + 1)});
        else if (isComplete)
            *isComplete = false;
    }
    std::sort(labels.begin(), labels.end());
    return labels;
}

QString headersLine(const QList<std::pair<QString, QString>> &headers)
{
    QStringList parts;
    for (const auto &[name, value] : headers)
        parts.append(name + ": "_L1 + value);
    return parts.join("; "_L1);
}

QList<std::pair<QString, QString>> headersOfLine(const QString &text)
{
    // A semicolon may stand in a value, too: it parts headers only where a name and a colon follow.
    static const QRegularExpression separator(u";\\s*(?=[A-Za-z0-9!#$%&'*+.^_`|~-]+\\s*:)"_s);
    QList<std::pair<QString, QString>> headers;
    for (const QString &part : text.split(separator, Qt::SkipEmptyParts)) {
        const qsizetype colon = part.indexOf(u':', part.startsWith(u':') ? 1 : 0);
        if (colon > 0)
            headers.append({part.first(colon).trimmed(), part.mid(colon + 1).trimmed()});
    }
    return headers;
}

} // namespace sallyport
