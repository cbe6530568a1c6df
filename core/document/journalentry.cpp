// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/journalentry.h"

#include "core/document/textchange.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Journal)
};

constexpr int version = 1;
constexpr int sumSize = 64; ///< Characters of a SHA-256.

QString sumOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// The part of a text, with its sum, as the header says it.
struct Piece {
    QByteArray bytes;
    bool isWhole = false;
};

Piece pieceOf(const QByteArray &payload, qsizetype from, const QJsonObject &header)
{
    const auto size = qsizetype(header["size"_L1].toInteger(-1));
    if (size < 0 || from > payload.size())
        return {};
    Piece piece{payload.mid(from, size), false};
    piece.isWhole = piece.bytes.size() == size && header["sha256"_L1].toString() == sumOf(piece.bytes);
    return piece;
}

QJsonObject headerOf(const QByteArray &bytes)
{
    return {{u"size"_s, bytes.size()}, {u"sha256"_s, sumOf(bytes)}};
}

/// The saved text from ours: what was saved in place of [begin, end).
std::optional<QByteArray> savedTextOf(const QJsonObject &saved, const QByteArray &text, const QByteArray &payload)
{
    const Piece piece = pieceOf(payload, text.size(), saved);
    const auto begin = qsizetype(saved["begin"_L1].toInteger(-1));
    const auto end = qsizetype(saved["end"_L1].toInteger(-1));
    const yaml::TextEdits edits = {{{begin, end}, piece.bytes}};
    if (!piece.isWhole || begin < 0 || !yaml::canApply(edits, text.size()))
        return std::nullopt;
    return yaml::apply(edits, text);
}

QString recoveredName(const UnsavedFile &unsaved)
{
    const QString name = unsaved.path.isEmpty() ? unsaved.name : QFileInfo(unsaved.path).fileName();
    return Texts::tr("recovered-%1").arg(name.isEmpty() ? u"policy.yaml"_s : name);
}

} // namespace

QByteArray journalEntry(const UnsavedFile &unsaved)
{
    const yaml::TextEdits back = difference(unsaved.text, unsaved.savedText);
    const yaml::TextEdit edit = back.isEmpty() ? yaml::TextEdit() : back.first();
    QJsonObject saved = headerOf(edit.text);
    saved.insert(u"begin"_s, edit.range.begin);
    saved.insert(u"end"_s, edit.range.end);
    const QJsonObject header{{u"journal"_s, version},
                             {u"path"_s, unsaved.path},
                             {u"name"_s, unsaved.name},
                             {u"text"_s, headerOf(unsaved.text)},
                             {u"saved"_s, saved}};
    const QByteArray line = QJsonDocument(header).toJson(QJsonDocument::Compact);
    return sumOf(line).toLatin1() + ' ' + line + '\n' + unsaved.text + edit.text;
}

std::optional<JournalReading> readJournalEntry(const QByteArray &entry)
{
    const qsizetype lineEnd = entry.indexOf('\n');
    if (lineEnd < 0)
        return std::nullopt;
    const QByteArray payload = entry.mid(lineEnd + 1);
    const QByteArray line = entry.mid(sumSize + 1, lineEnd - sumSize - 1);
    QJsonObject header; // Not taken at its word where it was damaged: a path may have become another file's.
    if (entry.startsWith(sumOf(line).toLatin1() + ' '))
        header = QJsonDocument::fromJson(line).object();
    JournalReading reading;
    reading.unsaved.path = header["path"_L1].toString();
    reading.unsaved.name = header["name"_L1].toString();
    const bool isKnown = header["journal"_L1].toInt() == version
        && (reading.unsaved.path.isEmpty() || QDir::isAbsolutePath(reading.unsaved.path));
    const Piece text = isKnown ? pieceOf(payload, 0, header["text"_L1].toObject()) : Piece{payload};
    reading.unsaved.text = text.bytes;
    const auto saved = savedTextOf(header["saved"_L1].toObject(), text.bytes, payload);
    if (text.isWhole && saved) {
        reading.unsaved.savedText = *saved;
        return reading;
    }
    if (text.bytes.isEmpty())
        return std::nullopt;
    reading.isDamaged = true;
    reading.unsaved.name = recoveredName(reading.unsaved);
    reading.unsaved.path.clear();
    return reading;
}

} // namespace sallyport
