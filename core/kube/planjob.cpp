// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/planjob.h"

#include "core/kube/managedfields.h"
#include "core/kube/surroundings.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

struct KindOfTarget {
    QString group, kind;
    QStringList versions; ///< Those that we write, best first.
};

std::vector<KindOfTarget> kindsOf(Target target)
{
    const KindOfTarget authorization = {u"security.istio.io"_s, u"AuthorizationPolicy"_s, {u"v1"_s, u"v1beta1"_s}};
    if (target == Target::Asm)
        return {{u"istio.alibabacloud.com"_s, u"ASMEgressTrafficPolicy"_s, {u"v1"_s, u"v1beta1"_s}}, authorization};
    std::vector<KindOfTarget> kinds = {authorization};
    for (const QString &kind : {u"ServiceEntry"_s, u"DestinationRule"_s, u"VirtualService"_s, u"Gateway"_s})
        kinds.push_back({u"networking.istio.io"_s, kind, {u"v1"_s, u"v1beta1"_s, u"v1alpha3"_s}});
    return kinds;
}

QString groupOf(const QString &apiVersion)
{
    return apiVersion.contains(u'/') ? apiVersion.section(u'/', 0, 0) : QString();
}

/// The object as it is sent: in the server's version, with the labels of our set.
Manifest prepared(const Manifest &manifest, const Resource &resource, const QString &mesh, const QString &set)
{
    Value value = withoutServerFields(*manifest.value);
    value.set(u"apiVersion"_s, resource.apiVersion());
    Value *metadata = value.find(u"metadata");
    Value *labels = metadata ? metadata->find(u"labels") : nullptr;
    if (!labels || !labels->isMap())
        labels = &metadata->set(u"labels"_s, Value::map());
    labels->set(u"app.kubernetes.io/managed-by"_s, u"sallyport"_s);
    labels->set(meshLabel, mesh);
    labels->set(partOfLabel, set);
    ObjectRef ref = manifest.ref;
    ref.apiVersion = resource.apiVersion();
    return {std::move(ref), std::make_shared<const Value>(std::move(value))};
}

QString labelOf(const Value &object, const QString &label)
{
    return object[u"metadata"][u"labels"][label].text();
}

const Value *valueAt(const Value &object, const QString &field)
{
    const std::optional<FieldPath> path = FieldPath::parse(field);
    const Value *value = path ? &object : nullptr;
    for (qsizetype i = 0; value && i < path->size(); ++i) {
        const PathElement &element = path->elements()[i];
        value = element.isIndex() ? &(*value)[size_t(element.index)] : &(*value)[element.name];
    }
    return value;
}

bool isBeingDeleted(const Value &object)
{
    return !object[u"metadata"][u"deletionTimestamp"].isNull();
}

QString finalizersOf(const Value &object)
{
    QStringList names;
    for (const Member &name : object[u"metadata"][u"finalizers"].members())
        names.append(name.value.text());
    return names.join(u", "_s);
}

KubeError invalid(KubeError::Kind kind, const QString &message)
{
    KubeError error;
    error.kind = kind;
    error.message = message;
    return error;
}

} // namespace

