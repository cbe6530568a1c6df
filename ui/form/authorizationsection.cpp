// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/authorizationsection.h"

#include "core/policy/authorizationedits.h"
#include "ui/fields/inputs.h"
#include "ui/form/authorizationfields.h"

namespace sallyport {

AuthorizationSection::AuthorizationSection(const QString &title, AuthorizationCursor *cursor, QWidget *parent)
    : Section(title, cursor, parent)
{
}

Field *AuthorizationSection::addWordsField(AuthorizationList which, const QString &pattern)
{
    const FieldSpec spec = authorizationField(pattern);
    auto *edit = new WordsEdit(this);
    edit->setPlaceholderText(spec.placeholder);
    Field *field = addField(spec, edit);
    connect(edit, &WordsEdit::wordsEdited, this, [this, which, field, spec](const QStringList &words) {
        setTexts(which, words, cursor()->undoText(spec, field->path()),
                 cursor()->keyOf(cursor()->rulePath()) + spec.pattern);
    });
    connect(edit, &LineEdit::left, cursor(), &DocumentCursor::endStep);
    return field;
}

void AuthorizationSection::showWords(Field *field, AuthorizationList which, const FieldPath &usual)
{
    const QStringList texts = cursor()->view().texts(which);
    auto *edit = static_cast<WordsEdit *>(field->input());
    field->setPath(pathOf(which, usual));
    edit->showWords(texts);
    // What one line cannot say without loss is edited as text.
    edit->setReadOnly(!cursor()->areRulesEditable() || !fitOneLine(texts));
}

void AuthorizationSection::setTexts(AuthorizationList which, const QStringList &texts, const QString &undoText,
                                    const QString &mergeKey)
{
    if (!cursor()->areRulesEditable() || cursor()->rule() < 0)
        return;
    const QList<DocumentChange> changes =
        setEntries(cursor()->workspace(), cursor()->document(), cursor()->view(), which, texts, cursor()->facts());
    cursor()->change(undoText, changes, mergeKey);
}

FieldPath AuthorizationSection::pathOf(AuthorizationList which, const FieldPath &usual) const
{
    const QList<AuthorizationEntry> &entries = cursor()->view().list(which);
    return entries.isEmpty() ? usual : entries.first().places.first().parent();
}

} // namespace sallyport
