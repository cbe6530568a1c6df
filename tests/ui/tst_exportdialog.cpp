// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/export/exportdialog.h"
#include "ui/samples.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

Workspace workspaceOf(const QByteArray &text)
{
    Workspace workspace;
    workspace.files.push_back(std::make_shared<const SourceFile>(readFile(u"policy.yaml"_s, text)));
    return workspace;
}

QByteArray httpSample()
{
    return samples().first().text();
}

/// A folder in memory.
struct FakeFolder {
    std::vector<ExportFile> files;
    std::optional<Error> error;
    QStringList written; ///< One entry for each write: its folder.

    ExportServices services()
    {
        return {
            [this](const Export &wanted, const QString &) -> Result<ExportPlan> {
                if (error)
                    return *error;
                return planExport(wanted, files);
            },
            [this](const Export &wanted, const QString &folder, const QSet<QString> &removals) {
                written.append(folder);
                const Result<ExportPlan> plan = planExport(wanted, files, removals);
                files.clear();
                for (const PlannedFile &file : plan->files) {
                    if (file.action != FileAction::Remove)
                        files.push_back({file.path, file.bytes});
                }
                return plan;
            },
            [this](const QString &path, const QByteArray &bytes) -> Result<bool> {
                if (error)
                    return *error;
                files.push_back({path, bytes});
                return true;
            },
        };
    }
};

template<typename Widget>
Widget *child(const QDialog &dialog, const QString &text)
{
    const QList<Widget *> widgets = dialog.findChildren<Widget *>();
    for (Widget *widget : widgets) {
        QString own = widget->property("text").toString();
        if (own.remove(u'&').startsWith(text) || widget->accessibleName() == text)
            return widget;
    }
    return nullptr;
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = {}; }

    void showsEveryFileBeforeAnythingIsWritten()
    {
        ExportDialog dialog(workspaceOf(httpSample()), m_folder.services());
        QVERIFY(!child<QPushButton>(dialog, u"Export"_s)->isEnabled()); // nowhere to go yet
        dialog.setFolder(u"/deploy"_s);
        const auto *files = dialog.findChild<QTreeWidget *>();
        QCOMPARE(files->topLevelItemCount(), 11);
        QVERIFY(!files->findItems(u"kustomization.yaml"_s, Qt::MatchExactly).isEmpty());
        QVERIFY(m_folder.written.isEmpty());
        QTest::mouseClick(child<QPushButton>(dialog, u"Export"_s), Qt::LeftButton);
        QCOMPARE(m_folder.written, QStringList{u"/deploy"_s});
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(dialog.outcome().contains(u"11 created"_s));
    }

    void staleFilesGoOnlyWhereTheirBoxIsChecked()
    {
        ExportDialog first(workspaceOf(httpSample()), m_folder.services());
        first.setFolder(u"/deploy"_s);
        QTest::mouseClick(child<QPushButton>(first, u"Export"_s), Qt::LeftButton);

        ExportDialog second(workspaceOf(httpSample().replace("      - httpbin.org\n", "")), m_folder.services());
        second.setFolder(u"/deploy"_s);
        auto *files = second.findChild<QTreeWidget *>();
        QList<QTreeWidgetItem *> stale;
        for (int i = 0; i < files->topLevelItemCount(); ++i) {
            if (files->topLevelItem(i)->flags().testFlag(Qt::ItemIsUserCheckable)
                && files->topLevelItem(i)->data(0, Qt::CheckStateRole).isValid())
                stale.append(files->topLevelItem(i));
        }
        QCOMPARE(stale.size(), 4);
        for (const QTreeWidgetItem *item : stale)
            QCOMPARE(item->checkState(0), Qt::Unchecked);
        const QString chosen = stale.first()->text(0);
        stale.first()->setCheckState(0, Qt::Checked);
        QPushButton *button = child<QPushButton>(second, u"Export and remove"_s);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(m_folder.files.size(), size_t(10)); // one of the eleven is gone, three stale ones stay
        for (const ExportFile &file : m_folder.files)
            QVERIFY(file.path != chosen);
    }

    void aPartialSetNeedsASecondDecision()
    {
        ExportDialog dialog(workspaceOf(httpSample().replace("- httpbin.org", "- nodots")), m_folder.services());
        dialog.setFolder(u"/deploy"_s);
        QPushButton *button = child<QPushButton>(dialog, u"Export"_s);
        auto *partial = dialog.findChild<QCheckBox *>();
        QVERIFY(!button->isEnabled());
        QVERIFY(!partial->isHidden());
        QVERIFY(child<QLabel>(dialog, u"Message"_s)->text().contains(u"Problems"_s));
        QTest::keyClick(partial, Qt::Key_Space);
        QVERIFY(button->isEnabled());
    }

    void copiesAllObjectsAsOneStream()
    {
        ExportDialog dialog(workspaceOf(httpSample()), m_folder.services());
        QTest::keyClick(child<QRadioButton>(dialog, u"The clipboard"_s), Qt::Key_Space);
        QTest::mouseClick(child<QPushButton>(dialog, u"Copy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(),
                 exportOf(workspaceOf(httpSample()), ExportTarget::Istio).stream());
        QVERIFY(dialog.folder().isEmpty());
    }

    void writesOneFileOfTheChosenTarget()
    {
        ExportDialog dialog(workspaceOf(httpSample()), m_folder.services());
        QTest::keyClick(child<QRadioButton>(dialog, u"One file"_s), Qt::Key_Space);
        dialog.findChild<QComboBox *>()->setCurrentIndex(1);
        QTest::keyClicks(child<QLineEdit>(dialog, u"Folder or file"_s), u"all.yaml"_s);
        QTest::mouseClick(child<QPushButton>(dialog, u"Export"_s), Qt::LeftButton);
        QCOMPARE(m_folder.files.size(), size_t(1));
        QCOMPARE(m_folder.files.front().path, u"all.yaml"_s);
        QCOMPARE(m_folder.files.front().bytes, httpSample());
    }

    void anErrorStaysInTheDialogWithAllItSays()
    {
        m_folder.error = Error{u"It failed"_s, u"there"_s, u"Nothing else."_s, u"Try again."_s, {}};
        ExportDialog dialog(workspaceOf(httpSample()), m_folder.services());
        dialog.setFolder(u"/deploy"_s);
        QCOMPARE(child<QLabel>(dialog, u"Message"_s)->text(), m_folder.error->toString());
        QVERIFY(!child<QPushButton>(dialog, u"Export"_s)->isEnabled());
    }

private:
    FakeFolder m_folder;
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
