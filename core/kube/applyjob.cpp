// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/applyjob.h"

#include "core/kube/managedfields.h"

#include <algorithm>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

/// How often a write is tried again when only the object's version moved, not what is in it (an istiod writes status, say).
constexpr int maxAttempts = 4;

/// The object is not what the plan saw. A server looks at the owners of fields before it looks at the version: an owner that the plan knew
/// nothing of is a change, too.
bool isOutdated(const KubeError &error)
{
    return error.kind == KubeError::Kind::Changed || error.kind == KubeError::Kind::Conflict;
}

bool sameContent(const Value &a, const Value &b)
{
    return withoutServerFields(a) == withoutServerFields(b);
}

} // namespace

int ApplyReport::done() const
{
    return int(std::count_if(results.begin(), results.end(), [](const WriteResult &result) { return !result.error; }));
}

ApplyJob::ApplyJob(Client &client, Plan plan, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_plan(std::move(plan))
    , m_pause(pause)
    , m_steps(stepsOf(m_plan))
{
    for (const Step &step : m_steps)
        m_total += int(step.writes.size());
    for (const PlannedObject &object : m_plan.objects) {
        m_planned.insert(object.key(), &object);
        if (object.live) {
            const Value &metadata = (*object.live)[u"metadata"];
            m_present.insert(object.key(), {metadata[u"uid"].text(), metadata[u"resourceVersion"].text(), object.live});
        }
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { runStep(m_steps[m_step]); });
}

void ApplyJob::start()
{
    m_report.error = m_plan.obstacle();
    const bool parentIsRight = !m_plan.liveSet || *m_plan.liveSet == m_plan.set;
    if (m_report.error || (m_steps.empty() && parentIsRight)) {
        m_report.complete = !m_report.error;
        QTimer::singleShot(0, this, &ApplyJob::end);
        return;
    }
    if (m_steps.empty()) // an earlier apply ended before it could
        return shrinkParent();
    ApplySet grown = m_plan.set; // members are always where the parent says, whenever we stop
    for (const PlannedObject &object : m_plan.objects) {
        grown.groupKinds.insert(object.ref.kind + u'.' + object.ref.apiVersion.section(u'/', 0, 0));
        grown.namespaces.insert(object.ref.namespaceName);
    }
    if (m_plan.liveSet) {
        grown.groupKinds.unite(m_plan.liveSet->groupKinds);
        grown.namespaces.unite(m_plan.liveSet->namespaces);
    }
    writeParent(grown, [this] { nextStep(); });
}

void ApplyJob::cancel()
{
    if (m_ended)
        return;
    m_report.cancelled = true;
    m_queue.stopStarting();
    if (m_timer.isActive()) {
        m_timer.stop();
        QTimer::singleShot(0, this, &ApplyJob::end);
    }
}

void ApplyJob::writeParent(const ApplySet &set, std::function<void()> next)
{
    if (m_plan.liveSet && *m_plan.liveSet == set)
        return next();
    ApplyQuery query;
    query.resource = configMapResource;
    query.namespaceName = set.namespaceName;
    query.name = set.name;
    query.object = parentObject(set, m_plan.mesh);
    query.force = true; // the set's book-keeping is ours alone: readParent() has made sure of that
    m_client.apply(query, this, [this, set, next](const Outcome<Applied> &outcome) {
        if (outcome) {
            m_plan.liveSet = set;
            m_plan.parentUid = outcome->object[u"metadata"][u"uid"].text();
            return next();
        }
        m_report.error = outcome.error().toError(tr("The list of our objects was not written."),
                                                 "ConfigMap "_L1 + set.namespaceName + u'/' + set.name);
        end();
    });
}

void ApplyJob::nextStep()
{
    if (m_report.cancelled || m_report.error)
        return end();
    if (m_step == m_steps.size())
        return shrinkParent();
    const Step &step = m_steps[m_step];
    if (step.waitsBefore && m_pause.count() > 0) {
        emit pausing(m_pause);
        m_timer.start(m_pause);
        return;
    }
    runStep(step);
}

void ApplyJob::runStep(const Step &step)
{
    emit writing(step.phase);
    std::vector<CallQueue::Start> calls;
    for (const Write &write : step.writes) {
        calls.push_back([this, &write, phase = step.phase](std::function<void()> finished) {
            if (write.deletes)
                deleteOne(write, phase, 1, std::move(finished));
            else
                applyOne(write, phase, 1, std::move(finished));
            return Call(); // a write that was sent is waited for, also when the rest is cancelled
        });
    }
    ++m_step;
    m_queue.run(std::move(calls), [this] { nextStep(); });
}

void ApplyJob::applyOne(const Write &write, Phase phase, int attempt, std::function<void()> finished)
{
    const ObjectKey key = write.object.key();
    const PlannedObject &planned = *m_planned.value(key);
    ApplyQuery query;
    query.resource = *m_plan.resource(planned.ref);
    query.namespaceName = key.namespaceName;
    query.name = key.name;
    query.object = bodyOf(planned, *write.object.value);
    query.force = takesOver(planned);
    const auto present = m_present.constFind(key);
    if (present != m_present.constEnd()) {
        query.object.find(u"metadata")->set(u"uid"_s, present->uid);
        query.object.find(u"metadata")->set(u"resourceVersion"_s, present->resourceVersion);
    }
    m_client.apply(query, this, [=, this, &write](const Outcome<Applied> &outcome) {
        if (!outcome)
            return lookUp(write, phase, attempt, outcome.error(), finished);
        const Value &metadata = outcome->object[u"metadata"];
        m_present.insert(key,
                         {metadata[u"uid"].text(), metadata[u"resourceVersion"].text(),
                          std::make_shared<const Value>(outcome->object)});
        record(write, phase, std::nullopt);
        finished();
    });
}

void ApplyJob::deleteOne(const Write &write, Phase phase, int attempt, std::function<void()> finished)
{
    const ObjectKey key = write.object.key();
    const Present present = m_present.value(key);
    DeleteQuery query;
    query.resource = *m_plan.resource(m_planned.value(key)->ref);
    query.namespaceName = key.namespaceName;
    query.name = key.name;
    query.uid = present.uid;
    query.resourceVersion = present.resourceVersion;
    m_client.remove(query, this, [=, this, &write](const Outcome<Deleted> &outcome) {
        if (!outcome && outcome.error().kind != KubeError::Kind::NotFound)
            return lookUp(write, phase, attempt, outcome.error(), finished);
        m_present.remove(key);
        record(write, phase, std::nullopt, outcome && !outcome->gone);
        finished();
    });
}

/// Where it is not known whether a write happened, or an object is not what it was, the object itself tells.
void ApplyJob::lookUp(const Write &write, Phase phase, int attempt, const KubeError &error,
                      std::function<void()> finished)
{
    if (!isOutdated(error) && error.kind != KubeError::Kind::NotFound && !error.maybeDone) {
        record(write, phase, error);
        return finished();
    }
    const ObjectKey key = write.object.key();
    m_client.get(*m_plan.resource(m_planned.value(key)->ref), key.namespaceName, key.name, this,
                 [=, this, &write](const Outcome<Value> &now) { settle(write, phase, attempt, error, now, finished); });
}

void ApplyJob::settle(const Write &write, Phase phase, int attempt, const KubeError &error, const Outcome<Value> &now,
                      std::function<void()> finished)
{
    const ObjectKey key = write.object.key();
    const Present before = m_present.value(key);
    const auto done = [&] {
        record(write, phase, std::nullopt);
        finished();
    };
    if (!now && now.error().kind == KubeError::Kind::NotFound) {
        m_present.remove(key);
        if (write.deletes)
            return done();
        if (before.uid.isEmpty() && attempt < maxAttempts)
            return applyOne(write, phase, attempt + 1, finished); // it was never there, and is not now
        m_report.clusterChanged = m_report.clusterChanged || !before.uid.isEmpty();
        record(write, phase, error);
        return finished();
    }
    if (!now) {
        record(write, phase, error);
        return finished();
    }
    const Value &metadata = (*now)[u"metadata"];
    const Present present = {metadata[u"uid"].text(), metadata[u"resourceVersion"].text(),
                             std::make_shared<const Value>(*now)};
    if (!write.deletes && isAppliedByUs(*now) && carries(*now, bodyOf(*m_planned.value(key), *write.object.value))
        && (before.uid.isEmpty() || before.uid == present.uid)) {
        m_present.insert(key, present);
        return done();
    }
    if (before.uid == present.uid && before.value && sameContent(*before.value, *now) && attempt < maxAttempts) {
        m_present.insert(key, present);
        return write.deletes ? deleteOne(write, phase, attempt + 1, finished)
                             : applyOne(write, phase, attempt + 1, finished);
    }
    m_report.clusterChanged = m_report.clusterChanged || isOutdated(error);
    record(write, phase, error);
    finished();
}

void ApplyJob::record(const Write &write, Phase phase, std::optional<KubeError> error, bool held)
{
    m_report.results.push_back({write.object.ref, phase, write.deletes, held, error});
    if (error && !m_report.error) {
        m_queue.stopStarting();
        const QString doing = m_report.clusterChanged ? tr("The cluster changed since this plan.")
            : write.deletes                           ? tr("An object was not deleted.")
                                                      : tr("An object was not applied.");
        m_report.error = error->toError(doing, write.object.ref.toString());
        if (m_report.clusterChanged)
            m_report.error->next = tr("Make a new plan and look at it.");
    }
    emit progress(int(m_report.results.size()), m_total, m_report.results.back());
}

void ApplyJob::shrinkParent()
{
    m_report.complete = true;
    if (!m_plan.set.groupKinds.isEmpty() || m_plan.parentUid.isEmpty())
        return writeParent(m_plan.set, [this] { end(); });
    DeleteQuery query; // a set without members needs no parent; that it stays does no harm
    query.resource = configMapResource;
    query.namespaceName = m_plan.set.namespaceName;
    query.name = m_plan.set.name;
    query.uid = m_plan.parentUid;
    m_client.remove(query, this, [this](const Outcome<Deleted> &) { end(); });
}

void ApplyJob::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_report.complete = m_report.complete && !m_report.error;
    emit finished(m_report);
}

Value reportJson(const Plan &plan, const ApplyReport &report)
{
    Value json = Value::map({{u"schema"_s, u"sallyport.dev/apply/v1alpha1"_s},
                             {u"context"_s, plan.context},
                             {u"mesh"_s, plan.mesh},
                             {u"complete"_s, report.complete},
                             {u"cancelled"_s, report.cancelled},
                             {u"clusterChanged"_s, report.clusterChanged}});
    Value results = Value::list();
    for (const WriteResult &result : report.results) {
        Value item = Value::map({{u"kind"_s, result.ref.kind},
                                 {u"namespace"_s, result.ref.namespaceName},
                                 {u"name"_s, result.ref.name},
                                 {u"phase"_s, phaseName(result.phase)},
                                 {u"action"_s, result.deleted ? u"delete"_s : u"apply"_s},
                                 {u"done"_s, !result.error},
                                 {u"held"_s, result.held}});
        if (result.error)
            item.add(u"error"_s, result.error->message);
        results.append(std::move(item));
    }
    json.add(u"results"_s, std::move(results));
    if (report.error)
        json.add(u"error"_s, report.error->toString());
    return json;
}

} // namespace sallyport::kube
