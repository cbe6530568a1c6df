// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/cluster/workloads.h"

#include "core/kube/client.h"
#include "ui/cluster/clusterlink.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// Pods come and go: a count that is older than this is asked for again when somebody looks at it.
constexpr qint64 freshFor = 15'000;
constexpr int typingPause = 300; ///< Milliseconds.

const kube::Resource &namespaceResource()
{
    static const kube::Resource resource = {{}, u"v1"_s, u"namespaces"_s, u"Namespace"_s, false, {}};
    return resource;
}

const kube::Resource &podResource()
{
    static const kube::Resource resource = {{}, u"v1"_s, u"pods"_s, u"Pod"_s, true, {}};
    return resource;
}

Labels labelsOf(const Value &pod)
{
    Labels labels;
    for (const Member &label : pod[u"metadata"][u"labels"].members())
        labels.append({label.key, label.value.text()});
    return labels;
}

QStringList sorted(QStringList words)
{
    words.removeDuplicates();
    words.sort();
    return words;
}

} // namespace

Workloads::Workloads(ClusterLink *link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
    connect(link, &ClusterLink::closing, this, &Workloads::forget);
    connect(link, &ClusterLink::stateChanged, this, &Workloads::changed);
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPause);
    connect(&m_delay, &QTimer::timeout, this, [this] { askForPods(m_wanted); });
}

Workloads::~Workloads()
{
    forget();
}

void Workloads::forget()
{
    m_delay.stop();
    m_call.cancel();
    for (Pods &pods : m_pods)
        pods.call.cancel();
    m_pods.clear();
    m_namespaces.clear();
    m_namespacesAsked = false;
}

QString Workloads::context() const
{
    return m_link->state() == ClusterLink::State::Open ? m_link->context() : QString();
}

QStringList Workloads::namespaces()
{
    if (!m_namespacesAsked && !context().isEmpty())
        askForNamespaces();
    return m_namespaces;
}

void Workloads::askForNamespaces()
{
    m_namespacesAsked = true;
    kube::ListQuery query;
    query.resource = namespaceResource();
    m_call = m_link->client()->list(query, this, [this](const kube::Outcome<kube::ObjectList> &list) {
        if (!list)
            return; // free text, then
        for (const Value &object : list->items)
            m_namespaces.append(object[u"metadata"][u"name"].text());
        m_namespaces = sorted(m_namespaces);
        emit changed();
    });
}

const std::optional<QList<Labels>> &Workloads::pods(const QString &namespaceName)
{
    if (!context().isEmpty() && !namespaceName.isEmpty()
        && QDateTime::currentMSecsSinceEpoch() - m_pods[namespaceName].asked > freshFor) {
        m_wanted = namespaceName;
        m_delay.start();
    }
    return m_pods[namespaceName].labels;
}

void Workloads::askForPods(const QString &namespaceName)
{
    Pods &pods = m_pods[namespaceName];
    pods.asked = QDateTime::currentMSecsSinceEpoch();
    pods.call.cancel();
    kube::ListQuery query;
    query.resource = podResource();
    query.namespaceName = namespaceName;
    pods.call = m_link->client()->list(query, this, [this, namespaceName](const kube::Outcome<kube::ObjectList> &list) {
        std::optional<QList<Labels>> &known = m_pods[namespaceName].labels;
        known.reset();
        if (list) {
            known.emplace();
            for (const Value &pod : list->items)
                known->append(labelsOf(pod));
        }
        emit changed();
    });
}

QStringList Workloads::labelKeys(const QString &namespaceName)
{
    QStringList keys;
    for (const Labels &labels : pods(namespaceName).value_or(QList<Labels>())) {
        for (const auto &[key, value] : labels)
            keys.append(key);
    }
    return sorted(keys);
}

QStringList Workloads::labelValues(const QString &namespaceName, const QString &key)
{
    QStringList values;
    for (const Labels &labels : pods(namespaceName).value_or(QList<Labels>())) {
        for (const auto &[name, value] : labels) {
            if (name == key)
                values.append(value);
        }
    }
    return sorted(values);
}

std::optional<int> Workloads::matching(const QString &namespaceName, const Labels &labels)
{
    const std::optional<QList<Labels>> &known = pods(namespaceName);
    if (!known)
        return std::nullopt;
    return int(std::count_if(known->begin(), known->end(), [&](const Labels &pod) {
        return std::all_of(labels.begin(), labels.end(), [&](const auto &label) { return pod.contains(label); });
    }));
}

} // namespace sallyport
