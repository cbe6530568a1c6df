// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/comparer.h"

#include "core/istio/compilecache.h"

namespace sallyport {

/// What the thread remembers from one comparison to the next: the state before changes rarely.
struct Comparer::Memory {
    std::vector<QByteArray> texts;
    Target target = Target::Istio;
    std::shared_ptr<const Compilation> compilation;
    CompileCache cache;
};

namespace {

/// The workspace as it was. What did not change is not read again.
Workspace workspaceBefore(const ComparisonRequest &request)
{
    Workspace before{.target = request.now.target};
    for (size_t i = 0; i < request.now.files.size(); ++i) {
        const std::shared_ptr<const SourceFile> &now = request.now.files[i];
        const std::optional<QByteArray> &text = request.before[i];
        if (text && *text == now->stream.text)
            before.files.push_back(now);
        else if (text)
            before.files.push_back(std::make_shared<const SourceFile>(rereadFile(*now, *text)));
    }
    return before;
}

std::vector<QByteArray> textsOf(const Workspace &workspace)
{
    std::vector<QByteArray> texts;
    for (const auto &file : workspace.files)
        texts.push_back(file->stream.text);
    return texts;
}

} // namespace

Comparer::Comparer(QObject *parent)
    : QObject(parent)
    , m_memory(std::make_shared<Memory>())
{
    m_pool.setMaxThreadCount(1);
}

Comparer::~Comparer()
{
    m_pool.waitForDone();
}

void Comparer::compare(const ComparisonRequest &request)
{
    m_next = request;
    m_isCancelled = false;
    if (!m_isRunning)
        start();
}

void Comparer::cancel()
{
    m_next.reset();
    m_isCancelled = true;
}

void Comparer::start()
{
    m_isRunning = true;
    m_pool.start([this, request = std::move(*m_next), memory = m_memory] {
        ComparisonAnswer answer;
        if (request.objects) {
            const Workspace before = workspaceBefore(request);
            std::vector<QByteArray> texts = textsOf(before);
            if (!memory->compilation || memory->texts != texts || memory->target != before.target) {
                memory->compilation = std::make_shared<const Compilation>(compile(before, &memory->cache));
                memory->texts = std::move(texts);
                memory->target = before.target;
            }
            answer.before = memory->compilation;
            if (request.access)
                answer.access =
                    accessDiff({answer.before->table, answer.before->mesh}, {request.tableAfter, request.meshAfter});
            else
                answer.comparison = compareObjects(answer.before->objects, request.objectsAfter);
        } else {
            answer.comparison = compareTexts(request.textBefore, request.textAfter);
        }
        // The comparer waits for its thread before it dies.
        QMetaObject::invokeMethod(
            this,
            [this, answer] {
                m_isRunning = false;
                if (m_next)
                    start();
                else if (!m_isCancelled)
                    emit answered(answer);
            },
            Qt::QueuedConnection);
    });
    m_next.reset();
}

} // namespace sallyport
