// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace sallyport {

/// What an entry says about itself, as the filter searches it: lower-case words, each behind a mark of what it is.
///
/// One text for all of them, because a plain word may be any of them and ten thousand entries are searched between two keystrokes.
class Facts
{
public:
    enum class Kind : char16_t { Name = 1, Host, Namespace, Label, Class, Port, Protocol, Gateway, Document, File };

    void add(Kind kind, const QString &word);
    void add(const Facts &others) { m_text += others.m_text; }
    bool contains(const QString &word) const { return m_text.contains(word); } ///< The word is lower case.
    bool contains(Kind kind, const QString &word, bool whole = false) const;
    bool operator==(const Facts &) const = default;

private:
    QString m_text;
};

/// The findings at one entry, as the filter searches them.
struct FoundHere {
    quint8 severities = 0; ///< A bit for each Severity.
    QStringList codes;
    bool operator==(const FoundHere &) const = default;

    void add(const Diagnostic &finding);
};

/// What is typed into the navigator's filter: words that must all be there.
///
/// A plain word may be anywhere. host: namespace: label: class: port: protocol: gateway: name: kind: file: look in one place (also
/// ns:, from:, to:, gw:), app=sleep in labels, db.example.com:5432 for a host with that port; is:error, is:warning, is:note and
/// is:problem look at findings, as does a code (host.invalid, or host. for all of that family). A minus before a word means
/// "without", quotes keep blanks.
class Query
{
public:
    Query() = default;
    explicit Query(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty(); }
    bool asksForFindings() const { return m_asksForFindings; }
    /// `facts` of the entry and of what it stands in; `file` of its file, where only file: looks.
    bool fits(const Facts &facts, const Facts &file) const;
    /// `found` at the entry, `above` at the rule that holds it.
    bool fits(const FoundHere &found, const FoundHere &above) const;

private:
    struct Term {
        QString word; ///< Lower case.
        QList<Facts::Kind> kinds; ///< Empty = any.
        bool isWhole = false; ///< Not a part of a word: ports.
        bool isFinding = false; ///< `word` is a code, or the start of one; empty = any.
        quint8 severities = 0xff;
        bool isNegative = false;
    };

    void read(const QString &word);
    static bool finds(const Term &term, const FoundHere &found);

    QList<Term> m_terms;
    bool m_asksForFindings = false;
};

} // namespace sallyport
