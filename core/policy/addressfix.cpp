// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/addressfix.h"

#include "core/policy/edits.h"
#include "core/policy/hostchecks.h"

#include <QCoreApplication>

namespace sallyport {

using namespace Qt::StringLiterals;

namespace {

class AddressFix
{
    Q_DECLARE_TR_FUNCTIONS(AddressFix)
public:
    static QString title(const QString &address)
    {
        return tr("Give %1 a name and put the address into the Mesh").arg(address);
    }
    static QString label() { return tr("DNS name of the host:"); }
};

/// "database" at 203.0.113.10 becomes database.external; without a name of the destination, the address is part of it.
QString suggestionFor(const QString &address, const QString &destinationName)
{
    QString label = u"host-"_s + address;
    label.replace(u'.', u'-').replace(u':', u'-').replace(u'/', u'-');
    const QString named = destinationName + u".external"_s;
    return faultOf(named) == HostFault::None ? named : label + u".external"_s;
}

const Destination *destinationOf(const Policy &policy, const FieldPath &host)
{
    // spec.egressRules[i].to[j].hosts[k]
    constexpr qsizetype rulePosition = 2;
    constexpr qsizetype destinationPosition = 4;
    if (host.size() <= destinationPosition)
        return nullptr;
    const int rule = host.elements()[rulePosition].index;
    const int destination = host.elements()[destinationPosition].index;
    const bool exists =
        rule >= 0 && rule < policy.rules.size() && destination >= 0 && destination < policy.rules[rule].to.size();
    return exists ? &policy.rules[rule].to[destination] : nullptr;
}

} // namespace

QList<Fix> addressFixes(const Workspace &workspace, const FieldRef &host)
{
    const DocumentReading &reading = workspace.reading(host.file, host.document);
    const Policy *policy = reading.policy();
    const Destination *destination = policy ? destinationOf(*policy, host.path) : nullptr;
    const yaml::Node *node = reading.source->root.find(host.path);
    const bool isTcp = destination && destination->port.protocol
        && info(*destination->port.protocol).trafficClass == TrafficClass::Tcp;
    if (!isTcp || !node)
        return {};
    const QString address = node->text;
    Fix fix;
    fix.title = AddressFix::title(address);
    fix.question = Question{AddressFix::label(), suggestionFor(address, destination->name)};
    fix.changes = [workspace, host, address](const QString &answer) {
        if (faultOf(answer) != HostFault::None)
            return QList<DocumentChange>(); // nothing can be done with such a name
        MeshHost entry;
        entry.host = canonicalHost(answer);
        entry.addresses = {address};
        return QList{setField(workspace, host, answer)} + addMeshHost(workspace, host.file, entry);
    };
    return {fix};
}

} // namespace sallyport
