// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/filewatch.h"

#include <QFileInfo>
#include <QSet>

#include <chrono>

using namespace std::chrono_literals;

namespace sallyport {

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(100ms);
    const auto start = [this] {
        if (!m_timer.isActive()) // Not again: a file that is written all the time would never be reported.
            m_timer.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, start);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, start);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        watch(); // A file that was replaced is another file and needs watching anew.
        emit changed();
    });
}

void FileWatch::setPaths(const QStringList &paths)
{
    if (m_paths == paths)
        return;
    m_paths = paths;
    watch();
}

void FileWatch::watch()
{
    QSet<QString> wanted;
    for (const QString &path : m_paths) {
        const QFileInfo info(path);
        wanted.insert(info.absolutePath());
        if (!info.exists())
            continue;
        wanted.insert(info.absoluteFilePath());
        if (info.isSymLink())
            wanted.insert(QFileInfo(info.canonicalFilePath()).absolutePath());
    }
    const QStringList now = m_watcher.files() + m_watcher.directories();
    const QSet<QString> watched(now.begin(), now.end());
    const QStringList gone = (watched - wanted).values();
    const QStringList missing = (wanted - watched).values();
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!missing.isEmpty())
        m_watcher.addPaths(missing); // What cannot be watched is looked at when the window comes to the front.
}

} // namespace sallyport
