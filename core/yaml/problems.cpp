// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/problems.h"

#include "core/yaml/limits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sallyport::yaml::problems {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(YamlProblem)
};

Problem make(QLatin1StringView code, const QString &message, Range where)
{
    return {.code = code, .message = message, .range = where};
}

struct Sentence {
    const char *readersWords; ///< How yaml-cpp's message starts.
    const char *ours;
};

// clang-format off
constexpr Sentence sentences[] = {
    {"end of map not found", QT_TRANSLATE_NOOP("YamlProblem", "This line does not fit the lines above it: a key, or a deeper or shallower indentation, was expected here.")},
    {"end of map flow not found", QT_TRANSLATE_NOOP("YamlProblem", "A map in braces is not closed: a comma or } was expected here.")},
    {"end of sequence not found", QT_TRANSLATE_NOOP("YamlProblem", "This line does not fit the list above it: a dash at the list's indentation was expected here.")},
    {"end of sequence flow not found", QT_TRANSLATE_NOOP("YamlProblem", "A list in brackets is not closed: a comma or ] was expected here.")},
    {"illegal map value", QT_TRANSLATE_NOOP("YamlProblem", "A colon followed by a space cannot stand here. If it belongs to the text, put the text in quotes.")},
    {"illegal map key", QT_TRANSLATE_NOOP("YamlProblem", "A key cannot stand here.")},
    {"illegal block entry", QT_TRANSLATE_NOOP("YamlProblem", "A list item cannot start here. Put it on a line of its own.")},
    {"illegal flow end", QT_TRANSLATE_NOOP("YamlProblem", "This closing bracket has no opening one before it.")},
    {"illegal tab when looking for indentation", QT_TRANSLATE_NOOP("YamlProblem", "A tab cannot indent YAML. Use spaces.")},
    {"illegal EOF in scalar", QT_TRANSLATE_NOOP("YamlProblem", "The text in quotes is never closed.")},
    {"illegal document indicator in scalar", QT_TRANSLATE_NOOP("YamlProblem", "The text in quotes is not closed before the document ends.")},
    {"unknown token", QT_TRANSLATE_NOOP("YamlProblem", "This character cannot start a value. If it belongs to the text, put the text in quotes.")},
    {"unknown escape character", QT_TRANSLATE_NOOP("YamlProblem", "This is no escape that YAML knows. Write \\\\ for a backslash, or use single quotes.")},
    {"bad character found while scanning hex number", QT_TRANSLATE_NOOP("YamlProblem", "This escape needs more hexadecimal digits.")},
    {"invalid unicode", QT_TRANSLATE_NOOP("YamlProblem", "This escape names no Unicode character.")},
    {"unexpected character in block scalar", QT_TRANSLATE_NOOP("YamlProblem", "Nothing but a comment can follow | or > on its line.")},
    {"cannot set zero indentation for a block scalar", QT_TRANSLATE_NOOP("YamlProblem", "The indentation given behind | or > cannot be 0.")},
    {"the referenced anchor is not defined", QT_TRANSLATE_NOOP("YamlProblem", "This alias names an anchor that is not defined above it.")},
    {"cannot assign multiple tags to the same node", QT_TRANSLATE_NOOP("YamlProblem", "A value cannot have two tags.")},
    {"cannot assign multiple anchors to the same node", QT_TRANSLATE_NOOP("YamlProblem", "A value cannot have two anchors.")},
    {"alias not found after *", QT_TRANSLATE_NOOP("YamlProblem", "A text that starts with * must be in quotes: * refers to an anchor.")},
    {"anchor not found after &", QT_TRANSLATE_NOOP("YamlProblem", "A text that starts with & must be in quotes: & names an anchor.")},
    {"illegal character found while scanning alias", QT_TRANSLATE_NOOP("YamlProblem", "A text that starts with * must be in quotes: * refers to an anchor.")},
    {"illegal character found while scanning anchor", QT_TRANSLATE_NOOP("YamlProblem", "A text that starts with & must be in quotes: & names an anchor.")},
    {"YAML major version too large", QT_TRANSLATE_NOOP("YamlProblem", "This version of YAML is not known. Sallyport reads YAML 1.1 and 1.2.")},
    {"bad file", QT_TRANSLATE_NOOP("YamlProblem", "The document is nested too deeply to be read.")},
};
// clang-format on

} // namespace

