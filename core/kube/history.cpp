// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/history.h"

#include "core/kube/json.h"
#include "core/kube/managedfields.h"
#include "core/yaml/write.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

namespace sallyport::kube {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::History)
};

/// More than anybody looks back; older ones go when a new one is written.
constexpr qsizetype keptEntries = 200;

constexpr QFile::Permissions privateFile = QFile::ReadOwner | QFile::WriteOwner;

Error notWritten(const QString &path, const QString &details)
{
    return {.what = Texts::tr("The history could not be written"),
            .where = path,
            .unaffected = Texts::tr("Nothing on the cluster was changed by that."),
            .next = Texts::tr("Free some space, or give the folder write permission."),
            .details = details};
}

Value toValue(const HistoryEntry &entry, bool withObjects)
{
    Value json = Value::map({{u"id"_s, entry.id},
                             {u"time"_s, entry.time.toString(Qt::ISODate)},
                             {u"command"_s, entry.command},
                             {u"context"_s, entry.context},
                             {u"mesh"_s, entry.mesh},
                             {u"target"_s, entry.target == Target::Istio ? u"istio"_s : u"asm"_s},
                             {u"outcome"_s, entry.outcome},
                             {u"written"_s, entry.written}});
    if (withObjects)
        json.add(u"gateways"_s, Value::list(entry.gateways));
    Value objects = Value::list();
    for (const HistoryObject &object : entry.objects) {
        Value item = Value::map({{u"apiVersion"_s, object.ref.apiVersion},
                                 {u"kind"_s, object.ref.kind},
                                 {u"namespace"_s, object.ref.namespaceName},
                                 {u"name"_s, object.ref.name},
                                 {u"action"_s, actionName(object.action)}});
        if (withObjects && !object.before.isNull())
            item.add(u"before"_s, object.before);
        objects.append(std::move(item));
    }
    json.add(u"objects"_s, std::move(objects));
    return json;
}

PlannedAction actionNamed(const QString &name)
{
    for (int i = 0; i <= int(PlannedAction::LeftOut); ++i) {
        if (actionName(PlannedAction(i)) == name)
            return PlannedAction(i);
    }
    return PlannedAction::Update;
}

std::optional<HistoryEntry> fromBytes(const QByteArray &bytes)
{
    const std::optional<Value> json = fromJson(bytes);
    if (!json || (*json)[u"id"].text().isEmpty())
        return std::nullopt;
    HistoryEntry entry;
    entry.id = (*json)[u"id"].text();
    entry.time = QDateTime::fromString((*json)[u"time"].text(), Qt::ISODate);
    entry.command = (*json)[u"command"].text();
    entry.context = (*json)[u"context"].text();
    entry.mesh = (*json)[u"mesh"].text();
    entry.target = (*json)[u"target"].text() == "asm"_L1 ? Target::Asm : Target::Istio;
    entry.outcome = (*json)[u"outcome"].text();
    entry.written = int((*json)[u"written"].toInt());
    for (const Member &name : (*json)[u"gateways"].members())
        entry.gateways.append(name.value.text());
    for (const Member &item : (*json)[u"objects"].members()) {
        entry.objects.append({{item.value[u"apiVersion"].text(), item.value[u"kind"].text(),
                               item.value[u"namespace"].text(), item.value[u"name"].text()},
                              actionNamed(item.value[u"action"].text()),
                              item.value[u"before"]});
    }
    return entry;
}

QStringList fileNames(const QString &folder)
{
    return QDir(folder).entryList({u"*.json"_s}, QDir::Files | QDir::NoSymLinks, QDir::Name | QDir::Reversed);
}

} // namespace

History::History(QString folder)
    : m_folder(std::move(folder))
{
}

