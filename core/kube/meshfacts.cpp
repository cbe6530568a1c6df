// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/meshfacts.h"

#include "core/kube/applyset.h"
#include "core/kube/manifest.h"
#include "core/yaml/document.h"
#include "core/yaml/write.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::MeshFacts)
};

const Resource services = {{}, u"v1"_s, u"services"_s, u"Service"_s, true, {}};
const Resource pods = {{}, u"v1"_s, u"pods"_s, u"Pod"_s, true, {}};
/// Istio takes the protocol of a Service's port from appProtocol, else from the name up to the first dash; what says nothing is TCP.
QString protocolOf(const Value &port)
{
    const QString declared = port[u"appProtocol"].text().toUpper();
    const QString word = declared.isEmpty() ? port[u"name"].text().section(u'-', 0, 0).toUpper() : declared;
    static const QStringList known = {u"HTTP"_s, u"HTTP2"_s, u"GRPC"_s, u"HTTPS"_s, u"TLS"_s, u"TCP"_s};
    return known.contains(word) ? word : u"TCP"_s;
}

MeshGatewayPort gatewayPort(const Value &port)
{
    MeshGatewayPort result;
    result.number = int(port[u"port"].toInt());
    if (port[u"targetPort"].type() == Value::Type::Int)
        result.targetPort = int(port[u"targetPort"].toInt());
    result.protocol = protocolOf(port);
    result.name = port[u"name"].text();
    return result;
}

QString outboundWord(OutboundTrafficPolicy policy)
{
    return policy == OutboundTrafficPolicy::RegistryOnly ? u"REGISTRY_ONLY"_s : u"ALLOW_ANY"_s;
}

Value portValue(const MeshGatewayPort &port)
{
    Value value = Value::map({{u"number"_s, port.number}, {u"protocol"_s, port.protocol}});
    if (!port.name.isEmpty())
        value.add(u"name"_s, port.name);
    if (port.targetPort)
        value.add(u"targetPort"_s, *port.targetPort);
    return value;
}

} // namespace

QList<MeshGateway> egressGateways(const std::vector<Value> &all)
{
    QList<MeshGateway> gateways;
    for (const Value &service : all) {
        const Value &selector = service[u"spec"][u"selector"];
        const QString istio = selector[u"istio"].text();
        const QString name = service[u"metadata"][u"name"].text();
        // Istio's charts and ASM both say "egressgateway" in the label that selects the pods
        if (!istio.contains("egress"_L1) && !(istio.isEmpty() && name.contains("egress"_L1)))
            continue;
        MeshGateway gateway;
        gateway.name = istio.isEmpty() ? name : istio;
        gateway.namespaceName = service[u"metadata"][u"namespace"].text();
        gateway.service = name;
        for (const Member &label : selector.members())
            gateway.selector.append({label.key, label.value.text()});
        std::sort(gateway.selector.begin(), gateway.selector.end());
        for (const Member &port : service[u"spec"][u"ports"].members()) {
            const bool status = port.value[u"port"].toInt() == 15021; // Istio's own health port
            if (!status)
                gateway.ports.append(gatewayPort(port.value));
        }
        gateway.portsListed = true;
        gateways.append(gateway);
    }
    std::sort(gateways.begin(), gateways.end(), [](const MeshGateway &a, const MeshGateway &b) {
        return std::tie(a.namespaceName, a.name) < std::tie(b.namespaceName, b.name);
    });
    return gateways;
}

void readMeshConfig(MeshFacts &facts, const Value &configMap)
{
    const yaml::Stream stream = yaml::parse(configMap[u"data"][u"mesh"].text().toUtf8());
    const Value config = stream.documents.empty() ? Value() : yaml::toValue(stream.documents.front()->root);
    const QString mode = config[u"outboundTrafficPolicy"][u"mode"].text();
    // Istio's default is ALLOW_ANY
    facts.outboundTrafficPolicy =
        mode == "REGISTRY_ONLY"_L1 ? OutboundTrafficPolicy::RegistryOnly : OutboundTrafficPolicy::AllowAny;
    facts.forwardClientCertDetails = config[u"defaultConfig"][u"gatewayTopology"][u"forwardClientCertDetails"].text();
}

QString istioVersionOf(const std::vector<Value> &all)
{
    for (const Value &pod : all) {
        for (const Member &container : pod[u"spec"][u"containers"].members()) {
            const QString image = container.value[u"image"].text().section(u'@', 0, 0);
            const QString tag = image.section(u'/', -1).section(u':', 1).section(u'-', 0, 0);
            if (!tag.isEmpty() && tag.front().isDigit())
                return tag;
        }
    }
    return {};
}

