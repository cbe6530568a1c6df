// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/inputs.h"
#include "app/commands/locatedtrace.h"

#include "core/policy/names.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::TraceCommand)
};

/// Reads mytest/app=sleep-a,tier=web; a problem in words where it is something else.
QString readFrom(const QString &text, TraceRequest &request)
{
    request.namespaceName = text.section(u'/', 0, 0);
    if (!isDnsLabel(request.namespaceName))
        return Texts::tr("--from starts with a namespace, like mytest or mytest/app=sleep-a, not '%1'.").arg(text);
    for (const QString &label : text.section(u'/', 1).split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = label.lastIndexOf(u'=');
        const QString key = label.first(std::max<qsizetype>(equals, 0));
        const QString value = label.mid(equals + 1);
        if (equals <= 0 || !isLabelKey(key) || !isLabelValue(value))
            return Texts::tr("'%1' is no label of the form key=value.").arg(label);
        request.labels.append({key, value});
    }
    std::sort(request.labels.begin(), request.labels.end());
    return {};
}

QString readUrl(const QString &url, RequestSpec &spec)
{
    const QLatin1StringView stream = "tcp://"_L1;
    if (url.startsWith(stream))
        spec.tcp = url.mid(stream.size());
    else
        spec.url = url;
    return targetOf(spec) ? QString()
                          : Texts::tr("--url is http://host/path, https://host or tcp://host:port, not '%1'.").arg(url);
}

QString readHeaders(const QStringList &headers, RequestSpec &spec)
{
    for (const QString &header : headers) {
        const qsizetype colon = header.indexOf(u':');
        if (colon <= 0)
            return Texts::tr("-H takes 'Name: value', not '%1'.").arg(header);
        spec.headers.append({header.first(colon).trimmed(), header.mid(colon + 1).trimmed()});
    }
    return {};
}

/// The request of a command line, or what is wrong with it.
QString readRequest(const Arguments &arguments, TraceRequest &request)
{
    if (!arguments.has(u"from"_s) || !arguments.has(u"url"_s))
        return Texts::tr("--from and --url say whose request it is and where it goes.");
    QString problem = readFrom(arguments.value(u"from"_s), request);
    if (problem.isEmpty())
        problem = readUrl(arguments.value(u"url"_s), request.request);
    if (problem.isEmpty())
        problem = readHeaders(arguments.values(u"H"_s), request.request);
    request.serviceAccount = arguments.value(u"service-account"_s);
    request.request.method = arguments.value(u"method"_s, u"GET"_s);
    return problem;
}

void print(const TraceResult &trace, const TraceWorld &world, FieldPlaces &places, Console &console)
{
    switch (trace.verdict) {
    case TraceVerdict::Allowed:
        console.print(Texts::tr("allowed: %1").arg(trace.outcome));
        break;
    case TraceVerdict::Blocked:
        console.print(Texts::tr("blocked: %1").arg(trace.outcome));
        break;
    case TraceVerdict::Unknown:
        console.print(Texts::tr("cannot tell: it is not known %1").arg(trace.missing));
        break;
    }
    for (const TraceStep &step : trace.steps) {
        for (const QString &line : stepLines(step, world, places))
            console.print(line);
    }
}

ExitStatus run(const Arguments &arguments, Console &console)
{
    TraceRequest request;
    const QString problem = readRequest(arguments, request);
    if (!problem.isEmpty()) {
        console.report(usageError(traceCommand(), problem));
        return ExitStatus::Failed;
    }
    const std::optional<Workspace> workspace = readWorkspace(arguments.operands, traceCommand(), console);
    if (!workspace)
        return ExitStatus::Failed;
    const Compilation compilation = compile(*workspace);
    const TraceWorld world = worldOf(*workspace, compilation);
    FieldPlaces places(*workspace, compilation, world);
    const TraceResult trace = Tracer(world).trace(request);
    if (compilation.hasErrors())
        console.message(
            Texts::tr("The policy has errors; what they concern is left out of the trace. See sallyport check."));
    if (arguments.value(u"output"_s) == "json"_L1) {
        QJsonObject root = traceToJson(trace, world, places);
        root.insert(u"schema"_s, u"sallyport.dev/trace/v1alpha1"_s);
        console.write(QJsonDocument(root).toJson());
    } else {
        print(trace, world, places, console);
    }
    return trace.verdict == TraceVerdict::Allowed ? ExitStatus::Done : ExitStatus::No;
}

} // namespace

TerminalCommand traceCommand()
{
    return {
        u"trace"_s,
        u"FILE... --from NAMESPACE[/KEY=VALUE,...] --url URL [--service-account NAME] [--method METHOD] [-H 'NAME: VALUE'] [--output text|json]"_s,
        Texts::tr("say what happens to a request, step by step, and which field decides"),
        Texts::tr(
            "Follows one request of a workload through its sidecar, the egress gateway and its policies, over what the files\n"
            "compile to and every other Istio object in them. Ends with 0 where the request is allowed, with 1 where it is\n"
            "blocked or where nobody can tell without a fact that the answer names. For many requests at once, write an\n"
            "Expectations document and run \"sallyport check --output json\"."),
        {{u"from"_s, u"WORKLOAD"_s, Texts::tr("whose request: mytest/app=sleep-a,tier=web"), {}},
         {u"url"_s, u"URL"_s, Texts::tr("where to: http://host/path, https://host or tcp://host:port"), {}},
         {u"service-account"_s, u"NAME"_s, Texts::tr("the workload's service account (default: default)"), {}},
         {u"method"_s, u"METHOD"_s, Texts::tr("the HTTP method (default: GET)"), {}},
         {u"H"_s, u"HEADER"_s, Texts::tr("a header of the request; any number of them"), {}},
         {u"output"_s, u"FORMAT"_s, Texts::tr("how the answer is written (default: text)"), {u"text"_s, u"json"_s}}},
        run,
    };
}

} // namespace sallyport
