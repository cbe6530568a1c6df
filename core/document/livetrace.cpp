// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/livetrace.h"

#include "core/document/workspaceeditor.h"

#include <chrono>

using namespace std::chrono_literals;

namespace sallyport {

namespace {

constexpr auto pauseAfterChange =
    120ms; ///< Who types fast is not slowed down by what is out of date with the next key.

} // namespace

/// The workspace of one moment. Files and objects are shared with the editor, so it is cheap.
struct LiveTrace::Snapshot {
    Workspace workspace;
    Compilation compilation;
};

/// What the thread keeps as long as the workspace stays.
struct LiveTrace::Memory {
    explicit Memory(std::shared_ptr<const Snapshot> s)
        : snapshot(std::move(s))
        , world(worldOf(snapshot->workspace, snapshot->compilation))
        , tracer(world)
        , places(snapshot->workspace, snapshot->compilation, world)
    {
    }

    std::shared_ptr<const Snapshot> snapshot;
    TraceWorld world;
    Tracer tracer;
    FieldPlaces places;
    std::optional<std::vector<ExpectationCase>> cases; ///< Read when they are asked for.
    std::vector<ExpectationResult> results; ///< Of the first of them.
};

struct LiveTrace::Task {
    std::shared_ptr<const Snapshot> snapshot;
    QHash<const QObject *, TraceRequest> requests;
    bool expectations = false;
    std::shared_ptr<std::atomic<bool>> isStale;
};

LiveTrace::LiveTrace(WorkspaceEditor *editor, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LiveTrace::restart);
    connect(editor, &WorkspaceEditor::compiled, this, &LiveTrace::changed);
    connect(editor, &WorkspaceEditor::filesChanged, this, &LiveTrace::forgetClosed);
    changed();
}

LiveTrace::~LiveTrace()
{
    if (m_isStale)
        m_isStale->store(true);
    m_pool.waitForDone();
}

void LiveTrace::watch(const QObject *viewer, const TraceRequest &request)
{
    m_requests.insert(viewer, request);
    m_asked.insert(viewer, request);
    if (!m_timer.isActive())
        m_timer.start(0);
}

void LiveTrace::unwatch(const QObject *viewer)
{
    m_requests.remove(viewer);
    m_asked.remove(viewer);
}

bool LiveTrace::hasExpectations() const
{
    return !documentsOf(m_editor->workspace(), DocumentKind::Expectations).empty();
}

void LiveTrace::changed()
{
    m_snapshot.reset();
    m_asked = m_requests;
    m_wantsResults = hasExpectations();
    if (m_isStale)
        m_isStale->store(true);
    if (!m_wantsResults && (!m_results.empty() || m_isBusy)) {
        m_results.clear();
        m_isBusy = false;
        emit evaluated();
    }
    if (m_wantsResults && !m_isBusy) {
        m_isBusy = true;
        emit evaluated();
    }
    if (m_wantsResults || !m_asked.isEmpty())
        m_timer.start(pauseAfterChange);
}

/// Results name files by their numbers, which are others once one is closed.
void LiveTrace::forgetClosed()
{
    const auto files = int(m_editor->workspace().files.size());
    if (std::none_of(m_results.begin(), m_results.end(), [&](const auto &each) { return each.where.file >= files; }))
        return;
    m_results.clear();
    emit evaluated();
}

void LiveTrace::restart()
{
    if (!m_isRunning)
        return start();
    m_isStale->store(true); // what it did so far is not lost, and start() follows
}

void LiveTrace::start()
{
    if (m_asked.isEmpty() && !m_wantsResults)
        return;
    if (!m_snapshot)
        m_snapshot = std::make_shared<const Snapshot>(Snapshot{m_editor->workspace(), m_editor->compilation()});
    m_isRunning = true;
    m_isStale = std::make_shared<std::atomic<bool>>(false);
    const Task task{m_snapshot, std::exchange(m_asked, {}), m_wantsResults, m_isStale};
    m_pool.start([this, task] {
        if (!m_memory || m_memory->snapshot != task.snapshot)
            m_memory = std::make_shared<Memory>(task.snapshot);
        run(task, *m_memory, this);
    });
}

/// In the thread. The object waits for it before it dies, so there is somebody to hear of the end.
void LiveTrace::run(const Task &task, Memory &memory, LiveTrace *self)
{
    const Compilation &compilation = memory.snapshot->compilation;
    for (auto it = task.requests.begin(); it != task.requests.end(); ++it) {
        PlacedTrace trace =
            placed(it.value(), memory.tracer.trace(it.value()), compilation, memory.world, memory.places);
        const auto deliver = [self, viewer = it.key(), trace = std::move(trace), snapshot = task.snapshot] {
            const auto watched = self->m_requests.constFind(viewer);
            if (watched != self->m_requests.constEnd() && *watched == trace.request && self->m_snapshot == snapshot)
                emit self->traced(viewer, trace);
        };
        QMetaObject::invokeMethod(self, deliver, Qt::QueuedConnection);
    }
    if (task.expectations && !memory.cases)
        memory.cases = expectationCases(memory.snapshot->workspace);
    while (task.expectations && !*task.isStale && memory.results.size() < memory.cases->size())
        memory.results.push_back(evaluate((*memory.cases)[memory.results.size()], memory.tracer, TraceDetail::Verdict));
    const bool isDone = task.expectations && memory.results.size() == memory.cases->size();
    const auto end = [self, snapshot = task.snapshot,
                      results = isDone ? memory.results : std::vector<ExpectationResult>(), isDone] {
        self->m_isRunning = false;
        if (isDone && self->m_snapshot == snapshot)
            self->takeResults(results);
        if (!self->m_timer.isActive())
            self->start();
    };
    QMetaObject::invokeMethod(self, end, Qt::QueuedConnection);
}

void LiveTrace::takeResults(const std::vector<ExpectationResult> &results)
{
    m_wantsResults = false;
    m_results = results;
    m_isBusy = false;
    emit evaluated();
}

} // namespace sallyport
