// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"
#include "core/yaml/change.h"

#include <QList>
#include <QString>

#include <functional>

namespace sallyport {

enum class Severity : quint8 { Error, Warning, Note };

/// A change to one document of the workspace; `document` may be one past the last: the value is then a new document.
struct DocumentChange {
    int file = -1;
    int document = 0;
    yaml::Change change;
};

/// What a fix needs to ask before it can be taken, e.g. the name for a bare address.
struct Question {
    QString label;
    QString suggestion;
};

/// One way out of a finding: changes to documents, shown as a diff before they are taken.
struct Fix {
    QString title; ///< An imperative: "Rename to egress-by-egressgateway-a".
    std::optional<Question> question; ///< When set, `changes` is given the user's answer.
    std::function<QList<DocumentChange>(const QString &answer)> changes;
    bool switchesToAsm = false; ///< Instead of changing text, makes ASM the workspace's target.
};

/// One finding: where, how bad, what it means and the ways out.
///
/// `code` is stable: tests, suppressions and other programs name it. `message` is a whole sentence for people, and translated.
/// To add a finding: 1 its row in core/policy/findingcodes.cpp  2 the check that reports it, beside its kin
/// 3 a golden case tests/golden/finding-<code>  4 a fix, where there is one right answer  5 docs/findings.md.
struct Diagnostic {
    Severity severity = Severity::Error;
    QString code;
    FieldRef where;
    QString message;
    QList<FieldRef> related; ///< The other fields it speaks of, e.g. the other of two conflicting destinations.
    QList<Fix> fixes;
    /// For syntax errors, where no field exists: byte offsets in the file; -1 = look `where` up in the document.
    qsizetype begin = -1;
    qsizetype end = -1;
    bool suppressed = false;
    QString suppressionReason;
};

} // namespace sallyport
