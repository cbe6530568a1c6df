// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/authorizationsection.h"

class QCheckBox;
class QLabel;

namespace sallyport {

class EntryModel;
class EntryView;
class ItemStrip;

/// Which requests a rule matches, and what it means for the TLS and TCP that goes through the same gateway.
class AuthorizationRequestPanel : public AuthorizationSection
{
    Q_OBJECT
public:
    AuthorizationRequestPanel(AuthorizationCursor *cursor, QWidget *parent);
    void refresh() override;
    QList<FieldPath> places() const override;

private:
    FieldPath operationPath() const;
    /// A list that is edited row by row.
    Field *addEntriesField(AuthorizationList which, const QString &pattern, EntryView *view);
    void refreshOperations();
    void editList(AuthorizationList which, int row, const QString &text);
    void removeFrom(AuthorizationList which, const QList<int> &rows);
    void moveIn(AuthorizationList which, int row, int to);
    void paste(AuthorizationList which, const QString &text, int before);
    void settle(AuthorizationList which);
    void markHosts();
    void setPinned(bool pinned);
    QString stepOf(AuthorizationList which) const;
    FieldPath fieldPathOf(AuthorizationList which) const;

    ItemStrip *m_strip;
    Field *m_operations;
    EntryModel *m_hostModel;
    EntryView *m_hostView;
    Field *m_hosts;
    Field *m_methods;
    EntryModel *m_pathModel;
    EntryView *m_pathView;
    Field *m_paths;
    QCheckBox *m_pinBox;
    Field *m_pin;
    QLabel *m_restrictions;
    QString m_typing; ///< The merge key of the entry that is being typed.
};

} // namespace sallyport
