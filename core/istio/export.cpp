// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/istio/export.h"

#include "core/istio/compile.h"
#include "core/istio/policytext.h"

#include <QHash>
#include <QUrl>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// Names come from documents: one that is no name must not lead out of the folder.
QString fileNamePart(const QString &name)
{
    const auto isPlain = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    if (std::all_of(name.begin(), name.end(), isPlain))
        return name;
    if (name == "."_L1 || name == ".."_L1)
        return QString(name).replace(u'.', "%2E"_L1);
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

/// Gathers files; objects that share a path share a file, so that nothing gets lost.
class Collector
{
public:
    explicit Collector(Export &result)
        : m_export(result)
    {
    }

    void startFolder(const QString &folder)
    {
        m_folder = folder;
        m_export.folders.append(folder);
    }

    void add(const ObjectRef &ref, const QByteArray &text)
    {
        const QString path = m_folder + exportPath(ref);
        const auto known = m_files.constFind(path);
        if (known != m_files.constEnd()) {
            m_export.files[*known].bytes += "---\n" + text;
            return;
        }
        m_files.insert(path, m_export.files.size());
        m_export.files.push_back({path, text});
    }

private:
    Export &m_export;
    QString m_folder;
    QHash<QString, size_t> m_files;
};

bool isCounted(const Diagnostic &finding)
{
    return finding.severity == Severity::Error && !finding.suppressed;
}

/// Adds what is not there yet. Of a finding that both targets make, the graver one counts.
void mergeFindings(QList<Diagnostic> &all, const QList<Diagnostic> &more)
{
    using Key = std::tuple<int, int, QString, QString, qsizetype>;
    const auto key = [](const Diagnostic &finding) {
        const FieldRef &where = finding.where;
        return Key(where.file, where.document, where.path.toString(), finding.code, finding.begin);
    };
    std::map<Key, qsizetype> known;
    for (qsizetype i = 0; i < all.size(); ++i)
        known.emplace(key(all.at(i)), i);
    for (const Diagnostic &finding : more) {
        const auto same = known.find(key(finding));
        if (same == known.end())
            all.append(finding);
        else if (finding.severity < all.at(same->second).severity)
            all[same->second] = finding;
    }
}

/// The documents with an error finding.
std::set<std::pair<int, int>> defectiveDocuments(const QList<Diagnostic> &findings)
{
    std::set<std::pair<int, int>> documents;
    for (const Diagnostic &finding : findings) {
        if (isCounted(finding))
            documents.emplace(finding.where.file, finding.where.document);
    }
    return documents;
}

void addIstio(Export &result, Collector &collector, const Compilation &compilation)
{
    for (const Object &object : compilation.objects)
        collector.add(object.content->ref, object.content->yaml);
    result.findings = compilation.findings;
}

void addAsm(Export &result, Collector &collector, const Workspace &workspace, const Compilation &compilation)
{
    const std::set<std::pair<int, int>> defective = defectiveDocuments(compilation.findings);
    for (const Object &object : compilation.objects) {
        if (object.document.file >= 0)
            collector.add(object.content->ref, object.content->yaml);
    }
    for (DocumentId id : documentsOf(workspace, DocumentKind::Policy)) {
        const DocumentReading &reading = workspace.reading(id.file, id.document);
        if (defective.contains({id.file, id.document})) // a resource goes as a whole or not at all
            continue;
        collector.add({reading.apiVersion, reading.objectKind, reading.namespaceName, reading.name},
                      policyText(workspace.files[size_t(id.file)]->stream, id.document));
    }
    if (result.findings.isEmpty())
        result.findings = compilation.findings;
    else
        mergeFindings(result.findings, compilation.findings);
}

} // namespace

ExportTarget exportTarget(Target target)
{
    return target == Target::Asm ? ExportTarget::Asm : ExportTarget::Istio;
}

QString exportPath(const ObjectRef &object)
{
    const QString folder = object.namespaceName.isEmpty() ? QString() : fileNamePart(object.namespaceName) + u'/';
    return folder + fileNamePart(object.kind.toLower()) + u'-' + fileNamePart(object.name) + ".yaml"_L1;
}

bool Export::isPartial() const
{
    return std::any_of(findings.begin(), findings.end(), isCounted);
}

QByteArray Export::stream() const
{
    QByteArray text;
    for (const ExportFile &file : files) {
        if (!text.isEmpty())
            text += "---\n";
        text += file.bytes;
    }
    return text;
}

Export exportOf(const Workspace &workspace, ExportTarget target)
{
    Export result;
    Collector collector(result);
    Workspace input = workspace;
    if (target != ExportTarget::Asm) {
        input.target = Target::Istio;
        const Compilation compilation = compile(input);
        result.mesh = compilation.mesh.name;
        collector.startFolder(target == ExportTarget::Both ? u"istio/"_s : QString());
        addIstio(result, collector, compilation);
    }
    if (target != ExportTarget::Istio) {
        input.target = Target::Asm;
        const Compilation compilation = compile(input);
        result.mesh = compilation.mesh.name;
        collector.startFolder(target == ExportTarget::Both ? u"asm/"_s : QString());
        addAsm(result, collector, input, compilation);
    }
    return result;
}

} // namespace sallyport
