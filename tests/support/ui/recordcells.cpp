// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/recordcells.h"

#include <QApplication>
#include <QTest>

namespace sallyport {

void typeCell(RecordTable *table, int row, int column, const QString &text)
{
    table->view()->setFocus();
    table->view()->setCurrentIndex(table->model()->index(row, column));
    QTest::keyClick(table->view(), Qt::Key_F2);
    QWidget *editor = QApplication::focusWidget();
    QVERIFY(editor && table->isAncestorOf(editor));
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents(); // a delegate closes its editor from the event loop
}

} // namespace sallyport
