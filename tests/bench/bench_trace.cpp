// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/istio/compile.h"
#include "core/routes/access.h"
#include "core/trace/expect.h"

#include <QFile>
#include <QRegularExpression>

#include <chrono>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

QByteArray read(const char *path)
{
    QFile file(QString::fromLocal8Bit(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", path);
    return file.readAll();
}

Workspace workspaceOf(const QList<QByteArray> &texts)
{
    Workspace workspace;
    for (const QByteArray &text : texts)
        workspace.files.push_back(std::make_shared<const SourceFile>(readFile(u"bench.yaml"_s, text)));
    return workspace;
}

QByteArray mesh()
{
    return "apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata:\n  name: default\nspec:\n"
           "  outboundTrafficPolicy: REGISTRY_ONLY\n";
}

/// Cases over the hosts of a policy: each in turn over HTTP and HTTPS, from its own namespace and from another one.
QByteArray expectations(const QByteArray &policy, int count)
{
    static const QRegularExpression pattern(u"- (api-\\d+\\.(team-\\d+)\\.example\\.com)"_s);
    QList<std::pair<QString, QString>> hosts;
    auto found = pattern.globalMatch(QString::fromUtf8(policy));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        hosts.append({match.captured(1), match.captured(2)});
    }
    QString text =
        u"apiVersion: sallyport.dev/v1alpha1\nkind: Expectations\nmetadata:\n  name: bench\nspec:\n  cases:\n"_s;
    for (int i = 0; i < count; ++i) {
        const auto &[host, home] = hosts.at(i % hosts.size());
        const int round = int(i / hosts.size()) % 4;
        const bool isAllowed = round % 2 == 0 && round < 3;
        text +=
            u"  - from: {namespace: %1, labels: {app: client}}\n    request: {url: \"%2://%3/%4\"}\n    expect: {verdict: %5}\n"_s
                .arg(round == 1 ? u"elsewhere"_s : home, round == 3 ? u"https"_s : u"http"_s, host, QString::number(i),
                     isAllowed ? u"allowed"_s : u"blocked"_s);
    }
    return text.toUtf8();
}

void traces(const QByteArray &policy)
{
    const Workspace workspace = workspaceOf({policy, mesh(), expectations(policy, 10'000)});
    const Compilation compilation = compile(workspace);
    Clock::time_point start = Clock::now();
    const TraceWorld world = worldOf(workspace, compilation);
    const double reading = secondsSince(start);

    start = Clock::now();
    const std::vector<ExpectationResult> results = evaluateExpectations(workspace, world, TraceDetail::Verdict);
    const double run = secondsSince(start);
    const auto holding = std::count_if(results.begin(), results.end(), [](const ExpectationResult &result) {
        return result.state == ExpectationState::Holds;
    });

    start = Clock::now();
    Tracer tracer(world);
    for (const ExpectationResult &result : results)
        tracer.trace(requestOf(result.expectation));
    const double tracing = secondsSince(start);
    std::printf("%.3f %.3f %.0f %zu %ld\n", reading, run, double(results.size()) / tracing, results.size(),
                long(holding));
}

void accessDifference(const QByteArray &before, const QByteArray &after)
{
    const Compilation compilations[] = {compile(workspaceOf({before})), compile(workspaceOf({after}))};
    const Clock::time_point start = Clock::now();
    const AccessDiff diff =
        accessDiff({compilations[0].table, compilations[0].mesh}, {compilations[1].table, compilations[1].mesh});
    std::printf("%.3f %zu\n", secondsSince(start), diff.newlyAllowed.size() + diff.noLongerAllowed.size());
}

} // namespace

/// bench_trace traces POLICY: seconds to read the world, seconds for 10,000 expectations, traces with steps per second, cases, those that
/// hold. bench_trace access OLD NEW: seconds for the difference of access, entries of it.
int main(int argc, char *argv[])
{
    if (argc == 3 && std::strcmp(argv[1], "traces") == 0) {
        traces(read(argv[2]));
    } else if (argc == 4 && std::strcmp(argv[1], "access") == 0) {
        accessDifference(read(argv[2]), read(argv[3]));
    } else {
        std::fputs("Usage: bench_trace traces POLICY | access OLD NEW\n", stderr);
        return 2;
    }
    return 0;
}
