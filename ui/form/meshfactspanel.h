// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/meshcursor.h"
#include "ui/form/section.h"

class QCheckBox;

namespace sallyport {

/// What holds for the whole mesh.
class MeshFactsPanel : public Section
{
    Q_OBJECT
public:
    MeshFactsPanel(MeshCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;

private:
    void setDnsCapture(bool captured);

    Field *m_name;
    Field *m_outbound;
    Field *m_version;
    Field *m_dns;
    QCheckBox *m_dnsBox;
};

} // namespace sallyport