PlanJob::PlanJob(Client &client, PlanRequest request, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_request(std::move(request))
{
    m_plan.context = m_request.context;
    m_plan.mesh = m_request.mesh;
    m_plan.target = m_request.target;
    m_plan.partial = m_request.partial;
    m_plan.prune = m_request.partial ? Prune::Nothing : m_request.prune;
    m_plan.gateways = m_request.gateways;
}

void PlanJob::cancel()
{
    m_queue.cancel();
    deleteLater();
}

void PlanJob::fail(const QString &doing, const KubeError &error)
{
    m_queue.cancel();
    emit failed(error.toError(doing, m_request.context));
}

void PlanJob::start()
{
    const QStringList groups = {u"networking.istio.io"_s, u"security.istio.io"_s, u"istio.alibabacloud.com"_s};
    m_queue.run({[this, groups](auto finished) {
                    return m_client.discover(groups, this, [this, finished](const Outcome<Discovery> &discovery) {
                        takeDiscovery(discovery);
                        finished();
                    });
                }},
                [this] {
                    if (!m_plan.resources.empty())
                        list();
                });
}

Error PlanJob::missingTarget() const
{
    const bool asmTarget = m_request.target == Target::Asm;
    return {.what = asmTarget ? tr("The cluster has no ASMEgressTrafficPolicy") : tr("The cluster has no Istio"),
            .where = m_request.context,
            .unaffected = tr("Nothing on the cluster was changed."),
            .next = asmTarget ? tr("Choose Istio as the target, or the context of the mesh's control plane.")
                              : tr("Choose the context of a cluster with Istio, or ASM as the target."),
            .details = {}};
}

void PlanJob::takeDiscovery(const Outcome<Discovery> &discovery)
{
    if (!discovery)
        return fail(tr("The cluster could not be asked what it serves."), discovery.error());
    m_discovery = *discovery;
    const std::vector<KindOfTarget> kinds = kindsOf(m_request.target);
    for (const KindOfTarget &kind : kinds) {
        QStringList versions = kind.versions;
        for (const Manifest &manifest : m_request.wanted) { // what the policy or the Mesh says comes first
            const QString version = manifest.ref.apiVersion.section(u'/', 1);
            if (manifest.ref.kind == kind.kind && versions.removeOne(version))
                versions.prepend(version);
            if (manifest.ref.kind == kind.kind)
                break;
        }
        if (const Resource *resource = discovery->find(kind.group, kind.kind, versions))
            m_plan.resources.push_back(*resource);
    }
    const bool hasTarget = std::any_of(m_plan.resources.begin(), m_plan.resources.end(),
                                       [&](const Resource &r) { return r.kind != "AuthorizationPolicy"_L1; });
    if (!hasTarget) {
        m_plan.resources.clear();
        emit failed(missingTarget());
    }
}

CallQueue::Start PlanJob::listing(const Resource &resource, const QString &namespaceName)
{
    return [=, this](auto finished) {
        ListQuery query;
        query.resource = resource;
        query.namespaceName = namespaceName;
        query.labelSelector = meshLabel + u'=' + m_request.mesh;
        return m_client.list(query, this, [=, this](Outcome<ObjectList> list) {
            takeList(resource, namespaceName, std::move(list));
            finished();
        });
    };
}

void PlanJob::list()
{
    std::vector<CallQueue::Start> calls;
    for (const Resource &resource : m_plan.resources)
        calls.push_back(listing(resource, {}));
    m_queue.run(std::move(calls), [this] { askForParent(); });
}

void PlanJob::takeList(const Resource &resource, const QString &namespaceName, Outcome<ObjectList> list)
{
    if (list) {
        for (Value &object : list->items)
            m_live.push_back(std::move(object));
    } else if (list.error().kind == KubeError::Kind::Forbidden && namespaceName.isEmpty()) {
        m_kindsByNamespace.insert(resource.kind);
    } else if (list.error().kind == KubeError::Kind::Forbidden) {
        m_denied.push_back({u"list"_s, resource.group, resource.plural, {}, namespaceName, {}});
    } else {
        fail(tr("What is on the cluster could not be read."), list.error());
    }
}

/// The set's parent stands in the first gateway's namespace; but where objects of ours say that it is elsewhere, it stays there.
void PlanJob::askForParent()
{
    m_plan.set.name = "sallyport-"_L1 + m_request.mesh;
    QStringList homes(m_request.gateways.begin(), m_request.gateways.end());
    for (const Value &object : m_live) {
        if (object[u"kind"].text() == "Gateway"_L1 && isAppliedByUs(object)) {
            homes.append(object[u"metadata"][u"namespace"].text());
            m_plan.gateways.insert(homes.last());
        }
    }
    if (m_request.target == Target::Asm)
        homes = {u"istio-egress"_s};
    homes.removeDuplicates();
    homes.sort();
    m_plan.set.namespaceName = homes.isEmpty() ? u"istio-system"_s : homes.first();
    for (const QString &home : homes) {
        const QString id = ApplySet{m_plan.set.name, home, {}, {}}.id();
        const bool isUsed = std::any_of(m_live.begin(), m_live.end(),
                                        [&](const Value &object) { return labelOf(object, partOfLabel) == id; });
        if (isUsed)
            m_plan.set.namespaceName = home;
    }
    m_queue.run({[this](auto finished) {
                    return m_client.get(configMapResource, m_plan.set.namespaceName, m_plan.set.name, this,
                                        [this, finished](const Outcome<Value> &parent) {
                                            takeParent(parent);
                                            finished();
                                        });
                }},
                [this] { listByNamespace(); });
}

/// Who may not look at the parent may not write it either: it could be somebody else's.
void PlanJob::takeParent(const Outcome<Value> &parent)
{
    using Kind = KubeError::Kind;
    if (!parent && parent.error().kind == Kind::Forbidden)
        return m_denied.push_back({u"get"_s, {}, configMapResource.plural, {}, m_plan.set.namespaceName, {}});
    if (!parent && (parent.error().kind == Kind::NotFound || parent.error().kind == Kind::NamespaceMissing))
        return;
    if (!parent)
        return fail(tr("What is on the cluster could not be read."), parent.error());
    const Result<ApplySet> set = readParent(*parent);
    if (!set) {
        m_queue.cancel();
        emit failed(set.error());
        return;
    }
    m_plan.liveSet = *set;
    m_plan.parentUid = (*parent)[u"metadata"][u"uid"].text();
}

void PlanJob::listByNamespace()
{
    QSet<QString> namespaces = m_request.gateways;
    if (m_plan.liveSet)
        namespaces.unite(m_plan.liveSet->namespaces);
    for (const Manifest &manifest : m_request.wanted)
        namespaces.insert(manifest.ref.namespaceName);
    std::vector<CallQueue::Start> calls;
    for (const Resource &resource : m_plan.resources) {
        if (!m_kindsByNamespace.contains(resource.kind))
            continue;
        for (const QString &namespaceName : namespaces)
            calls.push_back(listing(resource, namespaceName));
    }
    m_queue.run(std::move(calls), [this] { lookAround(); });
}

PlannedObject PlanJob::planned(const Manifest &wanted) const
{
    PlannedObject object;
    object.ref = wanted.ref;
    object.action = PlannedAction::Create;
    object.wanted = wanted.value;
    return object;
}

void PlanJob::compareLive()
{
    const QString set = m_plan.set.id();
    ManifestSet live;
    for (Value &object : m_live)
        live.push_back(manifestOf(std::move(object)));
    m_live.clear();
    ManifestSet wanted;
    QSet<ObjectKey> keys;
    for (const Manifest &manifest : m_request.wanted) {
        const auto resource = std::find_if(m_plan.resources.begin(), m_plan.resources.end(), [&](const Resource &r) {
            return r.kind == manifest.ref.kind && r.group == groupOf(manifest.ref.apiVersion);
        });
        keys.insert(manifest.key());
        if (resource != m_plan.resources.end()) {
            wanted.push_back(prepared(manifest, *resource, m_request.mesh, set));
            continue;
        }
        PlannedObject object = planned(manifest);
        object.action = PlannedAction::Invalid;
        object.error = invalid(KubeError::Kind::ResourceMissing,
                               tr("The cluster does not know the kind %1.").arg(manifest.ref.kind));
        m_plan.objects.push_back(std::move(object));
    }
    const bool somethingStays = m_plan.prune == Prune::Nothing && !m_request.onTopOfLive
        && std::any_of(live.begin(), live.end(), [&](const Manifest &there) { return !keys.contains(there.key()); });
    if (somethingStays)
        wanted = keepingGuards(live, std::move(wanted), m_plan.gateways);

    const QHash<ObjectKey, const Manifest *> index = byKey(live);
    for (const Manifest &manifest : wanted) {
        PlannedObject object = planned(manifest);
        if (const Manifest *there = index.value(manifest.key())) {
            object.live = there->value;
            if (const QString owner = gitOpsOwner(*there->value); !owner.isEmpty())
                object.warnings.append(tr("%1 keeps this object, and will set back what is written here.").arg(owner));
            object.action =
                carriesExactly(*there->value, *manifest.value) ? PlannedAction::Unchanged : PlannedAction::Update;
        }
        m_plan.objects.push_back(std::move(object));
    }
    for (const Manifest &there : live) {
        if (keys.contains(there.key()))
            continue;
        PlannedObject object;
        object.ref = there.ref;
        object.live = there.value;
        const bool ours = isAppliedByUs(*there.value) && labelOf(*there.value, partOfLabel) == set;
        const bool unwanted = !m_request.onTopOfLive || m_request.removed.contains(there.key());
        if (!unwanted) {
            object.action = PlannedAction::Unchanged;
            object.wanted = std::make_shared<const Value>(withoutServerFields(*there.value));
        } else {
            object.action = ours && m_plan.prune != Prune::Nothing ? PlannedAction::Delete : PlannedAction::Stale;
            if (isBeingDeleted(*there.value))
                object.warnings.append(
                    tr("It is being deleted, and kept for now by %1.").arg(finalizersOf(*there.value)));
            else if (!isAppliedByUs(*there.value))
                object.warnings.append(tr("It was not applied by Sallyport, and is never deleted."));
            else if (!ours)
                object.warnings.append(tr("It belongs to another set of objects, and is not deleted with this one."));
        }
        m_plan.objects.push_back(std::move(object));
    }
    checkRights();
}

CallQueue::Start PlanJob::dryRunOf(size_t index, bool force)
{
    return [=, this](auto finished) {
        const PlannedObject &object = m_plan.objects[index];
        ApplyQuery query;
        query.resource = *m_plan.resource(object.ref);
        query.namespaceName = object.ref.namespaceName;
        query.name = object.ref.name;
        query.object = *object.wanted;
        query.dryRun = true;
        query.force = force;
        return m_client.apply(query, this, [=, this](const Outcome<Applied> &outcome) {
            takeDryRun(m_plan.objects[index], outcome, force);
            emit progress(++m_done, int(m_plan.objects.size()));
            finished();
        });
    };
}

bool PlanJob::isKnownToBeNew(const PlannedObject &object) const
{
    return object.action == PlannedAction::Create && m_wholeKinds.contains(object.ref.kind)
        && !m_kindsByNamespace.contains(object.ref.kind);
}

void PlanJob::dryRun()
{
    std::vector<CallQueue::Start> calls;
    QSet<QPair<QString, QString>> tried; // kind and namespace
    for (size_t i = 0; i < m_plan.objects.size(); ++i) {
        PlannedObject &object = m_plan.objects[i];
        const bool deletes = object.action == PlannedAction::Delete;
        const Resource *resource = m_plan.resource(object.ref);
        if (!resource || !(object.isWritten() || deletes))
            continue;
        const auto denied = std::find_if(m_denied.begin(), m_denied.end(), [&](const AccessQuery &right) {
            const bool matters = deletes ? right.verb == "delete"_L1
                : object.live            ? right.verb == "patch"_L1
                                         : right.verb != "delete"_L1;
            return matters && right.group == resource->group && right.resource == resource->plural
                && right.namespaceName == object.ref.namespaceName;
        });
        if (denied != m_denied.end()) {
            object.action = PlannedAction::Forbidden;
            object.error = invalid(KubeError::Kind::Forbidden, tr("You may not %1.").arg(words(*denied)));
        } else if (!deletes) {
            const QPair<QString, QString> place = {object.ref.kind, object.ref.namespaceName};
            if (m_request.isConfirmed && isKnownToBeNew(object) && tried.contains(place))
                continue;
            tried.insert(place);
            calls.push_back(dryRunOf(i, false));
        }
    }
    m_done = int(m_plan.objects.size() - calls.size());
    m_queue.run(std::move(calls), [this] { lookAtOthers(); });
}

void PlanJob::takeDryRun(PlannedObject &object, const Outcome<Applied> &outcome, bool force)
{
    for (const QString &warning : outcome.warnings()) {
        if (!object.warnings.contains(warning))
            object.warnings.append(warning);
    }
    if (outcome) {
        if (!outcome->created && !object.live)
            object.action = PlannedAction::Update; // there, but not among ours
        object.lost = lostFields(*object.wanted, outcome->object);
        m_results.insert(object.key(), std::make_shared<const Value>(outcome->object));
        return;
    }
    if (force)
        return; // the conflict stands; there is just no difference to show
    const KubeError &error = outcome.error();
    switch (error.kind) {
    case KubeError::Kind::Conflict:
        object.action = PlannedAction::Conflict;
        for (const KubeError::Cause &cause : error.causes)
            object.conflicts.append({cause.field, cause.manager, {}, {}, Choice::Undecided});
        break;
    case KubeError::Kind::Forbidden:
    case KubeError::Kind::Terminating:
        object.action = PlannedAction::Forbidden;
        object.error = error;
        break;
    case KubeError::Kind::NamespaceMissing:
    case KubeError::Kind::NotFound:
    case KubeError::Kind::ResourceMissing:
    case KubeError::Kind::Invalid:
    case KubeError::Kind::UnknownField:
    case KubeError::Kind::BadRequest:
    case KubeError::Kind::TooLarge:
    case KubeError::Kind::Denied:
        object.action = PlannedAction::Invalid;
        object.error = error;
        break;
    default:
        fail(tr("The plan could not be made."), error);
    }
}

/// Objects that exist although they are not among ours have to be seen; and conflicts need what taking over would change.
void PlanJob::lookAtOthers()
{
    std::vector<CallQueue::Start> calls;
    for (size_t i = 0; i < m_plan.objects.size(); ++i) {
        const PlannedObject &object = m_plan.objects[i];
        if (object.action != PlannedAction::Update && object.action != PlannedAction::Conflict)
            continue;
        if (!object.live) {
            calls.push_back([=, this](auto finished) {
                const ObjectRef &ref = m_plan.objects[i].ref;
                return m_client.get(*m_plan.resource(ref), ref.namespaceName, ref.name, this,
                                    [=, this](const Outcome<Value> &outcome) {
                                        takeOther(m_plan.objects[i], outcome);
                                        finished();
                                    });
            });
        }
        if (object.action == PlannedAction::Conflict)
            calls.push_back(dryRunOf(i, true));
    }
    m_queue.run(std::move(calls), [this] { finish(); });
}

void PlanJob::takeOther(PlannedObject &object, const Outcome<Value> &outcome)
{
    if (outcome) {
        object.live = std::make_shared<const Value>(*outcome);
        if (const QString owner = gitOpsOwner(*outcome); !owner.isEmpty())
            object.warnings.append(tr("%1 keeps this object, and will set back what is written here.").arg(owner));
    } else if (outcome.error().kind == KubeError::Kind::NotFound) {
        object.action = PlannedAction::Create; // gone by now
        object.conflicts.clear();
    } else {
        object.action = PlannedAction::Forbidden;
        object.error = outcome.error();
    }
}

void PlanJob::finish()
{
    for (PlannedObject &object : m_plan.objects)
        judge(object);
    for (const PlannedObject &object : m_plan.objects) {
        if (object.action == PlannedAction::Delete || object.action == PlannedAction::Invalid)
            continue;
        m_plan.set.groupKinds.insert(object.ref.kind + u'.' + groupOf(object.ref.apiVersion));
        m_plan.set.namespaces.insert(object.ref.namespaceName);
    }
    m_plan.set.namespaces.insert(m_plan.set.namespaceName);
    for (const AccessQuery &right : m_denied) {
        m_plan.missingRights.push_back(words(right));
        if (right.resource == configMapResource.plural)
            m_plan.setFault = tr("You may not %1.").arg(words(right));
        if (right.verb == "list"_L1 && m_plan.liveSet) { // members that we cannot see stay listed
            m_plan.set.groupKinds.unite(m_plan.liveSet->groupKinds);
            m_plan.set.namespaces.unite(m_plan.liveSet->namespaces);
        }
    }
    m_plan.roleYaml = roleYaml(m_denied, m_user);
    emit finished(m_plan);
}

/// What the dry run means for an object, now that all is known.
void PlanJob::judge(PlannedObject &object)
{
    const std::shared_ptr<const Value> result = m_results.take(object.key());
    if (!object.isWritten() && object.action != PlannedAction::Conflict)
        return;
    if (!object.lost.isEmpty()) {
        object.action = PlannedAction::Invalid;
        object.error =
            invalid(KubeError::Kind::UnknownField, tr("The server would drop %1.").arg(object.lost.join(u", "_s)));
    }
    if (!object.live) {
        object.changes = {{u"spec"_s, {}, (*object.wanted)[u"spec"]}};
        return;
    }
    if (isBeingDeleted(*object.live)) { // what is written now goes with it
        object.action = PlannedAction::Invalid;
        object.error = invalid(KubeError::Kind::Terminating,
                               tr("It is being deleted, and kept for now by %1. Plan again when it is gone.")
                                   .arg(finalizersOf(*object.live)));
        return;
    }
    if (result)
        object.changes = differences(*object.live, *result);
    if (object.action == PlannedAction::Update && result && object.changes.isEmpty()
        && hasSameOwnership(*object.live, *result))
        object.action = PlannedAction::Unchanged;
    for (FieldConflict &conflict : object.conflicts) {
        const Value *theirs = valueAt(*object.live, conflict.field);
        const Value *ours = valueAt(*object.wanted, conflict.field);
        conflict.theirs = theirs ? *theirs : Value();
        conflict.ours = ours ? *ours : Value();
    }
    addForeignOwner(object);
}

/// An object of our name that is not of our set is a conflict as a whole, whoever owns its fields.
void PlanJob::addForeignOwner(PlannedObject &object) const
{
    const Value &live = *object.live;
    const QString mesh = labelOf(live, meshLabel);
    const QString set = labelOf(live, partOfLabel);
    QString owner;
    if (!mesh.isEmpty() && mesh != m_request.mesh)
        owner = tr("mesh %1").arg(mesh);
    else if (!set.isEmpty() && set != m_plan.set.id())
        owner = tr("set %1").arg(set);
    else if (!isAppliedByUs(live))
        owner = otherManagers(live).join(u", "_s);
    if (owner.isEmpty())
        return;
    object.conflicts.prepend({{}, owner, {}, {}, Choice::Undecided});
    if (object.action == PlannedAction::Update || object.action == PlannedAction::Unchanged)
        object.action = PlannedAction::Conflict;
}

} // namespace sallyport::kube