QByteArray meshDocument(const MeshFacts &facts, const QString &name)
{
    Value spec = Value::map();
    Value gateways = Value::list();
    for (const MeshGateway &gateway : facts.gateways) {
        Value item = Value::map({{u"name"_s, gateway.name}, {u"namespace"_s, gateway.namespaceName}});
        Value selector = Value::map();
        for (const auto &[key, value] : gateway.selector)
            selector.add(key, value);
        item.add(u"selector"_s, std::move(selector));
        item.add(u"service"_s, gateway.service);
        Value ports = Value::list();
        for (const MeshGatewayPort &port : gateway.ports)
            ports.append(portValue(port));
        item.add(u"ports"_s, std::move(ports));
        gateways.append(std::move(item));
    }
    spec.add(u"gateways"_s, std::move(gateways));
    if (!facts.istioVersion.isEmpty())
        spec.add(u"istioVersion"_s, facts.istioVersion);
    if (facts.outboundTrafficPolicy != OutboundTrafficPolicy::Unknown)
        spec.add(u"outboundTrafficPolicy"_s, outboundWord(facts.outboundTrafficPolicy));
    return yaml::write(Value::map({{u"apiVersion"_s, u"sallyport.dev/v1alpha1"_s},
                                   {u"kind"_s, u"Mesh"_s},
                                   {u"metadata"_s, Value::map({{u"name"_s, name}})},
                                   {u"spec"_s, std::move(spec)}}));
}

QStringList contradictions(const MeshFacts &facts, const Mesh &mesh)
{
    QStringList sentences;
    if (facts.outboundTrafficPolicy == OutboundTrafficPolicy::AllowAny)
        sentences.append(Texts::tr("The mesh lets everything out (ALLOW_ANY): what no rule names is not blocked."));
    if (!facts.forwardClientCertDetails.isEmpty() && facts.forwardClientCertDetails != "SANITIZE_SET"_L1)
        sentences.append(Texts::tr("Gateways keep client certificate headers as %1: the gate cannot trust them.")
                             .arg(facts.forwardClientCertDetails));
    for (const MeshGateway &wanted : mesh.gateways) {
        const auto found = std::find_if(facts.gateways.begin(), facts.gateways.end(), [&](const MeshGateway &gateway) {
            return gateway.namespaceName == wanted.namespaceName && gateway.service == wanted.service;
        });
        if (found == facts.gateways.end()) {
            sentences.append(Texts::tr("There is no Service %1 in namespace %2 for gateway %3.")
                                 .arg(wanted.service, wanted.namespaceName, wanted.name));
            continue;
        }
        for (const MeshGatewayPort &port : wanted.ports) {
            if (!found->port(port.number))
                sentences.append(
                    Texts::tr("The Service of gateway %1 has no port %2.").arg(wanted.name).arg(port.number));
        }
    }
    return sentences;
}

QByteArray policyDocument(const Value &object)
{
    Value cleaned = withoutServerFields(object);
    if (Value *metadata = cleaned.find(u"metadata")) {
        if (Value *annotations = metadata->find(u"annotations")) {
            annotations->remove(u"kubectl.kubernetes.io/last-applied-configuration");
            if (annotations->isEmpty())
                metadata->remove(u"annotations");
        }
        if (Value *labels = metadata->find(u"labels")) {
            for (const QString &label :
                 {u"app.kubernetes.io/managed-by"_s, u"sallyport.dev/mesh"_s, u"applyset.kubernetes.io/part-of"_s})
                labels->remove(label);
            if (labels->isEmpty())
                metadata->remove(u"labels");
        }
    }
    return yaml::write(cleaned);
}

MeshFactsJob::MeshFactsJob(Client &client, QString istioNamespace, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_istioNamespace(std::move(istioNamespace))
{
}

void MeshFactsJob::note(const KubeError &error, const QString &what)
{
    if (error.kind == KubeError::Kind::Forbidden || error.kind == KubeError::Kind::NotFound) {
        m_facts.unknown.append(what);
        return;
    }
    m_queue.cancel();
    emit failed(error.toError(tr("The cluster could not be asked about its mesh.")));
}

CallQueue::Start MeshFactsJob::listing(const Resource &resource, const QString &namespaceName, const QString &labels,
                                       const QString &what, std::function<void(const std::vector<Value> &)> take)
{
    return [=, this](auto finished) {
        ListQuery query;
        query.resource = resource;
        query.namespaceName = namespaceName;
        query.labelSelector = labels;
        return m_client.list(query, this, [=, this](const Outcome<ObjectList> &list) {
            if (list)
                take(list->items);
            else
                note(list.error(), what);
            finished();
        });
    };
}

void MeshFactsJob::start()
{
    std::vector<CallQueue::Start> calls;
    calls.push_back(listing(services, {}, {}, tr("the gateways' Services"),
                            [this](const std::vector<Value> &all) { m_facts.gateways = egressGateways(all); }));
    calls.push_back(listing(pods, m_istioNamespace, u"app=istiod"_s, tr("Istio's version"),
                            [this](const std::vector<Value> &all) { m_facts.istioVersion = istioVersionOf(all); }));
    calls.push_back([this](auto finished) {
        return m_client.get(configMapResource, m_istioNamespace, u"istio"_s, this,
                            [this, finished](const Outcome<Value> &config) {
                                if (config)
                                    readMeshConfig(m_facts, *config);
                                else
                                    note(config.error(), tr("the mesh's configuration"));
                                finished();
                            });
    });
    m_queue.run(std::move(calls), [this] { emit finished(m_facts); });
}

} // namespace sallyport::kube
