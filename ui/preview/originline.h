// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"

#include <QLabel>

namespace sallyport {

struct Workspace;

/// One line below the objects that says which fields made the line of the cursor, each a link to its field.
class OriginLine : public QLabel
{
    Q_OBJECT
public:
    explicit OriginLine(QWidget *parent = nullptr);

    void setOrigins(const Workspace &workspace, const QList<FieldRef> &origins);
    void setHint(const QString &text); ///< Instead, where the line has no origin of its own.
    const QList<FieldRef> &origins() const { return m_origins; }

signals:
    void fieldWanted(const sallyport::FieldRef &field);

private:
    void follow(const QString &link);
    void offerAll();

    QList<FieldRef> m_origins;
    QStringList m_titles;
};

} // namespace sallyport
