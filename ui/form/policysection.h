// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/policycursor.h"
#include "ui/form/section.h"

namespace sallyport {

/// A panel of the policy's form.
class PolicySection : public Section
{
    Q_OBJECT
public:
    PolicySection(const QString &title, PolicyCursor *cursor, QWidget *parent)
        : Section(title, cursor, parent)
    {
    }

protected:
    PolicyCursor *cursor() const { return static_cast<PolicyCursor *>(Section::cursor()); }
    // Fields of the policy are known by their pattern alone.
    using Section::addChoiceField;
    using Section::addTextField;
    Field *addTextField(const QString &pattern, Field::Label label = Field::Label::Above)
    {
        return Section::addTextField(fieldSpec(pattern), label);
    }
    Field *addChoiceField(const QString &pattern, ChoiceBox *choices)
    {
        return Section::addChoiceField(fieldSpec(pattern), choices);
    }
};

} // namespace sallyport
