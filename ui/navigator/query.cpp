// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/navigator/query.h"

#include "core/policy/findingcodes.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using Kind = Facts::Kind;

constexpr quint8 bitOf(Severity severity)
{
    return quint8(1U << unsigned(severity));
}

struct Place {
    QLatin1StringView key;
    QList<Kind> kinds;
};

const QList<Place> &places()
{
    static const QList<Place> table = {
        {"host"_L1, {Kind::Host}},
        {"to"_L1, {Kind::Host}},
        {"namespace"_L1, {Kind::Namespace}},
        {"ns"_L1, {Kind::Namespace}},
        {"from"_L1, {Kind::Namespace, Kind::Label}},
        {"label"_L1, {Kind::Label}},
        {"class"_L1, {Kind::Class}},
        {"port"_L1, {Kind::Port}},
        {"protocol"_L1, {Kind::Protocol, Kind::Class}},
        {"gateway"_L1, {Kind::Gateway}},
        {"gw"_L1, {Kind::Gateway}},
        {"name"_L1, {Kind::Name}},
        {"rule"_L1, {Kind::Name}},
        {"kind"_L1, {Kind::Document}},
        {"file"_L1, {Kind::File}},
    };
    return table;
}

const QList<Kind> *kindsOf(QStringView key)
{
    const auto found =
        std::find_if(places().begin(), places().end(), [key](const Place &place) { return place.key == key; });
    return found == places().end() ? nullptr : &found->kinds;
}

std::optional<quint8> severitiesOf(QStringView word)
{
    if (word == "error"_L1 || word == "errors"_L1)
        return bitOf(Severity::Error);
    if (word == "warning"_L1 || word == "warnings"_L1)
        return bitOf(Severity::Warning);
    if (word == "note"_L1 || word == "notes"_L1)
        return bitOf(Severity::Note);
    if (word == "problem"_L1 || word == "problems"_L1 || word == "finding"_L1)
        return quint8(0xff);
    return std::nullopt;
}

/// host.invalid, or host. for all of that family.
bool isCode(const QString &word)
{
    const bool isFamily = word.endsWith(u'.');
    return std::any_of(findingCodes().begin(), findingCodes().end(), [&](const FindingCode &code) {
        return isFamily ? code.code.startsWith(word) : code.code == word;
    });
}

/// The words of a text; quotes keep blanks together.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (c.isSpace() && !isQuoted) {
            words.append(word);
            word.clear();
        } else {
            word += c;
        }
    }
    words.append(word);
    words.removeAll(QString());
    return words;
}

} // namespace

void Facts::add(Kind kind, const QString &word)
{
    if (!word.isEmpty())
        m_text += QChar(char16_t(kind)) + word.toLower();
}

bool Facts::contains(Kind kind, const QString &word, bool whole) const
{
    const QChar mark(static_cast<char16_t>(kind));
    for (qsizetype begin = m_text.indexOf(mark); begin >= 0; begin = m_text.indexOf(mark, begin + 1)) {
        qsizetype end = begin + 1;
        while (end < m_text.size() && m_text[end] >= u' ')
            ++end;
        const QStringView fact = QStringView(m_text).sliced(begin + 1, end - begin - 1);
        if (whole ? fact == word : fact.contains(word))
            return true;
    }
    return false;
}

void FoundHere::add(const Diagnostic &finding)
{
    severities |= bitOf(finding.severity);
    if (!codes.contains(finding.code))
        codes.append(finding.code);
}

Query::Query(const QString &text)
{
    for (const QString &word : wordsOf(text.toLower()))
        read(word);
}

void Query::read(const QString &typed)
{
    Term term;
    term.isNegative = typed.size() > 1 && typed.startsWith(u'-');
    const QString word = term.isNegative ? typed.sliced(1) : typed;
    const qsizetype colon = word.indexOf(u':');
    const QString key = word.first(std::max(qsizetype(0), colon));
    const QString rest = word.sliced(colon + 1);
    if (key == "is"_L1 || key == "has"_L1) {
        const std::optional<quint8> severities = severitiesOf(rest);
        if (!severities)
            return; // not typed to its end yet
        term.isFinding = true;
        term.severities = *severities;
    } else if (key == "code"_L1 || key == "finding"_L1 || (key.isEmpty() && isCode(word))) {
        term.isFinding = true;
        term.word = rest;
    } else if (const QList<Kind> *kinds = kindsOf(key)) {
        if (rest.isEmpty())
            return;
        term.kinds = *kinds;
        term.word = rest;
        term.isWhole = kinds->contains(Kind::Port);
    } else if (bool isPort = false; rest.toUShort(&isPort), colon > 0 && isPort) {
        term.kinds = {Kind::Host};
        term.word = key;
        m_terms.append(term);
        term.kinds = {Kind::Port};
        term.word = rest;
        term.isWhole = true;
    } else {
        if (word.contains(u'=') && !word.startsWith(u'='))
            term.kinds = {Kind::Label};
        term.word = word;
    }
    m_asksForFindings |= term.isFinding;
    m_terms.append(term);
}

bool Query::fits(const Facts &facts, const Facts &file) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        if (term.isFinding)
            return true;
        if (term.kinds == QList{Kind::File})
            return file.contains(Kind::File, term.word) != term.isNegative;
        const bool isThere = term.kinds.isEmpty() ? facts.contains(term.word)
                                                  : std::any_of(term.kinds.begin(), term.kinds.end(), [&](Kind kind) {
                                                        return facts.contains(kind, term.word, term.isWhole);
                                                    });
        return isThere != term.isNegative;
    });
}

bool Query::finds(const Term &term, const FoundHere &found)
{
    if (!(found.severities & term.severities))
        return false;
    return term.word.isEmpty() || std::any_of(found.codes.begin(), found.codes.end(), [&term](const QString &code) {
               return code.startsWith(term.word);
           });
}

bool Query::fits(const FoundHere &found, const FoundHere &above) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        return !term.isFinding || (finds(term, found) || finds(term, above)) != term.isNegative;
    });
}

} // namespace sallyport
