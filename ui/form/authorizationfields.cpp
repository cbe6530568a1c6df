// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/authorizationfields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// The words of the fields. A class only for its tr().
class AuthorizationFieldWords
{
    Q_DECLARE_TR_FUNCTIONS(AuthorizationFieldWords)

public:
    static QList<FieldSpec> policy();
    static QList<FieldSpec> sources();
    static QList<FieldSpec> requests();
    static QList<FieldSpec> conditions();
};

QList<FieldSpec> AuthorizationFieldWords::policy()
{
    return {
        {.pattern = u"metadata.name"_s,
         .isRequired = true,
         .help = {.title = tr("Name"),
                  .meaning = tr("The resource's name. Exports and applies use it as it is."),
                  .onTheMesh = tr("It changes no traffic. Under another name the resource is another one.")},
         .placeholder = tr("for example deny-post"),
         .undoText = tr("Rename AuthorizationPolicy %1")},
        {.pattern = u"metadata.namespace"_s,
         .isRequired = true,
         .help = {.title = tr("Namespace"),
                  .meaning = tr("The namespace of the gateway: elsewhere the policy selects nothing."),
                  .onTheMesh =
                      tr("In the mesh's root namespace, usually istio-system, it selects pods of all namespaces.")},
         .placeholder = u"istio-system"_s,
         .undoText = tr("Change namespace of AuthorizationPolicy %1")},
        {.pattern = u"spec.selector"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Protects"),
                  .meaning =
                      tr("The egress gateway whose pods the policy selects. Choosing another one changes the "
                         "selector, the namespace, and the ports and names in the rules that belong to the gateway."),
                  .onTheMesh = tr("Only traffic through this gateway meets the rules.")},
         .placeholder = tr("choose a gateway"),
         .undoText = tr("Change gateway of AuthorizationPolicy %1")},
        {.pattern = u"spec.action"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Action"),
                  .meaning = tr("DENY refuses what a rule matches. ALLOW refuses everything that no rule of any ALLOW "
                                "policy matches. AUDIT only marks. Where nothing is written it is ALLOW."),
                  .onTheMesh = tr("DENY goes before ALLOW. A refused request gets status 403, “RBAC: access denied”; a "
                                  "refused TLS or TCP connection is closed.")},
         .placeholder = u"ALLOW"_s,
         .undoText = tr("Change action of AuthorizationPolicy %1")},
        {.pattern = u"spec.rules"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Rules"),
                  .meaning = tr("A request is matched when one of the rules matches it. The panels below show the one "
                                "that is selected here."),
                  .onTheMesh = tr("DENY and AUDIT need at least one rule; ALLOW without any allows nothing.")},
         .undoText = tr("Change rules of AuthorizationPolicy %1")},
    };
}

QList<FieldSpec> AuthorizationFieldWords::sources()
{
    return {
        {.pattern = u"spec.rules[].from[].source.namespaces"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("From namespaces"),
                  .meaning =
                      tr("Namespaces of the workloads that make the request, with commas between them. A star may "
                         "stand for a part of a name. Nothing here and in service accounts means everyone."),
                  .onTheMesh = tr("The gateway knows them by the certificate of the workload.")},
         .placeholder = tr("any"),
         .undoText = tr("Change source namespaces of %1")},
        {.pattern = u"spec.rules[].from[].source.principals"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("or service accounts"),
                  .meaning = tr("Service accounts as namespace/name, with commas between them; they are written as "
                                "principals of any trust domain, which every Istio understands. A whole principal may "
                                "be written as well."),
                  .onTheMesh = tr("They add to the namespaces: it is enough that one of both matches.")},
         .placeholder = tr("for example mytest/sleep"),
         .undoText = tr("Change service accounts of %1")},
    };
}

QList<FieldSpec> AuthorizationFieldWords::requests()
{
    return {
        {.pattern = u"spec.rules[].to"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Operations"),
                  .meaning = tr("Alternatives: a request is matched when one of them matches. Hosts, methods and paths "
                                "below are those of the one that is selected here."),
                  .onTheMesh = tr("Within one operation hosts, methods and paths must all match.")},
         .undoText = tr("Change operations of %1")},
        {.pattern = u"spec.rules[].to[].operation.hosts"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("To hosts"),
                  .meaning =
                      tr("Hosts of the requests. Each is written twice, plain and with any port, because Istio "
                         "compares the whole Host header. A wildcard such as *.example.org gets a rule of its own, "
                         "which matches the server name of its way into the gateway."),
                  .onTheMesh = tr("TLS and TCP have no Host header: there Istio drops the hosts from a DENY and leaves "
                                  "out such rules of an ALLOW.")},
         .undoText = tr("Change hosts of %1")},
        {.pattern = u"spec.rules[].to[].operation.methods"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Methods"),
                  .meaning = tr("HTTP methods in capitals, with commas between them. gRPC is always POST."),
                  .onTheMesh =
                      tr("TLS and TCP have no method: there Istio drops the methods from a DENY and leaves out "
                         "such rules of an ALLOW.")},
         .placeholder = tr("any"),
         .undoText = tr("Change methods of %1")},
        {.pattern = u"spec.rules[].to[].operation.paths"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Paths"),
                  .meaning = tr("Paths of the requests, one a line: /exact, /prefix* or */suffix."),
                  .onTheMesh = tr("The path is compared without the query, as the gateway has normalised it.")},
         .undoText = tr("Change paths of %1")},
    };
}

QList<FieldSpec> AuthorizationFieldWords::conditions()
{
    return {
        {.pattern = u"spec.rules[].when"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Leave TLS and TCP alone"),
                  .meaning =
                      tr("Keeps the rule off the TLS and TCP routes of the gateway, by a condition on the server "
                         "name that they have in the mesh. It is set in the step in which a rule begins to "
                         "speak of hosts, methods or paths."),
                  .onTheMesh = tr("Without it a DENY of hosts or methods closes all TLS and TCP of its sources at the "
                                  "gateway.")},
         .undoText = tr("Change what %1 means for TLS and TCP")},
        {.pattern = u"spec.rules[].when[]"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Leave TLS and TCP open"),
                  .meaning = tr("Adds a rule that allows every TLS and TCP route of the gateway. ALLOW refuses what no "
                                "rule allows, and rules about hosts, methods or paths cannot allow TLS or TCP."),
                  .onTheMesh = tr("Without it all TLS and TCP through the gateway is closed, as long as no other rule "
                                  "allows it.")},
         .undoText = tr("Change what %1 means for TLS and TCP")},
    };
}

} // namespace

QList<FieldSpec> authorizationFields()
{
    return AuthorizationFieldWords::policy() + AuthorizationFieldWords::sources() + AuthorizationFieldWords::requests()
        + AuthorizationFieldWords::conditions();
}

FieldSpec authorizationField(const QString &pattern)
{
    return specIn(authorizationFields(), pattern);
}

} // namespace sallyport
