// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/formfixture.h"

#include <QAction>
#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

FormFixture::FormFixture(const QByteArray &text, const QString &selected)
{
    editor.newFile(text, u"policy.yaml"_s);
    selection.select(ref(selected));
    editor.compileNow();
    form = new PolicyForm(&editor, &selection, &window);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(form);

    const auto add = [this](QKeySequence::StandardKey key, auto slot) {
        auto *action = new QAction(&window);
        action->setShortcuts(key);
        window.addAction(action);
        QObject::connect(action, &QAction::triggered, editor.undoStack(), slot);
    };
    add(QKeySequence::Undo, &QUndoStack::undo);
    add(QKeySequence::Redo, &QUndoStack::redo);
    window.resize(500, 700);
    window.show();
    window.activateWindow();
    (void)QTest::qWaitForWindowExposed(&window);
}

QString FormFixture::text() const
{
    return QString::fromUtf8(editor.workspace().files.front()->stream.text);
}

FieldRef FormFixture::ref(const QString &path) const
{
    return {0, 0, FieldPath::parse(path).value_or(FieldPath())};
}

Field *FormFixture::field(const QString &path) const
{
    Field *found = form->fieldFor(ref(path).path);
    return found && found->path() == ref(path).path ? found : nullptr;
}

QWidget *FormFixture::input(const QString &path) const
{
    Field *found = field(path);
    QWidget *place = found ? found->input() : nullptr;
    while (place && place->focusProxy())
        place = place->focusProxy();
    return place;
}

void FormFixture::type(const QString &path, const QString &text)
{
    QWidget *place = input(path);
    QVERIFY2(place, qPrintable(path));
    place->setFocus();
    QTest::keyClick(place, Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty())
        QTest::keyClick(place, Qt::Key_Delete);
    QTest::keyClicks(place, text);
}

void FormFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void FormFixture::keys(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void FormFixture::undo()
{
    press(Qt::Key_Z, Qt::ControlModifier);
}

void FormFixture::redo()
{
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
}

QByteArray httpPolicy()
{
    return QByteArrayLiteral(R"(# who may leave
apiVersion: istio.alibabacloud.com/v1beta1
kind: ASMEgressTrafficPolicy
metadata:
  name: egress-by-egressgateway-a # by convention
  namespace: istio-egress
spec:
  byEgressGateway:
    name: egressgateway-a
  egressRules:
  - from:
    - namespace: mytest # the team's
      workloadSelector:
        app: sleep-a # the client
    to:
    - name: httpbin-http # shown in lists
      hosts:
      - www.httpbin.org # the site
      - httpbin.org
      port:
        number: 80 # plain
        protocol: HTTP
      byEgressGateway:
        port: 80
)");
}

} // namespace sallyport
