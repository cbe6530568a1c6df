// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"

#include <QObject>

namespace sallyport {

/// What the window is looking at: one field of the workspace, and with it the file, document, rule and destination that hold it.
///
/// Every view shows the same selection and may change it. The path may be empty (the whole document) and may name a field that does
/// not exist (any more): a view then shows the nearest ancestor. `document` may be -1 (the whole file), `file` -1 (nothing).
class Selection : public QObject
{
    Q_OBJECT
public:
    explicit Selection(QObject *parent = nullptr);

    const FieldRef &current() const { return m_current; }
    int file() const { return m_current.file; }
    int document() const { return m_current.document; }
    int rule() const; ///< Index in spec.egressRules; -1 where the selection is in no rule.
    int destination() const; ///< Index in the rule's `to`; -1 where the selection is in no destination.
    FieldRef ruleRef() const; ///< The rule alone; invalid where there is none.
    FieldRef destinationRef() const;

    /// Shows the field. Nothing happens where it is the current one already.
    void select(const FieldRef &field);
    /// Shows the field and asks the form to put the keyboard there: the user asked to go to it.
    void reveal(const FieldRef &field);

signals:
    void changed(const sallyport::FieldRef &field);
    void revealed(const sallyport::FieldRef &field); ///< After changed(), where that was due.

private:
    FieldRef m_current;
};

/// The part of a path of an ASMEgressTrafficPolicy that names its rule (spec.egressRules[i]); empty where there is none.
FieldPath rulePathOf(const FieldPath &path);
/// … and its destination (spec.egressRules[i].to[j]).
FieldPath destinationPathOf(const FieldPath &path);

FieldPath rulePath(int rule);
FieldPath destinationPath(int rule, int destination);

} // namespace sallyport
