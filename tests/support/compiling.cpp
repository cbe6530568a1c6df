// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/compiling.h"

#include <algorithm>

namespace sallyport::test {

using namespace Qt::StringLiterals;

Workspace workspaceOf(const QByteArray &text, Target target)
{
    Workspace workspace;
    workspace.target = target;
    workspace.files.push_back(std::make_shared<SourceFile>(readFile(u"policy.yaml"_s, text)));
    return workspace;
}

Compiled compileText(const QByteArray &text, Target target)
{
    Compiled compiled{workspaceOf(text, target), {}};
    compiled.compilation = compile(compiled.workspace);
    return compiled;
}

const Object *Compiled::object(const QString &ref) const
{
    const auto find = [this](auto matches) -> const Object * {
        const auto found = std::find_if(compilation.objects.begin(), compilation.objects.end(),
                                        [&](const Object &object) { return matches(object.content->ref.toString()); });
        return found == compilation.objects.end() ? nullptr : &*found;
    };
    const Object *exact = find([&](const QString &name) { return name == ref; });
    return exact ? exact : find([&](const QString &name) { return name.startsWith(ref); });
}

QByteArray Compiled::yaml(const QString &ref) const
{
    const Object *found = object(ref);
    return found ? found->content->yaml : QByteArray();
}

QStringList Compiled::refs() const
{
    QStringList refs;
    for (const Object &object : compilation.objects)
        refs.append(object.content->ref.toString());
    return refs;
}

QStringList Compiled::findings() const
{
    static const QStringList severities = {u"error"_s, u"warning"_s, u"note"_s};
    QStringList lines;
    for (const Diagnostic &diagnostic : compilation.findings)
        lines.append(severities[int(diagnostic.severity)] + u' ' + diagnostic.code + u' '
                     + diagnostic.where.path.toString());
    return lines;
}

QByteArray policyWith(const QByteArray &rules)
{
    return "apiVersion: istio.alibabacloud.com/v1beta1\n"
           "kind: ASMEgressTrafficPolicy\n"
           "metadata:\n"
           "  name: egress-by-egressgateway-a\n"
           "  namespace: istio-egress\n"
           "spec:\n"
           "  byEgressGateway:\n"
           "    name: egressgateway-a\n"
           "  egressRules:\n"
        + rules;
}

QByteArray rule(const QByteArray &from, const QByteArray &to)
{
    return "  - {from: [" + from + "], to: [" + to + "]}\n";
}

} // namespace sallyport::test
