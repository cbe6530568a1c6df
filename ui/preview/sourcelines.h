// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace sallyport {

/// Two blanks a level, as Kubernetes writes YAML.
constexpr int indentWidth = 2;

/// The blanks that a new line starts with, given what stands before the cursor in the line that is left: as deep as its key, one level
/// deeper behind a colon or a block scalar's sign.
QString indentAfter(const QString &line);

/// Lines one level deeper, or less deep; empty lines stay empty.
QStringList indented(const QStringList &lines);
QStringList unindented(const QStringList &lines);

/// Puts `# ` before every line, at the depth of the least deep one; takes it away where all have it.
QStringList toggledComments(const QStringList &lines);

/// How many characters Backspace takes away at the end of `beforeCursor`: a level of blanks, else one (0 = leave it to the editor).
int backspaceWidth(const QString &beforeCursor);

/// Text from elsewhere as an editor may take it: one kind of line end, and nothing that UTF-8 cannot say.
QString cleanText(const QString &text);

} // namespace sallyport
