// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace sallyport {

/// Says that something may have happened to files on the disk, a moment after it did.
///
/// Programs save by writing into the file, or by putting another one in its place; both are noticed, also where a link leads elsewhere.
/// It only tells to look: who listens finds out what is different. Disks that tell nothing (the network's) need a look at other times.
class FileWatch : public QObject
{
    Q_OBJECT
public:
    explicit FileWatch(QObject *parent = nullptr);

    void setPaths(const QStringList &paths);

signals:
    void changed();

private:
    void watch();

    QFileSystemWatcher m_watcher;
    QStringList m_paths;
    QTimer m_timer; ///< Several events make one saving.
};

} // namespace sallyport