std::optional<Error> History::write(const HistoryEntry &entry) const
{
    const QString path = m_folder + u'/' + entry.id + ".json"_L1;
    if (!QDir().mkpath(m_folder))
        return notWritten(m_folder, {});
    QFile::setPermissions(m_folder, privateFile | QFile::ExeOwner);
    QFile file(path + ".new"_L1);
    QFile::remove(file.fileName());
    const QByteArray bytes = yaml::toJson(toValue(entry, true)) + '\n';
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, privateFile) || file.write(bytes) != bytes.size()
        || !file.flush())
        return notWritten(path, file.errorString());
    file.close();
    if (std::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
        return notWritten(path, {});
    return std::nullopt;
}

Result<HistoryEntry> History::begin(const Plan &plan, const QString &command) const
{
    HistoryEntry entry;
    entry.time = QDateTime::currentDateTimeUtc();
    entry.id = entry.time.toString(u"yyyyMMdd-HHmmss-zzz-"_s)
        + u"%1"_s.arg(QRandomGenerator::global()->bounded(0x1000000), 6, 16, QChar(u'0'));
    entry.command = command;
    entry.context = plan.context;
    entry.mesh = plan.mesh;
    entry.target = plan.target;
    entry.gateways = QStringList(plan.gateways.begin(), plan.gateways.end());
    entry.gateways.sort();
    entry.outcome = u"started"_s;
    for (const PlannedObject &object : plan.objects) {
        if (!object.isWritten() && object.action != PlannedAction::Delete)
            continue;
        Value before;
        if (object.live)
            before = isAppliedByUs(*object.live) ? ownedPart(*object.live) : withoutServerFields(*object.live);
        entry.objects.append({object.ref, object.action, std::move(before)});
    }
    if (const std::optional<Error> error = write(entry))
        return *error;
    for (const QString &old : fileNames(m_folder).mid(keptEntries))
        QFile::remove(m_folder + u'/' + old);
    return entry;
}

std::optional<Error> History::end(HistoryEntry entry, const ApplyReport &report) const
{
    entry.written = report.done();
    entry.outcome = report.complete ? u"complete"_s
        : report.cancelled          ? u"cancelled"_s
        : entry.written > 0         ? u"partial"_s
                                    : u"failed"_s;
    return write(entry);
}

QList<HistoryEntry> History::entries() const
{
    QList<HistoryEntry> entries;
    for (const QString &name : fileNames(m_folder)) {
        QFile file(m_folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const std::optional<HistoryEntry> entry = fromBytes(file.readAll()))
            entries.append(*entry);
    }
    return entries;
}

Result<HistoryEntry> History::entry(const QString &id) const
{
    static const QRegularExpression form(u"^[0-9]{8}-[0-9]{6}(-[0-9]{3})?-[0-9a-f]{6}$"_s);
    QFile file(m_folder + u'/' + id + ".json"_L1);
    if (form.match(id).hasMatch() && file.open(QIODevice::ReadOnly)) {
        if (const std::optional<HistoryEntry> entry = fromBytes(file.readAll()))
            return *entry;
    }
    return Error{.what = Texts::tr("There is no apply of this name in the history"),
                 .where = id,
                 .unaffected = Texts::tr("Nothing on the cluster was changed."),
                 .next = Texts::tr("See sallyport history for those that can be reverted."),
                 .details = {}};
}

PlanRequest revertOf(const HistoryEntry &entry)
{
    PlanRequest request;
    request.context = entry.context;
    request.mesh = entry.mesh;
    request.target = entry.target;
    request.gateways = GatewayNamespaces(entry.gateways.begin(), entry.gateways.end());
    request.prune = Prune::All; // what it deletes is what the apply had made
    request.onTopOfLive = true;
    for (const HistoryObject &object : entry.objects) {
        if (object.before.isNull())
            request.removed.insert({object.ref.kind, object.ref.namespaceName, object.ref.name});
        else
            request.wanted.push_back(manifestOf(object.before));
    }
    return request;
}

Value historyJson(const QList<HistoryEntry> &entries)
{
    Value json = Value::map({{u"schema"_s, u"sallyport.dev/history/v1alpha1"_s}});
    Value list = Value::list();
    for (const HistoryEntry &entry : entries)
        list.append(toValue(entry, false));
    json.add(u"entries"_s, std::move(list));
    return json;
}

} // namespace sallyport::kube