Problem fileTooLarge(qsizetype size)
{
    constexpr qsizetype mebibyte = 1024 * 1024;
    return make("yaml.limit"_L1,
                Texts::tr("The file is %1 MiB large; up to %2 MiB are read.")
                    .arg((size + mebibyte - 1) / mebibyte)
                    .arg(limits::fileSize / mebibyte),
                {});
}

Problem tooManyDocuments(Range where)
{
    return make("yaml.limit"_L1, Texts::tr("The file has more than %1 documents.").arg(limits::documents), where);
}

Problem tooManyNodes(Range where)
{
    return make("yaml.limit"_L1, Texts::tr("The file has more than %1 keys and values.").arg(limits::nodes), where);
}

Problem notUtf8(Range where)
{
    return make("yaml.encoding"_L1, Texts::tr("The file is not UTF-8: these bytes are no character."), where);
}

Problem otherEncoding()
{
    return make("yaml.encoding"_L1, Texts::tr("The file is UTF-16 or UTF-32. Save it as UTF-8."), {});
}

Problem nulByte(Range where)
{
    return make("yaml.encoding"_L1, Texts::tr("The file holds a NUL byte, so it is no text."), where);
}

Problem illegalCharacter(Range where, uint character)
{
    const QString name = u"U+%1"_s.arg(character, 4, 16, QLatin1Char('0')).toUpper();
    QString message = Texts::tr(
        "The control character %1 cannot stand in YAML. Remove it, or write it as an escape in double quotes.");
    if (character == 0x85 || character == 0x2028 || character == 0x2029)
        message = Texts::tr(
            "The line separator %1 cannot stand in YAML as it is: Kubernetes ends a line there, other readers do not. "
            "Remove it, or write it as an escape in double quotes.");
    else if (character == 0xfeff)
        message = Texts::tr(
            "The byte order mark %1 can stand at the start of a file only: Kubernetes refuses it here, and no editor shows it. "
            "Remove it, or write it as an escape in double quotes.");
    return make("yaml.syntax"_L1, message.arg(name), where);
}

Problem tooDeep(Range where)
{
    return make("yaml.limit"_L1, Texts::tr("Values are nested more than %1 levels deep.").arg(limits::depth), where);
}

Problem pieceTooLong(Range where)
{
    return make("yaml.limit"_L1,
                Texts::tr("A text, a comment, or a map or list in brackets is too large. "
                          "Split it, or write the map or list in lines without brackets."),
                where);
}

Problem tooManyAliases(Range where)
{
    return make("yaml.limit"_L1,
                Texts::tr("The aliases of this document stand for more than %1 values.").arg(limits::aliasedNodes),
                where);
}

Problem aliasOfItself(Range where)
{
    return make("yaml.syntax"_L1, Texts::tr("This alias stands inside the value it refers to."), where);
}

Problem aliases(Range where, const FieldPath &path)
{
    Problem problem = make(
        "yaml.alias"_L1,
        Texts::tr(
            "The document uses anchors, aliases or merge keys. It is read and compiled; to change it, edit the text, not the form."),
        where);
    problem.path = path;
    return problem;
}

Problem unclosedQuote(Range where)
{
    return make("yaml.syntax"_L1, Texts::tr("The text in quotes that starts here is never closed."), where);
}

Problem textAfterEnd(Range where)
{
    return make("yaml.syntax"_L1,
                Texts::tr("This stands behind the end of the document's value. Check its indentation."), where);
}

Problem unplaced(Range where)
{
    return make("yaml.syntax"_L1, Texts::tr("The parts of this line cannot be told apart. Write it in a simpler form."),
                where);
}

Problem duplicateKey(Range where, const FieldPath &path, const QString &key)
{
    Problem problem = make("yaml.duplicate-key"_L1, Texts::tr("The key %1 stands in this map twice.").arg(key), where);
    problem.path = path;
    return problem;
}

Problem syntax(Range where, const QByteArray &readersWords)
{
    for (const Sentence &sentence : sentences) {
        if (readersWords.startsWith(sentence.readersWords))
            return make("yaml.syntax"_L1, Texts::tr(sentence.ours), where);
    }
    return make("yaml.syntax"_L1, Texts::tr("This is not YAML: %1.").arg(QString::fromUtf8(readersWords)), where);
}

} // namespace sallyport::yaml::problems
