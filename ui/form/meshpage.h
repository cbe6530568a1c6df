// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/formpage.h"

class QLabel;

namespace sallyport {

class MeshCursor;

/// The form of a Mesh: what holds for all of it, its egress gateways with their ports, and what is known of external hosts.
class MeshPage : public FormPage
{
    Q_OBJECT
public:
    MeshPage(MeshCursor *cursor, Selection *selection, QWidget *parent);
    void refresh() override;

private:
    QString summary() const;

    MeshCursor *m_cursor;
    QLabel *m_summary;
};

} // namespace sallyport
