// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/diskfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777U : mode_t(0);
}

void verifyFourParts(const Error &error)
{
    QVERIFY(!error.what.isEmpty());
    QVERIFY(!error.where.isEmpty());
    QVERIFY(!error.unaffected.isEmpty());
    QVERIFY(!error.next.isEmpty());
}

/// Lets files grow to `bytes` only, as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const struct rlimit small = {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    struct rlimit m_before = {};
};

/// Gives up root's rights over files, where the tests run as root.
class PlainUser
{
public:
    PlainUser()
    {
        if (::geteuid() == 0)
            m_wasRoot = ::setegid(65534) == 0 && ::seteuid(65534) == 0;
    }
    ~PlainUser()
    {
        if (m_wasRoot && (::seteuid(0) != 0 || ::setegid(0) != 0))
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(PlainUser)

private:
    bool m_wasRoot = false;
};

} // namespace

class TestSave : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void writtenBytesAreReadBack()
    {
        const QByteArray bytes("\xEF\xBB\xBF"
                               "a: b\r\nc: \0d",
                               14);
        QVERIFY(bool(writeBytes(path("new.yaml"), bytes)));
        QCOMPARE(*readBytes(path("new.yaml")), bytes);
        QCOMPARE(names(), QStringList{u"new.yaml"_s});
    }

    void aNewFileGetsTheUsualPermissions()
    {
        const mode_t mask = ::umask(027);
        QVERIFY(bool(writeBytes(path("new.yaml"), "a")));
        ::umask(mask);
        QCOMPARE(modeOf(path("new.yaml")), mode_t(0640));
    }

    void permissionsStay_data()
    {
        QTest::addColumn<uint>("mode");
        for (const uint mode : {0600U, 0644U, 0664U, 0755U, 0640U})
            QTest::addRow("%o", mode) << mode;
    }

    void permissionsStay()
    {
        QFETCH(uint, mode);
        put(path("a.yaml"), "old");
        QCOMPARE(::chmod(QFile::encodeName(path("a.yaml")).constData(), mode), 0);
        QVERIFY(bool(writeBytes(path("a.yaml"), "new")));
        QCOMPARE(modeOf(path("a.yaml")), mode_t(mode));
        QCOMPARE(content(path("a.yaml")), QByteArray("new"));
    }

    void theOwnerStaysWhereWeMaySetIt()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give files away");
        put(path("a.yaml"), "old");
        QCOMPARE(::chown(QFile::encodeName(path("a.yaml")).constData(), 1234, 4321), 0);
        QVERIFY(bool(writeBytes(path("a.yaml"), "new")));
        QCOMPARE(QFileInfo(path("a.yaml")).ownerId(), 1234U);
        QCOMPARE(QFileInfo(path("a.yaml")).groupId(), 4321U);
    }

    void aSymlinkStaysAndItsTargetIsReplaced()
    {
        QDir(m_dir->path()).mkdir(u"real"_s);
        put(path("real/a.yaml"), "old");
        QVERIFY(QFile::link(u"real/a.yaml"_s, path("second")));
        QVERIFY(QFile::link(u"second"_s, path("first.yaml")));
        QVERIFY(bool(writeBytes(path("first.yaml"), "new")));
        QVERIFY(QFileInfo(path("first.yaml")).isSymLink());
        QVERIFY(QFileInfo(path("second")).isSymLink());
        QVERIFY(!QFileInfo(path("real/a.yaml")).isSymLink());
        QCOMPARE(content(path("real/a.yaml")), QByteArray("new"));
    }

    void aSymlinkToNothingGetsItsTarget()
    {
        QVERIFY(QFile::link(u"later.yaml"_s, path("link.yaml")));
        QVERIFY(bool(writeBytes(path("link.yaml"), "new")));
        QCOMPARE(content(path("later.yaml")), QByteArray("new"));
        QVERIFY(QFileInfo(path("link.yaml")).isSymLink());
    }

    void aSymlinkInACircleIsAnError()
    {
        QVERIFY(QFile::link(u"b.yaml"_s, path("a.yaml")));
        QVERIFY(QFile::link(u"a.yaml"_s, path("b.yaml")));
        refuses(path("a.yaml"));
        unreadable(path("a.yaml"));
    }

    void aFullDiskLeavesTheOldFile()
    {
        put(path("a.yaml"), "old");
        {
            const FullDisk disk(100);
            refuses(path("a.yaml"), QByteArray(1000, 'x'));
        }
        QCOMPARE(content(path("a.yaml")), QByteArray("old"));
        QCOMPARE(names(), QStringList{u"a.yaml"_s});
    }

    void aReadOnlyFolderLeavesTheOldFile()
    {
        put(path("a.yaml"), "old");
        QCOMPARE(::chmod(QFile::encodeName(path("a.yaml")).constData(), 0666), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_dir->path()).constData(), 0555), 0);
        {
            const PlainUser user;
            refuses(path("a.yaml"));
        }
        QCOMPARE(::chmod(QFile::encodeName(m_dir->path()).constData(), 0755), 0);
        QCOMPARE(content(path("a.yaml")), QByteArray("old"));
    }

    void aReadOnlyFileIsNotReplaced()
    {
        QCOMPARE(::chmod(QFile::encodeName(m_dir->path()).constData(), 0777), 0);
        put(path("a.yaml"), "old");
        QCOMPARE(::chmod(QFile::encodeName(path("a.yaml")).constData(), 0444), 0);
        {
            const PlainUser user;
            refuses(path("a.yaml"));
        }
        QCOMPARE(content(path("a.yaml")), QByteArray("old"));
    }

    void aVanishedFolderIsAnError() { refuses(path("gone/a.yaml")); }

    void onlyRegularFilesAreReadAndWritten()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0666), 0);
        QDir(m_dir->path()).mkdir(u"folder"_s);
        for (const QString &name : {path("pipe"), path("folder"), u"/dev/null"_s, u"/dev/full"_s}) {
            QElapsedTimer timer;
            timer.start();
            unreadable(name);
            refuses(name);
            QVERIFY2(timer.elapsed() < 2000, "waited for the other end");
        }
    }

    void missingAndForbiddenFilesAreErrors()
    {
        unreadable(path("missing.yaml"));
        put(path("secret.yaml"), "x");
        QCOMPARE(::chmod(QFile::encodeName(path("secret.yaml")).constData(), 0), 0);
        const PlainUser user;
        unreadable(path("secret.yaml"));
    }

    void aFileOverTheLimitIsNotRead()
    {
        put(path("huge.yaml"), "x");
        QVERIFY(QFile::resize(path("huge.yaml"), maxFileSize + 1));
        unreadable(path("huge.yaml"));
        QVERIFY(QFile::resize(path("huge.yaml"), maxFileSize));
        QVERIFY(bool(readBytes(path("huge.yaml"))));
    }

    void theStampTellsAChangedFile()
    {
        QCOMPARE(stampOf(path("a.yaml")), FileStamp());
        put(path("a.yaml"), "old");
        const FileStamp stamp = stampOf(path("a.yaml"));
        QCOMPARE(stampOf(path("a.yaml")), stamp);
        const Result<FileStamp> written = writeBytes(path("a.yaml"), "new");
        QVERIFY(bool(written));
        QVERIFY(*written != stamp);
        QCOMPARE(*written, stampOf(path("a.yaml")));
    }

    void theStampTellsAFileWhoseTimeWasSetBack()
    {
        put(path("a.yaml"), "old");
        const FileStamp stamp = stampOf(path("a.yaml"));
        QTest::qWait(20); // the clock of file systems is coarse
        put(path("a.yaml"), "new");
        const struct timespec times[] = {{0, UTIME_OMIT},
                                         {stamp.modified / 1'000'000'000, stamp.modified % 1'000'000'000}};
        QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path("a.yaml")).constData(), times, 0), 0);
        QCOMPARE(stampOf(path("a.yaml")).modified, stamp.modified);
        QVERIFY(stampOf(path("a.yaml")) != stamp);
    }

    void aFolderGivesItsPolicyFilesInOrder()
    {
        QDir dir(m_dir->path());
        for (const QString &name : {u"b/c"_s, u".git"_s, u"elsewhere"_s})
            QVERIFY(dir.mkpath(name));
        for (const QString &name : {u"z.yaml"_s, u"a.yml"_s, u"b/x.json"_s, u"b/c/d.yaml"_s, u".git/h.yaml"_s,
                                    u".hidden.yaml"_s, u"notes.txt"_s, u"elsewhere/e.yaml"_s})
            put(dir.filePath(name), "x");
        QVERIFY(QFile::link(u"../elsewhere"_s, dir.filePath(u"b/linked"_s)));
        const Result<QStringList> files = workspaceFiles(dir.path());
        QVERIFY(bool(files));
        QCOMPARE(*files,
                 (QStringList{path("a.yml"), path("b/c/d.yaml"), path("b/x.json"), path("elsewhere/e.yaml"),
                              path("z.yaml")}));
        const Result<QStringList> none = workspaceFiles(path("nowhere"));
        QVERIFY(!none);
        verifyFourParts(none.error());
    }

private:
    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    QStringList names() const { return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden | QDir::System); }

    void refuses(const QString &file, const QByteArray &bytes = "new")
    {
        const Result<FileStamp> result = writeBytes(file, bytes);
        QVERIFY2(!result, qPrintable(file));
        verifyFourParts(result.error());
    }

    void unreadable(const QString &file)
    {
        const Result<QByteArray> result = readBytes(file);
        QVERIFY2(!result, qPrintable(file));
        verifyFourParts(result.error());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestSave)
#include "tst_save.moc"
