// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/meshhostspanel.h"

#include "ui/form/meshfields.h"
#include "ui/form/recordtable.h"

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

FieldPath hostsPath()
{
    return FieldPath().child(u"spec"_s).child(u"hosts"_s);
}

QList<RecordColumn> hostColumns()
{
    using Kind = RecordColumn::Kind;
    const FieldPath root;
    return {
        {.title = MeshHostsPanel::tr("Host"), .path = root.child(u"host"_s), .width = 20, .isRequired = true},
        {.title = MeshHostsPanel::tr("Addresses"),
         .path = root.child(u"addresses"_s),
         .kind = Kind::Words,
         .width = 20},
        {.title = MeshHostsPanel::tr("Representative"), .path = root.child(u"representative"_s), .width = 18},
    };
}

} // namespace

MeshHostsPanel::MeshHostsPanel(MeshCursor *cursor, QWidget *parent)
    : Section(tr("External hosts"), cursor, parent)
    , m_table(new RecordTable(cursor, hostColumns(), tr("Add a host…"),
                              {tr("Add a host"), tr("Remove the selected hosts")}, this))
    , m_hosts(addField(meshField(u"spec.hosts"_s), m_table))
{
    m_table->newRecord = [](const QString &host) { return Value::map({{u"host"_s, host}}); };
    m_table->titleOf = [cursor](const FieldPath &host) { return cursor->text(host.child(u"host"_s)); };
    m_table->view()->setVisibleRows(4);
    addRow({{m_hosts, 12}});
    connect(m_hosts, &Field::findingsChanged, this, [this] { m_table->showFindings(m_hosts->findings()); });
    connect(m_hosts, &Field::revealed, m_table, &RecordTable::goTo);
}

void MeshHostsPanel::refresh()
{
    m_hosts->setPath(hostsPath());
    m_table->showList(hostsPath());
}

QList<FieldPath> MeshHostsPanel::places() const
{
    return {hostsPath()};
}

} // namespace sallyport
