// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kube/applyjob.h"
#include "core/kube/plan.h"
#include "core/value.h"
#include "ui/theme.h"

namespace sallyport {

// The words, signs and colours of plans: one piece for the tree, the tables and the screen reader.

/// "+ Create": a sign and a word, so that nothing is told by a colour alone.
QString actionWords(kube::PlannedAction action);
/// What became of an object: "✓ Created", "✗ Failed".
QString resultWords(const kube::PlannedObject &object, const kube::WriteResult &result);
QString choiceWords(kube::Choice choice);
/// The tint of an action; null for what changes nothing.
const Tint *tintOf(kube::PlannedAction action, const Theme &theme);

/// A value in one line, cut where it is longer than `longest` characters.
QString shownValue(const Value &value, qsizetype longest = 200);

} // namespace sallyport
