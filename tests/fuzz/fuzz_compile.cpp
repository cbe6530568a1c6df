// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

/// Takes any bytes down the whole road: read, validated, compiled, exported. Then changes the text, by every fix that is offered and by a
/// change that the bytes choose, and compiles again with what the first time left in the cache. What must hold of each outcome is in require().

#include "core/istio/compile.h"
#include "core/istio/compilecache.h"
#include "core/istio/export.h"
#include "core/policy/findingcodes.h"
#include "core/yaml/patch.h"
#include "core/yaml/write.h"
#include "tests/fuzz/choices.h"
#include "tests/support/core/changedworkspace.h"

#include <QSet>

using namespace sallyport;
using namespace sallyport::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fixesTaken = 6;
constexpr size_t objectsLookedAt = 40;

const SourceFile &onlyFile(const Workspace &workspace)
{
    return *workspace.files.front();
}

/// A finding has a known code and a sentence, and stands in the text.
void requireSound(const Diagnostic &finding, const Workspace &workspace)
{
    require(findingCode(finding.code) && !finding.message.isEmpty());
    require(finding.where.file == 0);
    const qsizetype size = onlyFile(workspace).stream.text.size();
    if (finding.begin >= 0) {
        require(finding.end >= finding.begin && finding.end <= size);
        return;
    }
    const auto &documents = onlyFile(workspace).documents;
    require(finding.where.document >= 0 && (documents.empty() || size_t(finding.where.document) < documents.size()));
    if (documents.empty())
        return;
    const yaml::Range range = yaml::locate(*documents[size_t(finding.where.document)]->source, finding.where.path);
    require(range.begin >= 0 && range.end >= range.begin && range.end <= size);
}

/// An object's text says its value, and every line knows where it came from.
void requireSound(const Object &object, const Compilation &compilation)
{
    const ObjectContent &content = *object.content;
    require(content.yaml.endsWith('\n') && size_t(content.yaml.count('\n')) == content.lineOrigins.size());
    for (const quint32 origin : content.lineOrigins)
        require(origin < content.origins.size());
    for (const quint32 route : object.routes)
        require(route < compilation.table.routes.size());
    for (const int line : {0, int(content.lineOrigins.size()) - 1, int(content.lineOrigins.size()) / 2})
        require(!originsOf(compilation, object, line).isEmpty());
    const yaml::Stream stream = yaml::parse(content.yaml);
    require(stream.documents.size() == 1 && !stream.documents.front()->broken);
    // Written again, not compared as values: a number that is none is not equal to itself.
    require(yaml::write(yaml::toValue(stream.documents.front()->root)) == content.yaml);
}

void requireSound(const Compilation &compilation, const Workspace &workspace)
{
    for (const Diagnostic &finding : compilation.findings)
        requireSound(finding, workspace);
    QSet<QString> names;
    for (const Object &object : compilation.objects) {
        const QString name = object.content->ref.toString();
        require(object.document.file >= 0 || !names.contains(name));
        names.insert(name);
    }
    for (size_t i = 0; i < compilation.objects.size() && i < objectsLookedAt; ++i)
        requireSound(compilation.objects[i], compilation);
}

void requireSound(const Export &exported)
{
    QSet<QString> paths;
    for (const ExportFile &file : exported.files) {
        require(!file.path.startsWith(u'/') && !file.path.split(u'/').contains(u".."_s) && !paths.contains(file.path));
        paths.insert(file.path);
    }
}

/// What the cache answers is what a first compilation answers.
void requireSameWithCache(const Workspace &workspace, CompileCache &cache)
{
    const Compilation cached = compile(workspace, &cache);
    const Compilation fresh = compile(workspace);
    require(render(cached.objects) == render(fresh.objects));
    require(cached.findings.size() == fresh.findings.size());
    requireSound(cached, workspace);
}

void takeFixes(const Compilation &compilation, const Workspace &workspace, CompileCache &cache)
{
    qsizetype left = fixesTaken;
    for (const Diagnostic &finding : compilation.findings) {
        for (const Fix &fix : finding.fixes) {
            if (fix.switchesToAsm || left-- <= 0)
                continue;
            const QList<DocumentChange> changes = fix.changes(fix.question ? fix.question->suggestion : QString());
            if (const Result<Workspace> after = changed(workspace, changes))
                requireSameWithCache(*after, cache);
        }
    }
}

void changeSomething(Choices &choices, const Workspace &workspace, CompileCache &cache)
{
    const auto &documents = onlyFile(workspace).documents;
    const int document = choices.below(int(documents.size()));
    const Value root = yaml::toValue(documents[size_t(document)]->source->root);
    if (const auto after = changed(workspace, {{0, document, someChange(choices, root)}}))
        requireSameWithCache(*after, cache);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uchar *data, size_t size)
{
    Choices choices(data, size);
    Workspace workspace;
    workspace.target = choices.below(4) == 0 ? Target::Asm : Target::Istio;
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    workspace.files.push_back(std::make_shared<SourceFile>(readFile(u"policy.yaml"_s, text)));

    CompileCache cache;
    const Compilation compilation = compile(workspace, &cache);
    requireSound(compilation, workspace);
    requireSound(exportOf(workspace, choices.below(2) ? ExportTarget::Both : exportTarget(workspace.target)));
    if (onlyFile(workspace).documents.empty())
        return 0;
    takeFixes(compilation, workspace, cache);
    changeSomething(choices, workspace, cache);
    return 0;
}
