// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/document/filehistory.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sallyport;

class TestFileHistory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
            QSKIP("git is not installed");
    }

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void theCommitsOfAFileAreFoundWithTheirTexts()
    {
        repository();
        commit("a.yaml", "a: 1\n", u"first"_s);
        commit("other.yaml", "b: 1\n", u"not of this file"_s);
        commit("a.yaml", "a: 2\n", u"second: with \"quotes\" and 你好"_s);
        const QList<Revision> revisions = *revisionsOf(path("a.yaml"));
        QCOMPARE(revisions.size(), 2);
        QCOMPARE(revisions[0].subject, u"second: with \"quotes\" and 你好"_s);
        QCOMPARE(revisions[1].subject, u"first"_s);
        QCOMPARE(revisions[0].author, u"Tester"_s);
        QVERIFY(revisions[0].date.isValid());
        QCOMPARE(*textOf(path("a.yaml"), revisions[0].id), "a: 2\n");
        QCOMPARE(*textOf(path("a.yaml"), revisions[1].id), "a: 1\n");
    }

    void namesThatGitCouldMisreadAreNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"-rf.yaml", "--help", ":(top)a.yaml", "*.yaml", "a b;c.yaml", "$(x).yaml", "HEAD", "\"q\".yaml"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void namesThatGitCouldMisreadAreNames()
    {
        QFETCH(QString, name);
        repository();
        commit("a.yaml", "other: 1\n", u"another file"_s);
        commit(name.toLatin1().constData(), "a: 1\n", u"this file"_s);
        const QString file = path(name.toLatin1().constData());
        const auto revisions = revisionsOf(file);
        QVERIFY2(revisions, qPrintable(revisions ? QString() : revisions.error().details));
        QCOMPARE(revisions->size(), 1);
        QCOMPARE(*textOf(file, revisions->first().id), "a: 1\n");
    }

    void aFileInASubfolderAndALinkToItAreFound()
    {
        repository();
        QDir(m_dir->path()).mkpath(u"policies/eu"_s);
        commit("policies/eu/a.yaml", "a: 1\n", u"first"_s);
        const QTemporaryDir elsewhere;
        const QString link = elsewhere.filePath(u"link.yaml"_s);
        QVERIFY(QFile::link(path("policies/eu/a.yaml"), link));
        for (const QString &file : {path("policies/eu/a.yaml"), link}) {
            const QList<Revision> revisions = *revisionsOf(file);
            QCOMPARE(revisions.size(), 1);
            QCOMPARE(*textOf(file, revisions[0].id), "a: 1\n");
        }
    }

    void whatIsMissingIsSaid()
    {
        put("a.yaml", "a: 1\n");
        verify(revisionsOf(path("a.yaml")), u"not in a Git repository"_s);
        verify(revisionsOf(path("missing.yaml")), u"not on the disk"_s);
        repository();
        verify(revisionsOf(path("a.yaml")), u"no commits yet"_s);
        commit("b.yaml", "b: 1\n", u"another"_s);
        verify(revisionsOf(path("a.yaml")), u"No commit has this file"_s);
        m_history.setProgram(path("no-such-git"));
        verify(revisionsOf(path("a.yaml")), u"could not be started"_s);
        m_history.setProgram(u"git"_s);
    }

    void onlyHashesAreRevisions()
    {
        repository();
        commit("a.yaml", "a: 1\n", u"first"_s);
        for (const QString &revision : {u"HEAD"_s, u"--help"_s, u"master"_s, QString(), u"abc"_s})
            QVERIFY(!textOf(path("a.yaml"), revision));
    }

    void noAnswerComesToWhoIsGone()
    {
        repository();
        commit("a.yaml", "a: 1\n", u"first"_s);
        bool answered = false;
        auto context = std::make_unique<QObject>();
        m_history.revisions(path("a.yaml"), context.get(), [&answered](const auto &) { answered = true; });
        context.reset();
        QTest::qWait(300);
        QVERIFY(!answered);
        FileHistory brief;
        brief.revisions(path("a.yaml"), this, [&answered](const auto &) { answered = true; }); // gone before the answer
    }

private:
    // not filePath(): a name that begins with a colon is a resource to Qt
    QString path(const char *name) const { return m_dir->path() + u'/' + QString::fromLatin1(name); }

    void put(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
    }

    void git(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
        environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_dir->path());
        process.start(u"git"_s,
                      QStringList{u"-c"_s, u"user.name=Tester"_s, u"-c"_s, u"user.email=tester@example.org"_s}
                          + arguments);
        if (!process.waitForFinished(20'000) || process.exitCode() != 0)
            qFatal("git failed: %s", process.readAllStandardError().constData());
    }

    void repository() const { git({u"init"_s, u"--quiet"_s}); }

    void commit(const char *name, const QByteArray &text, const QString &subject) const
    {
        put(name, text);
        git({u"--literal-pathspecs"_s, u"add"_s, u"--"_s, QString::fromLatin1(name)});
        git({u"commit"_s, u"--quiet"_s, u"-m"_s, subject});
    }

    Result<QList<Revision>> revisionsOf(const QString &file)
    {
        std::optional<Result<QList<Revision>>> answer;
        m_history.revisions(file, this, [&answer](const auto &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
            return Error{.what = u"no answer"_s};
        return *answer;
    }

    Result<QByteArray> textOf(const QString &file, const QString &revision)
    {
        std::optional<Result<QByteArray>> answer;
        m_history.text(file, revision, this, [&answer](const auto &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
            return Error{.what = u"no answer"_s};
        return *answer;
    }

    static void verify(const Result<QList<Revision>> &answer, const QString &words)
    {
        QVERIFY(!answer);
        const Error &error = answer.error();
        QVERIFY(!error.what.isEmpty() && !error.where.isEmpty() && !error.unaffected.isEmpty());
        QVERIFY2(error.next.contains(words), qPrintable(error.toString() + error.details));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    FileHistory m_history;
};

QTEST_GUILESS_MAIN(TestFileHistory)
#include "tst_filehistory.moc"
