// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace sallyport {

/// The panels of a form, one under the other. The Tab key walks through them in reading order, which is the order in which panels
/// hold their fields.
///
/// Qt's own chain does not do it: a part that hands the keyboard on to one of its children, as a field does to its input, is a stop in it
/// and leads back to where one came from.
class FormColumn : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    bool focusNextPrevChild(bool next) override;
};

} // namespace sallyport
