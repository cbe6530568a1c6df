// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/meshpage.h"

#include "ui/form/meshcursor.h"
#include "ui/form/meshfactspanel.h"
#include "ui/form/meshgatewayspanel.h"
#include "ui/form/meshhostspanel.h"
#include "ui/form/summaryline.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace sallyport {

MeshPage::MeshPage(MeshCursor *cursor, Selection *selection, QWidget *parent)
    : FormPage(cursor, selection, parent)
    , m_cursor(cursor)
    , m_summary(newSummaryLine(2, this))
{
    build(m_summary,
          {new MeshFactsPanel(cursor, this), new MeshGatewaysPanel(cursor, this), new MeshHostsPanel(cursor, this)});
}

void MeshPage::refresh()
{
    FormPage::refresh();
    m_summary->setText(summary());
}

QString MeshPage::summary() const
{
    const QString local =
        tr("Facts about the mesh that a policy cannot carry. They stay local and are never sent to a cluster.");
    const QStringList assumed = m_cursor->assumedGateways();
    if (assumed.isEmpty())
        return local;
    return local + u' ' + tr("Not listed, and assumed to have the defaults: %1.").arg(assumed.join(u", "_s));
}

} // namespace sallyport
