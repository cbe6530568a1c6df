// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QObject>
#include <QProcess>

#include <functional>

namespace sallyport {

/// A commit that has changed a file.
struct Revision {
    QString id; ///< The whole hash.
    QDateTime date;
    QString author;
    QString subject;
    bool operator==(const Revision &) const = default;
};

/// What Git knows of a file, by the user's own git: nothing of it is ours, and nothing is fetched or changed.
///
/// Answers come later, in the thread of the caller, unless `context` is gone by then; where git takes too long, it is an error.
class FileHistory : public QObject
{
    Q_OBJECT
public:
    explicit FileHistory(QObject *parent = nullptr);
    ~FileHistory() override;

    void setProgram(const QString &program) { m_program = program; } ///< A name on the PATH, or a path.

    /// The latest commits that changed the file, latest first. Error where there is no git, no repository, or none of this file.
    void revisions(const QString &path, QObject *context,
                   const std::function<void(const Result<QList<Revision>> &)> &done);
    /// The file's text as it was.
    void text(const QString &path, const QString &revision, QObject *context,
              const std::function<void(const Result<QByteArray> &)> &done);

private:
    void run(const QString &path, const QStringList &arguments, QObject *context,
             const std::function<void(const Result<QByteArray> &)> &done);

    QString m_program;
};

} // namespace sallyport
