// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/yaml/document.h"

/// The sentences about text that cannot be read, in one place.
namespace sallyport::yaml::problems {

// Of the file as a whole.
Problem fileTooLarge(qsizetype size);
Problem tooManyDocuments(Range where);
Problem tooManyNodes(Range where);
Problem notUtf8(Range where);
Problem otherEncoding(); ///< UTF-16 or UTF-32.
Problem nulByte(Range where);

// Of one document.
Problem illegalCharacter(Range where, uint character);
Problem tooDeep(Range where);
Problem pieceTooLong(Range where);
Problem tooManyAliases(Range where);
Problem aliasOfItself(Range where);
/// The first anchor, alias or merge key: nothing is wrong with it, but the document cannot be patched.
Problem aliases(Range where, const FieldPath &path);
Problem unclosedQuote(Range where);
Problem textAfterEnd(Range where);
Problem unplaced(Range where);
Problem duplicateKey(Range where, const FieldPath &path, const QString &key);
/// What yaml-cpp objects to, in our words where we know its.
Problem syntax(Range where, const QByteArray &readersWords);

} // namespace sallyport::yaml::problems
