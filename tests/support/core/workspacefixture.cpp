// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/core/workspacefixture.h"

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

QString wordFor(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Note:
        break;
    }
    return u"note"_s;
}

yaml::Position positionOf(const Diagnostic &finding, const SourceFile &file)
{
    qsizetype offset = finding.begin;
    if (offset < 0)
        offset = yaml::locate(*file.documents[size_t(finding.where.document)]->source, finding.where.path).begin;
    return yaml::LineIndex(file.stream.text).position(offset);
}

QString fieldOf(const Diagnostic &finding)
{
    return finding.where.path.isEmpty() ? u"-"_s : finding.where.path.toString();
}

} // namespace

Workspace workspaceOf(const TestFiles &files, Target target)
{
    Workspace workspace;
    workspace.target = target;
    for (const auto &[name, text] : files)
        workspace.files.push_back(std::make_shared<SourceFile>(readFile(name, text)));
    return workspace;
}

Workspace workspaceOf(const QByteArray &text)
{
    return workspaceOf({{u"policy.yaml"_s, text}});
}

QString describe(const Diagnostic &finding, const Workspace &workspace)
{
    const SourceFile &file = *workspace.files[size_t(finding.where.file)];
    const yaml::Position position = positionOf(finding, file);
    const QString place = u"%1:%2:%3"_s.arg(file.path).arg(position.line).arg(position.column);
    const QString line = u"%1 %2 %3 %4"_s.arg(place, wordFor(finding.severity), finding.code, fieldOf(finding));
    return finding.suppressed ? line + u" suppressed"_s : line;
}

QStringList codesAndFields(const QList<Diagnostic> &findings)
{
    QStringList lines;
    for (const Diagnostic &finding : findings)
        lines.append(finding.code + u' ' + fieldOf(finding));
    return lines;
}

QByteArray soundPolicy()
{
    return R"(apiVersion: istio.alibabacloud.com/v1beta1
kind: ASMEgressTrafficPolicy
metadata:
  name: egress-by-egressgateway-a
  namespace: istio-egress
spec:
  byEgressGateway:
    name: egressgateway-a
  egressRules:
  - name: web
    from:
    - namespace: mytest
      workloadSelector:
        app: sleep-a
    to:
    - name: httpbin
      hosts:
      - www.httpbin.org
      port:
        name: http
        number: 80
        protocol: HTTP
)";
}

} // namespace sallyport
