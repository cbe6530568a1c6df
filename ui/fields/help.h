// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QString>

namespace sallyport {

/// What a person may want to know of a field. All of it is in the program: help needs no network.
struct FieldHelp {
    QString title = {}; ///< The field's label.
    QString meaning = {}; ///< What it is and what may be written.
    QString onTheMesh = {}; ///< What it changes for real traffic.
    QString yaml = {}; ///< Its path in the document, without list positions.

    QString toHtml() const;
    bool operator==(const FieldHelp &) const = default;
};

/// Help beside its field, until a click elsewhere or Esc. Its text can be selected.
class HelpPopup : public QFrame
{
    Q_OBJECT
public:
    /// Shows the help below `field`; the popup deletes itself when it closes.
    static HelpPopup *show(const FieldHelp &help, QWidget *field);

private:
    HelpPopup(const FieldHelp &help, QWidget *field);
};

} // namespace sallyport
