// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/findingcodes.h"

#include <QCoreApplication>
#include <QHash>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

constexpr Severity E = Severity::Error;
constexpr Severity W = Severity::Warning;
constexpr Severity N = Severity::Note;
constexpr bool fixable = true;
constexpr bool plain = false;

} // namespace

const QList<FindingCode> &findingCodes()
{
    // Code, severity for Istio, for ASM, whether there is a fix, summary, explanation. docs/findings.md follows this order.
    static const QList<FindingCode> rows = {
        {u"yaml.syntax"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The text is not YAML"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The document cannot be read from the marked place on. The other documents of the file are read and compiled as "
             "usual.\n\n"
             "While you type, the form keeps the last state that could be read and is read-only until the text is whole again.")},
        {u"yaml.duplicate-key"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "A map has the same key twice"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "YAML readers disagree about which of two equal keys counts, so Kubernetes tools refuse them and so does "
             "Sallyport. Remove one of the two.")},
        {u"yaml.limit"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The text passes a limit of size or depth"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Files are read up to 64 MiB, blocks and flow collections up to 100 levels deep, and a single flow collection or "
             "text up to 4 MiB. The limits keep a hostile file from taking all memory.\n\n"
             "Split the file, or write large collections in block style.")},
        {u"yaml.encoding"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The text is not UTF-8"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Only UTF-8 without NUL characters is read; Kubernetes takes nothing else. Convert the file to UTF-8.")},
        {u"yaml.alias"_s, N, N, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The document uses anchors, aliases or merge keys"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "It is read and compiled as Kubernetes reads it. The form cannot change it, because one edit would change every "
             "place that an anchor is used in: edit the text instead.")},
        {u"field.type"_s, E, E, fixable, QT_TRANSLATE_NOOP("FindingCode", "A value has the wrong type"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Kubernetes would refuse the object. YAML 1.1 reads some words as other types: yes, no, on and off are booleans, "
             "1.30 is a number, 0x10 is 16. Put quotes around a text that YAML would take for something else.")},
        {u"field.required"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "A required key is missing"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Kubernetes would refuse the object without it. The part of the policy around the missing key is left out of the "
             "output; the rest is compiled.")},
        {u"policy.version"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The apiVersion of this kind is not known"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Sallyport reads ASMEgressTrafficPolicy as istio.alibabacloud.com/v1 and v1beta1, AuthorizationPolicy as "
             "security.istio.io/v1 and v1beta1, and Mesh and Expectations as sallyport.dev/v1alpha1.\n\n"
             "The document is read as if it had a known version, so that the other findings can be trusted.")},
        {u"policy.name-invalid"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "metadata.name is missing or no valid name"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "A name on a cluster has up to 253 lower-case letters, digits, dots and hyphens, and starts and ends with a "
             "letter or digit.")},
        {u"mesh.invalid"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "A value of the Mesh cannot be right"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The Mesh states facts about the mesh that no policy carries. Where a fact cannot be right, the default counts "
             "in its place.")},
        {u"mesh.duplicate"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The workspace has more than one Mesh"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "A workspace describes one mesh. The first Mesh counts, the others are not used. Move what you need into the "
             "first and remove the others.")},
        {u"expectations.invalid"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "A value of an expectation cannot be right"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The case is not evaluated. A request has either a url that starts with http:// or https://, or tcp with "
             "host:port; a verdict is allowed, blocked or any.")},
        {u"authz.invalid"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "Istio would refuse the AuthorizationPolicy"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Istio's own admission check, or the proxy, does not take what stands there. The policy is not part of the "
             "output until it is right.")},
        {u"suppress.invalid"_s, W, W, plain,
         QT_TRANSLATE_NOOP("FindingCode", "An entry of the suppress annotation has no effect"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The annotation sallyport.dev/suppress holds entries of the form code=reason, separated by semicolons. The code "
             "must exist, must not be an error, and must have a reason: who reads the policy later wants to know why a "
             "warning does not count.")},
        {u"policy.unknown-field"_s, W, W, fixable, QT_TRANSLATE_NOOP("FindingCode", "The field is not known"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The field is kept as it is but means nothing to Sallyport, and a cluster drops it. Often it is a spelling "
             "mistake; then the rename is offered.\n\n"
             "Where the misspelt field is a required one, the finding is an error, since the part around it cannot be "
             "compiled.")},
        {u"policy.namespace"_s, E, E, fixable,
         QT_TRANSLATE_NOOP("FindingCode", "The policy is not in namespace istio-egress"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "ASM reads egress traffic policies from namespace istio-egress only. Elsewhere the policy would be accepted and "
             "do nothing.")},
        {u"policy.name"_s, W, W, fixable,
         QT_TRANSLATE_NOOP("FindingCode", "The policy is not named egress-by-<gateway>"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "By convention there is one policy per egress gateway, and its name says which. ASM's console lists policies by "
             "that name.")},
        {u"policy.duplicate"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "Two policies have the same namespace and name"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "On a cluster the second one written would replace the first. Rename one, or move its rules into the other.")},
        {u"gateway.required"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The policy names no egress gateway"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "spec.byEgressGateway.name says through which gateway allowed traffic leaves. Destinations that name a gateway "
             "of their own are still compiled.")},
        {u"gateway.name"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The gateway's name is no DNS label of up to 50 characters"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Names of generated objects are built from the gateway's name and must stay within 63 characters, so a gateway's "
             "name has up to 50 lower-case letters, digits and hyphens.")},
        {u"gateway.same-selector"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "Two gateways can select the same pod"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Istio merges all Gateway objects whose selectors match a pod. Two gateways on one pod would mix their servers, "
             "and a rule for one would open the other. Give their pods a label with different values.")},
        {u"gateway.unknown"_s, W, W, fixable, QT_TRANSLATE_NOOP("FindingCode", "The Mesh does not list this gateway"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The gateway is assumed to be in namespace istio-system with the label istio: <name> and the ports 80, 443 and "
             "444. Add it to the Mesh with its facts, or correct the name.")},
        {u"policy.rules-empty"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The policy has no rules"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "A policy needs at least one rule under spec.egressRules; the custom resource is refused without.")},
        {u"rule.from-empty"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The rule has no source"),
         QT_TRANSLATE_NOOP("FindingCode",
                           "A rule says which workloads it allows: at least one entry under from, with a namespace.")},
        {u"rule.to-empty"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The rule has no destination"),
         QT_TRANSLATE_NOOP("FindingCode",
                           "A rule says which hosts it allows: at least one entry under to, with hosts and a port.")},
        {u"source.namespace"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The source's namespace is missing or no DNS label"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "A namespace has up to 63 lower-case letters, digits and hyphens, and starts and ends with a letter or digit.")},
        {u"source.selector"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "A workload label is not valid"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Keys have up to 63 letters, digits, hyphens, underscores and dots, perhaps after a DNS name and a slash; values "
             "the same, or nothing. No pod could have such a label, so the rule would allow no one.")},
        {u"source.gateway-namespace"_s, E, N, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The source is in the namespace of a gateway"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "For Istio, a host gets one ServiceEntry in the client's namespace and one in the gateway's. In one namespace "
             "they would share their endpoints, and what should be blocked would leave directly. Move the workload, or the "
             "gateway, to another namespace.")},
        {u"source.overlap"_s, W, W, plain,
         QT_TRANSLATE_NOOP("FindingCode", "Two rules send the same traffic through different gateways"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Some workload is selected by both. The rule with more labels wins, then the earlier one. Make the selectors "
             "disjoint if that is not what you mean.")},
        {u"rule.shadowed"_s, N, N, plain, QT_TRANSLATE_NOOP("FindingCode", "Another rule already allows all of this"),
         QT_TRANSLATE_NOOP("FindingCode",
                           "Removing the rule would change nothing now. It may be meant for later, or be left over.")},
        {u"host.invalid"_s, E, E, fixable, QT_TRANSLATE_NOOP("FindingCode", "The host is no DNS name"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "A host is a DNS name of up to 253 characters, each part of up to 63 letters, digits and hyphens, perhaps with "
             "*. in front: no scheme, port or path. Names in other scripts are written in their ASCII form (xn--).")},
        {u"host.count"_s, E, E, fixable, QT_TRANSLATE_NOOP("FindingCode", "A destination needs 1 to 50 hosts"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The custom resource takes between 1 and 50 hosts per destination. Split a longer list into several destinations.")},
        {u"host.duplicate"_s, W, W, fixable, QT_TRANSLATE_NOOP("FindingCode", "The host is listed twice"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Upper and lower case and a trailing dot make no difference. The second entry has no effect.")},
        {u"host.too-long"_s, E, N, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The host's name inside the mesh would be too long"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Between sidecar and gateway a TLS or TCP destination goes by a name made of port, host and client namespace. It "
             "must not pass 253 characters, which is what DNS and certificates take.")},
        {u"host.short"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The host has no dot"),
         QT_TRANSLATE_NOOP("FindingCode",
                           "Istio takes a name without a dot for a service of the namespace itself: app becomes "
                           "app.<namespace>.svc.cluster.local. Write the full DNS name.")},
        {u"host.ip"_s, E, E, fixable, QT_TRANSLATE_NOOP("FindingCode", "An address stands where a name is needed"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Hosts are names: HTTP and TLS are told apart by them. For TCP the address belongs into the Mesh, beside a name "
             "that you choose; the rule then speaks of the name.")},
        {u"host.wildcard"_s, E, N, fixable, QT_TRANSLATE_NOOP("FindingCode", "The gateway cannot look up a wildcard"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "A gateway needs an address for what it connects to, and a wildcard has none. Either name a representative in "
             "the Mesh, a host whose addresses serve all of them; or list the hosts one by one; or use the ASM target, which "
             "has its own way.")},
        {u"host.same-address"_s, N, N, plain,
         QT_TRANSLATE_NOOP("FindingCode", "In ASM the hosts of one entry must share their addresses"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "ASM resolves one of them for all. Hosts that live elsewhere need a destination of their own. The Istio target "
             "has this limit only for TCP.")},
        {u"port.number"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "A port is not between 1 and 65535"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Ports of destinations, the application's as well as the one that the gateway dials, are numbers from 1 to 65535.")},
        {u"port.name"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The port's name is no DNS label"),
         QT_TRANSLATE_NOOP("FindingCode",
                           "A port's name has up to 63 lower-case letters, digits and hyphens. It may be left out.")},
        {u"protocol.unknown"_s, E, E, plain, QT_TRANSLATE_NOOP("FindingCode", "The protocol is not known"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Protocols are HTTP, HTTP2, GRPC (told apart by the Host header), HTTPS, TLS (by the server name of the "
             "handshake), TCP, MONGO, REDIS and MYSQL (by address and port alone).")},
        {u"protocol.class-conflict"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "One port of a host has two classes of protocol"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "For the workloads of one namespace a port of a host is HTTP, or TLS, or TCP: a sidecar listens in one way only. "
             "Neither of the two rules is compiled.")},
        {u"protocol.mixed"_s, E, E, fixable,
         QT_TRANSLATE_NOOP("FindingCode", "HTTP is mixed with HTTP2 or GRPC on one port of a host"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "A port of a ServiceEntry has one protocol, in the client's namespace as well as in the gateway's. Give all "
             "rules for this host and port the same one.")},
        {u"host.reserved"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The host lies in the mesh's own name space"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Names at and below egress.internal are what sidecars and gateways call each other by. A rule for such a host "
             "could be mistaken for another rule's door.")},
        {u"port.target-conflict"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "A port of a host has two target ports"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The gateway dials one port per host and port. Two rules that say different target ports cannot both hold.")},
        {u"gateway-port.range"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The gateway port is not between 1 and 65535"),
         QT_TRANSLATE_NOOP("FindingCode", "Leave the port out to have one chosen.")},
        {u"gateway-port.absent"_s, W, W, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The gateway's Service has no such port"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Traffic between sidecar and gateway goes through the gateway's Service. When the Mesh lists the ports of the "
             "gateway, this is an error, else a warning.")},
        {u"gateway-port.plaintext"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "Another Gateway serves plaintext on this port"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "A port of a gateway either speaks mutual TLS or it does not. Choose another port, or remove the other Gateway.")},
        {u"gateway-port.http-clash"_s, E, E, fixable,
         QT_TRANSLATE_NOOP("FindingCode", "Two HTTP ports of a host share a gateway port"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "At the gateway an HTTP request is known by its Host header alone; through one gateway port, requests for two "
             "ports of a host cannot be told apart. Give one of them another gateway port.")},
        {u"tcp.no-address"_s, W, W, plain, QT_TRANSLATE_NOOP("FindingCode", "A TCP host has no address in the mesh"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "TCP is told apart by address and port alone. Without an address for the host, and without DNS capture, the "
             "sidecar sends everything on that port to this host. A second such host on the same port is an error. Name the "
             "addresses in the Mesh.")},
        {u"upgrade.protocol"_s, E, E, fixable, QT_TRANSLATE_NOOP("FindingCode", "HTTPS upgrade needs an HTTP protocol"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "With httpsUpgrade the application speaks plain HTTP and the gateway adds TLS. What the application encrypts "
             "itself, or what is no HTTP, cannot be upgraded.")},
        {u"upgrade.port"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The upgrade port is not between 1 and 65535"),
         QT_TRANSLATE_NOOP("FindingCode",
                           "It is the port at the host where the gateway speaks HTTPS; 443 when it is left out or 0.")},
        {u"upgrade.conflict"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "One destination is both upgraded and not"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Behind one gateway port, a port of a host is either upgraded, to one port, or not. Neither of the two rules is "
             "compiled.")},
        {u"upgrade.implied-dropped"_s, N, N, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The application's own HTTPS is not opened here"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "An upgrade also lets the application's own HTTPS through on the upgrade port. Here another rule uses that port "
             "with another kind of protocol, and the explicit rule wins.")},
        {u"gate.forwarded-certificate"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The gateway trusts certificates that clients claim to have"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The gate in front of every host reads the client's certificate from a header that the gateway itself writes. "
             "With forwardClientCertDetails changed, a client could write it. Undo that setting of the gateway.")},
        {u"gateway-port.target"_s, W, W, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The Service's target port differs from the Mesh's"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "AuthorizationPolicies see the target port. Correct the Mesh, or import it from the cluster again.")},
        {u"guard.server-first"_s, N, N, plain,
         QT_TRANSLATE_NOOP("FindingCode", "A denied client may see the server's first bytes"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The gateway connects to a TCP host before it judges the client. With protocols where the server speaks first, "
             "such as MySQL, a client of another namespace that addresses the gateway itself may receive the greeting. It can "
             "send nothing.")},
        {u"upgrade.opens-https"_s, N, N, plain,
         QT_TRANSLATE_NOOP("FindingCode", "The upgrade also opens the application's own HTTPS"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The vendor promises that with an HTTPS upgrade the application's own HTTPS to the host is carried as well, on "
             "the upgrade port. It is passed through untouched, so rules about methods and paths do not see into it.")},
        {u"mesh.allow-any"_s, W, W, plain, QT_TRANSLATE_NOOP("FindingCode", "The mesh lets everything out"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "With outboundTrafficPolicy ALLOW_ANY, sidecars pass on whatever no rule speaks of. Rules then steer traffic, "
             "but restrict almost nothing. Set REGISTRY_ONLY.")},
        {u"authz.l4-widened"_s, E, E, fixable,
         QT_TRANSLATE_NOOP("FindingCode", "On TLS and TCP the rule denies everything"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Hosts, methods, paths and other parts of an HTTP request do not exist on a TLS or TCP connection. In a DENY or "
             "AUDIT rule Istio drops them there and keeps the rest, so the rule hits all TLS and TCP traffic of its sources "
             "through this gateway.\n\n"
             "The fix adds a condition on the server name that keeps the rule off the TLS and TCP routes.")},
        {u"authz.l4-killed"_s, E, E, fixable,
         QT_TRANSLATE_NOOP("FindingCode", "On TLS and TCP nothing is allowed any more"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Hosts, methods, paths and other parts of an HTTP request do not exist on a TLS or TCP connection. Istio leaves "
             "out an ALLOW rule that has them there; a policy left without rules allows nothing. Neither Istio nor its "
             "analyzers say so.\n\n"
             "The fix adds a rule that leaves the TLS and TCP routes as open as they were.")},
        {u"authz.host-port"_s, W, W, fixable,
         QT_TRANSLATE_NOOP("FindingCode", "The rule does not match a Host header with a port"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "Hosts are compared with the whole Host header: example.org does not match example.org:8080. The fix adds "
             "example.org:*.")},
        {u"authz.no-gateway"_s, W, W, plain, QT_TRANSLATE_NOOP("FindingCode", "The selector selects no known gateway"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The AuthorizationPolicy has no effect on the gateways of this workspace and is not part of the output. Correct "
             "the selector or the namespace, or add the gateway to the Mesh.")},
        {u"size.object"_s, W, W, plain,
         QT_TRANSLATE_NOOP("FindingCode", "An object nears the size that a cluster takes"),
         QT_TRANSLATE_NOOP("FindingCode",
                           "etcd refuses objects over 1.5 MiB. Distribute the hosts over several gateways.")},
        {u"size.findings"_s, E, E, plain,
         QT_TRANSLATE_NOOP("FindingCode", "A document has more findings than are listed"),
         QT_TRANSLATE_NOOP(
             "FindingCode",
             "The first 10,000 findings of a document are listed, the others are counted; this one is as severe as the worst of "
             "those that are left out. All parts with errors stay out of the output, listed or not. Correct what is listed, "
             "then look again.")},
    };
    return rows;
}

