// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/lastexport.h"

#include "core/document/diskfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int maxRecords = 20;
constexpr auto suffix = ".export"_L1;

QString recordOf(const QString &folder, QStringList names)
{
    names.sort();
    const QByteArray sum = QCryptographicHash::hash(names.join(u'\n').toUtf8(), QCryptographicHash::Sha256);
    return u"%1/%2%3"_s.arg(folder, QString::fromLatin1(sum.toHex().left(32)), suffix);
}

} // namespace

Result<bool> rememberExport(const QString &folder, const QList<ExportedFile> &files)
{
    QStringList names;
    QJsonArray header;
    QByteArray texts;
    for (const ExportedFile &file : files) {
        names.append(file.name);
        header.append(QJsonObject{{u"name"_s, file.name}, {u"size"_s, file.text.size()}});
        texts += file.text;
    }
    QDir().mkpath(folder);
    const QByteArray bytes = QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n' + texts;
    const Result<FileStamp> written = writeBytes(recordOf(folder, names), bytes, 0600);
    if (!written)
        return written.error();
    const QFileInfoList all = QDir(folder).entryInfoList({u"*"_s + suffix}, QDir::Files, QDir::Time);
    for (const QFileInfo &old : all.mid(maxRecords))
        QFile::remove(old.filePath());
    return true;
}

std::optional<QList<ExportedFile>> lastExport(const QString &folder, QStringList names)
{
    const Result<QByteArray> bytes = readBytes(recordOf(folder, std::move(names)));
    if (!bytes)
        return std::nullopt;
    qsizetype at = bytes->indexOf('\n') + 1;
    const QJsonArray header = QJsonDocument::fromJson(bytes->left(at)).array();
    QList<ExportedFile> files;
    for (const QJsonValue &value : header) {
        const qint64 size = value["size"_L1].toInteger(-1);
        if (size < 0 || size > bytes->size() - at)
            return std::nullopt;
        files.append({value["name"_L1].toString(), bytes->mid(at, size)});
        at += size;
    }
    if (files.isEmpty() || at != bytes->size())
        return std::nullopt;
    return files;
}

} // namespace sallyport
