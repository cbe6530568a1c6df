// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/expectationfields.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// The words of the fields. A class only for its tr().
class ExpectationWords
{
    Q_DECLARE_TR_FUNCTIONS(ExpectationWords)

public:
    static QList<FieldSpec> cases();
    static QList<FieldSpec> from();
    static QList<FieldSpec> request();
    static QList<FieldSpec> expect();
};

QList<FieldSpec> ExpectationWords::cases()
{
    return {
        {.pattern = u"metadata.name"_s,
         .help = {.title = tr("Name"),
                  .meaning = tr("A name for people: what the cases are about."),
                  .onTheMesh = tr("It changes no traffic; the document never reaches a cluster.")},
         .placeholder = tr("optional"),
         .undoText = tr("Rename Expectations %1")},
        {.pattern = u"spec.cases"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Cases"),
                  .meaning =
                      tr("Each case is a request of a workload and what should come of it. The fields below show "
                         "the one that is selected here in full."),
                  .onTheMesh =
                      tr("Nothing is sent: the cases are evaluated over the generated objects while you type, and "
                         "by “sallyport check”.")},
         .undoText = tr("Change cases of %1")},
        {.pattern = u"spec.cases[].name"_s,
         .help = {.title = tr("Case"),
                  .meaning = tr("A name for people; reports of checks show it."),
                  .onTheMesh = tr("It changes no traffic.")},
         .placeholder = tr("optional"),
         .undoText = tr("Rename case %1")},
    };
}

QList<FieldSpec> ExpectationWords::from()
{
    return {
        {.pattern = u"spec.cases[].from.namespace"_s,
         .isRequired = true,
         .help = {.title = tr("From namespace"),
                  .meaning = tr("The namespace of the workload that makes the request."),
                  .onTheMesh = tr("The gateway knows the namespace by the workload's certificate.")},
         .placeholder = tr("for example mytest"),
         .undoText = tr("Change namespace of %1")},
        {.pattern = u"spec.cases[].from.serviceAccount"_s,
         .help = {.title = tr("Service account"),
                  .meaning = tr("The account that the workload runs as."),
                  .onTheMesh = tr("AuthorizationPolicies may ask for it; policies do not.")},
         .placeholder = u"default"_s,
         .undoText = tr("Change service account of %1")},
        {.pattern = u"spec.cases[].from.labels"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Workload labels"),
                  .meaning = tr("All labels of the pod that makes the request."),
                  .onTheMesh = tr("Rules with workload labels speak of pods that carry all of theirs.")},
         .undoText = tr("Change labels of %1")},
    };
}

QList<FieldSpec> ExpectationWords::request()
{
    return {
        {.pattern = u"spec.cases[].request.method"_s,
         .help = {.title = tr("Method"),
                  .meaning = tr("The HTTP method, in capitals. Where nothing is written it is GET."),
                  .onTheMesh = tr("AuthorizationPolicies may ask for it.")},
         .placeholder = u"GET"_s,
         .undoText = tr("Change method of %1")},
        {.pattern = u"spec.cases[].request.url"_s,
         .isRequired = true,
         .help = {.title = tr("Request"),
                  .meaning =
                      tr("What the application asks for: http://host/path, https://host/path, or host:port for a "
                         "TCP stream."),
                  .onTheMesh = tr("Nothing is sent to the host.")},
         .placeholder = tr("https://www.example.com/ or db.example.com:5432"),
         .undoText = tr("Change request of %1")},
        {.pattern = u"spec.cases[].request.headers"_s,
         .kind = FieldSpec::Kind::Other,
         .help = {.title = tr("Request headers"),
                  .meaning = tr("Headers that the application sends."),
                  .onTheMesh = tr("A Host header that differs from the URL decides where the request goes.")},
         .undoText = tr("Change headers of %1")},
    };
}

QList<FieldSpec> ExpectationWords::expect()
{
    return {
        {.pattern = u"spec.cases[].expect.verdict"_s,
         .help = {.title = tr("Expected"),
                  .meaning = tr("Whether the request should reach the host: allowed, blocked, or any where only the "
                                "status counts."),
                  .onTheMesh =
                      tr("A case that cannot be decided is reported and does not fail, unless checks are strict.")},
         .placeholder = tr("any"),
         .undoText = tr("Change expected verdict of %1")},
        {.pattern = u"spec.cases[].expect.status"_s,
         .kind = FieldSpec::Kind::Number,
         .help = {.title = tr("Status"),
                  .meaning = tr("The HTTP status that the application should see."),
                  .onTheMesh = tr("A proxy refuses with 502 at the sidecar and 403 at the gateway.")},
         .placeholder = tr("any"),
         .undoText = tr("Change expected status of %1")},
    };
}

} // namespace

QList<FieldSpec> expectationFields()
{
    return ExpectationWords::cases() + ExpectationWords::from() + ExpectationWords::request()
        + ExpectationWords::expect();
}

FieldSpec expectationField(const QString &pattern)
{
    return specIn(expectationFields(), pattern);
}

QString requestKeyOf(const QString &request)
{
    static const QRegularExpression hostAndPort(u"^[^/\\s:]+:\\d+$"_s);
    return hostAndPort.match(request).hasMatch() ? u"tcp"_s : u"url"_s;
}

} // namespace sallyport
