// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/meshcursor.h"
#include "ui/form/section.h"

namespace sallyport {

class RecordTable;

/// What only a person knows of external hosts: addresses of TCP hosts, representatives of wildcards.
class MeshHostsPanel : public Section
{
    Q_OBJECT
public:
    MeshHostsPanel(MeshCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;

private:
    RecordTable *m_table;
    Field *m_hosts;
};

} // namespace sallyport
