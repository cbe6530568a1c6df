// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sallyport {

/// A folder that belongs to one process as long as that lives, whichever way it ends: a lock on a file in it says so.
class OwnedFolder
{
public:
    /// Makes a new one in `parent`, which is made where it is missing. Only its owner can look into it. None where that fails; errno
    /// says why.
    static std::optional<OwnedFolder> create(const QString &parent);
    /// Takes over those whose processes have ended. Of two processes that try, one gets a folder.
    static std::vector<OwnedFolder> takeStale(const QString &parent);
    /// The paths of those that living processes own, apart from `own`: ours and what we have taken over.
    static QStringList others(const QString &parent, const QStringList &own);

    OwnedFolder(OwnedFolder &&other) noexcept;
    OwnedFolder &operator=(OwnedFolder &&other) noexcept;
    ~OwnedFolder(); ///< Gives up the lock; the folder stays.

    const QString &path() const { return m_path; }
    void remove(); ///< With all that is in it.

private:
    OwnedFolder(QString path, int lock);

    QString m_path;
    int m_lock = -1;
};

} // namespace sallyport
