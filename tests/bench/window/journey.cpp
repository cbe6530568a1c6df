// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/window/journey.h"

#include "core/document/workspaceeditor.h"
#include "ui/mainwindow.h"
#include "ui/navigator/navigator.h"
#include "ui/paste/pastedialog.h"
#include "ui/preview/objectstab.h"
#include "ui/preview/previewpane.h"
#include "ui/preview/sourceeditor.h"
#include "ui/preview/sourcetab.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int keysInEachField = 6; ///< Every second one takes back what the one before typed.
constexpr int rulesVisited = 8;
constexpr int keysInSource = 40;

FieldRef fieldOfRule(int rule, const char *field)
{
    const QString path = u"spec.egressRules[%1].%2"_s.arg(rule).arg(QLatin1StringView(field));
    return {0, 0, FieldPath::parse(path).value_or(FieldPath())};
}

} // namespace

Journey::Journey(MainWindow *window, const QString &path)
    : m_window(window)
    , m_path(path)
    , m_watch(window)
{
}

void Journey::key(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *place = QApplication::focusWidget();
    QTest::keyClick(place ? place : m_window, Qt::Key(key), modifiers);
}

void Journey::note(const QString &what, const Took &took)
{
    m_figures[what].add(took);
}

int Journey::rules() const
{
    const Policy *policy = m_window->editor()->workspace().reading(0, 0).policy();
    if (!policy)
        qFatal("bench_window: the policy cannot be read any more");
    return int(policy->rules.size());
}

void Journey::open()
{
    note(u"open"_s, m_watch.untilCompiled([this] { m_window->files()->openPaths({m_path}); }));
    m_watch.settle();
}

void Journey::typeInFields(const QString &scope)
{
    m_window->preview()->showObjects();
    for (int i = 0; i < rulesVisited; ++i) {
        const int rule = i * std::max(1, rules() / rulesVisited) % rules();
        for (const char *field : {"to[0].hosts[0]", "from[0].namespace", "to[0].port.number", "to[0].name"}) {
            m_window->selection()->select(fieldOfRule(rule, "to[0]"));
            m_window->selection()->reveal(fieldOfRule(rule, field));
            m_watch.settle();
            if (QByteArrayView(field).endsWith("]"))
                key(Qt::Key_F2);
            key(Qt::Key_End);
            const QByteArray before = m_window->editor()->workspace().files[0]->stream.text;
            for (int k = 0; k < keysInEachField; ++k) {
                const int typed = k % 2 == 0 ? Qt::Key_1 : Qt::Key_Backspace;
                note(u"key in a field, %1"_s.arg(scope), m_watch.untilCompiled([this, typed] { key(typed); }));
                if ((m_window->editor()->workspace().files[0]->stream.text == before) != (k % 2 == 1))
                    qFatal("bench_window: a key did not change %s", field);
            }
            key(Qt::Key_Tab);
            m_watch.settle(20);
        }
    }
}

void Journey::showAll()
{
    QComboBox *scopes = m_window->preview()->objects()->findChild<QComboBox *>();
    scopes->setFocus();
    m_watch.settle();
    note(u"first switch to all"_s, m_watch.untilPainted([this] { key(Qt::Key_Down); }));
    // The rest is filled in slices; each holds the window up for as long as it takes.
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < 1500;)
        note(u"slice of the rest"_s, m_watch.until([] {}, [] { return true; }));
    m_watch.settle(3000);
}

void Journey::switchRules()
{
    m_window->navigator()->setFocus();
    m_watch.settle();
    for (int i = 0; i < 40; ++i) {
        const int rule = (i * 7 + 3) % rules();
        if (rule == m_window->selection()->rule())
            continue;
        note(u"switch rules"_s,
             m_watch.untilPainted([&] { m_window->selection()->select(fieldOfRule(rule, "to[0]")); }));
    }
    for (int i = 0; i < 20; ++i)
        note(u"switch rules"_s, m_watch.untilPainted([this, i] { key(i < 10 ? Qt::Key_Down : Qt::Key_Up); }));
}

void Journey::filter()
{
    m_window->navigator()->editFilter();
    m_watch.settle();
    for (const int typed : {Qt::Key_T, Qt::Key_E, Qt::Key_A, Qt::Key_M, Qt::Key_Minus, Qt::Key_1, Qt::Key_Backspace,
                            Qt::Key_7, Qt::Key_Backspace, Qt::Key_Backspace, Qt::Key_Backspace})
        note(u"key in the filter"_s, m_watch.untilPainted([this, typed] { key(typed); }));
    m_window->navigator()->setFilterText({});
    m_watch.settle();
}

void Journey::undo()
{
    m_window->navigator()->setFocus();
    for (int i = 0; i < 20; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray &text = m_window->editor()->workspace().files[0]->stream.text;
        const qsizetype at = text.indexOf("    - name: ", i * text.size() / 20) + 12;
        m_window->editor()->editText(0, {{{at, at}, "n" + number}}, u"Type"_s);
        m_watch.settle(20);
    }
    for (const Qt::KeyboardModifiers modifiers :
         {Qt::KeyboardModifiers(Qt::ControlModifier), Qt::ControlModifier | Qt::ShiftModifier}) {
        for (int i = 0; i < 20; ++i)
            note(u"undo and redo"_s, m_watch.untilCompiled([this, modifiers] { key(Qt::Key_Z, modifiers); }));
    }
}

void Journey::typeInSource()
{
    m_window->preview()->showSource();
    SourceEditor *source = m_window->preview()->source()->editor();
    m_watch.settle(2000);
    QTextCursor cursor = source->textCursor();
    const QTextBlock middle = source->document()->findBlockByNumber(source->document()->blockCount() / 2);
    QTextBlock host = middle;
    while (host.isValid() && !host.text().contains(u".example.com"_s))
        host = host.next();
    cursor.setPosition((host.isValid() ? host : middle).position());
    cursor.movePosition(QTextCursor::EndOfBlock);
    source->setTextCursor(cursor);
    source->setFocus();
    m_watch.settle();
    for (int i = 0; i < keysInSource; ++i) {
        const int typed = i % 2 == 0 ? Qt::Key_X : Qt::Key_Backspace;
        note(u"key in the Source tab"_s, m_watch.untilCompiled([this, typed] { key(typed); }));
    }
}

void Journey::save()
{
    for (int i = 0; i < 5; ++i) {
        key(Qt::Key_X);
        m_watch.settle(300);
        note(u"save"_s, m_watch.untilPainted([this] { key(Qt::Key_S, Qt::ControlModifier); }));
        if (m_window->editor()->isModified(0))
            qFatal("bench_window: the file was not saved");
        key(Qt::Key_Backspace);
    }
    m_watch.settle(300);
}

void Journey::pasteHosts(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"https://www-%1.pasted.example.org:443/a/path\n"_s.arg(i);
    QGuiApplication::clipboard()->setText(text);
    m_window->selection()->select(fieldOfRule(0, "to[0]"));
    m_watch.settle();
    const auto dialog = [this] { return m_window->findChild<PasteDialog *>(); };
    note(u"paste hosts: read and shown"_s,
         m_watch.until([this] { m_window->actions()[Command::PasteHosts]->trigger(); },
                       [&] { return dialog() && !dialog()->isReading(); }));
    note(u"paste hosts: taken"_s, m_watch.untilCompiled([&] { dialog()->accept(); }));
    const QByteArray &all = m_window->editor()->workspace().files[0]->stream.text;
    if (!all.contains("www-" + QByteArray::number(count - 1) + ".pasted"))
        qFatal("bench_window: the hosts were not pasted");
}

} // namespace sallyport