const FindingCode *findingCode(QStringView code)
{
    static const QHash<QString, const FindingCode *> byCode = [] {
        QHash<QString, const FindingCode *> index;
        for (const FindingCode &row : findingCodes())
            index.insert(row.code, &row);
        return index;
    }();
    return byCode.value(code.toString());
}

QString FindingCode::summary() const
{
    return QCoreApplication::translate("FindingCode", summaryText);
}

QString FindingCode::explanation() const
{
    return QCoreApplication::translate("FindingCode", explanationText);
}

Diagnostic finding(QLatin1StringView code, Target target, FieldRef where, QString message)
{
    const FindingCode *row = findingCode(QString(code));
    Q_ASSERT_X(row, "finding", code.data());
    return finding(code, row->severity(target), std::move(where), std::move(message));
}

/// A pasted megabyte is no sentence: what is too long to read keeps its beginning and its end.
static QString readable(const QString &message)
{
    constexpr qsizetype most = 2000;
    return message.size() <= most ? message : message.first(most / 2) + u'…' + message.last(most / 2);
}

Diagnostic finding(QLatin1StringView code, Severity severity, FieldRef where, QString message)
{
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.code = code;
    diagnostic.where = std::move(where);
    diagnostic.message = readable(message);
    return diagnostic;
}

} // namespace sallyport
