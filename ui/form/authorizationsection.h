// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/authorizationcursor.h"
#include "ui/form/section.h"

namespace sallyport {

class WordsEdit;

/// A panel of the form of an AuthorizationPolicy.
class AuthorizationSection : public Section
{
    Q_OBJECT
public:
    AuthorizationSection(const QString &title, AuthorizationCursor *cursor, QWidget *parent);

protected:
    AuthorizationCursor *cursor() const { return static_cast<AuthorizationCursor *>(Section::cursor()); }
    /// A field of one of the rule's lists, in one line.
    Field *addWordsField(AuthorizationList which, const QString &pattern);
    /// Shows a list of the rule; `usual` is where it would be written, if it is not.
    void showWords(Field *field, AuthorizationList which, const FieldPath &usual);
    /// Makes a list of the rule say these texts.
    void setTexts(AuthorizationList which, const QStringList &texts, const QString &undoText,
                  const QString &mergeKey = {});
    /// Where a list of the rule is written, or would be.
    FieldPath pathOf(AuthorizationList which, const FieldPath &usual) const;
};

} // namespace sallyport
