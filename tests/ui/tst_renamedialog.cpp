// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rename/renamedialog.h"
#include "ui/selection.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QByteArray policyText = R"(apiVersion: istio.alibabacloud.com/v1beta1
kind: ASMEgressTrafficPolicy
metadata: {name: egress-by-gw-a, namespace: istio-egress}
spec:
  byEgressGateway: {name: gw-a}
  egressRules:
  - from:
    - namespace: shop # one
      workloadSelector: {app: sleep}
    - namespace: shop # two
      workloadSelector: {tier: web}
    to:
    - hosts: [a.com]
      port: {number: 443, protocol: HTTPS}
)";

} // namespace

class TestRenameDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_editor = std::make_unique<WorkspaceEditor>();
        m_editor->newFile(policyText, u"policy.yaml"_s);
    }

    void aNamespaceIsRenamedAfterItsPlacesWereShown()
    {
        open("spec.egressRules[0]");
        QCOMPARE(from(), u"shop"_s);
        QCOMPARE(list()->model()->rowCount(), 2);
        type(u"store"_s);
        QCOMPARE(list()->model()->index(0, RenameModel::Before).data().toString(), u"shop"_s);
        QCOMPARE(list()->model()->index(1, RenameModel::After).data().toString(), u"store"_s);
        QVERIFY(list()->model()->index(0, RenameModel::Where).data().toString().startsWith(u"policy.yaml:8 "_s));
        QCOMPARE(text(), policyText);
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QCOMPARE(text(), QByteArray(policyText).replace("namespace: shop", "namespace: store"));
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(text(), policyText);
    }

    void theNameThatIsLookedAtIsOffered_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("offered");
        QTest::newRow("host") << QByteArray("spec.egressRules[0].to[0].hosts[0]") << u"a.com"_s;
        QTest::newRow("destination") << QByteArray("spec.egressRules[0].to[0]") << u"a.com"_s;
        QTest::newRow("label") << QByteArray("spec.egressRules[0].from[1].workloadSelector.tier") << u"tier=web"_s;
        QTest::newRow("namespace") << QByteArray("spec.egressRules[0].from[1].namespace") << u"shop"_s;
        QTest::newRow("nothing") << QByteArray("") << u"shop"_s;
    }
    void theNameThatIsLookedAtIsOffered()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, offered);
        open(field);
        QCOMPARE(from(), offered);
    }

    void aNameThatCannotBeIsNotTaken()
    {
        open("spec.egressRules[0]");
        type(u"Not A Name"_s);
        QVERIFY(!button()->isEnabled());
        type(u"shop"_s);
        QVERIFY(!button()->isEnabled());
        type(u"store"_s);
        QVERIFY(button()->isEnabled());
    }

    void escapeChangesNothing()
    {
        open("spec.egressRules[0]");
        type(u"store"_s);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QCOMPARE(text(), policyText);
    }

    void theListIsASoundModel()
    {
        RenameModel model(m_editor.get());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPlaces(placesOf(m_editor->workspace(), {.from = u"shop"_s, .to = u"a"_s}));
        model.setPlaces(placesOf(m_editor->workspace(), {.from = u"shop"_s, .to = u"b"_s}));
        model.setPlaces({});
        QCOMPARE(model.rowCount(), 0);
    }

private:
    void open(const QByteArray &field)
    {
        const FieldPath path = field.isEmpty() ? FieldPath() : *FieldPath::parse(QString::fromLatin1(field));
        m_dialog = std::make_unique<RenameDialog>(m_editor.get(), FieldRef{0, 0, path});
        m_dialog->show();
    }

    QString from() const { return m_dialog->findChildren<QComboBox *>().at(1)->currentText(); }
    QTreeView *list() const { return m_dialog->findChild<QTreeView *>(); }
    const QByteArray &text() const { return m_editor->workspace().files[0]->stream.text; }

    QPushButton *button() const
    {
        for (QPushButton *each : m_dialog->findChildren<QPushButton *>()) {
            if (each->isDefault())
                return each;
        }
        return nullptr;
    }

    void type(const QString &words)
    {
        for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>()) {
            if (edit->parent() != m_dialog.get())
                continue; // that of the combo box
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, words);
        }
    }

    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<RenameDialog> m_dialog;
};

QTEST_MAIN(TestRenameDialog)
#include "tst_renamedialog.moc"
