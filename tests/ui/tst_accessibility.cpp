// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/ui/memorysettings.h"
#include "tests/support/ui/readingorder.h"
#include "ui/bulk/bulkpanel.h"
#include "ui/changes/changestab.h"
#include "ui/cluster/clusterservices.h"
#include "ui/files/disknotices.h"
#include "ui/form/policyform.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/navigator/navigator.h"
#include "ui/preview/previewpane.h"
#include "ui/problems/fixpreview.h"
#include "ui/selecteditems.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

const QByteArray expectations =
    "apiVersion: sallyport.dev/v1alpha1\nkind: Expectations\nmetadata: {name: smoke}\nspec:\n"
    "  cases:\n  - from: {namespace: mytest}\n"
    "    request: {url: \"http://www.httpbin.org/\"}\n    expect: {verdict: allowed}\n";

const QByteArray kubeconfig = "apiVersion: v1\nkind: Config\ncurrent-context: dev\n"
                              "contexts: [{name: dev, context: {cluster: dev, user: dev}}]\n"
                              "clusters: [{name: dev, cluster: {server: 'https://127.0.0.1:1'}}]\n"
                              "users: [{name: dev, user: {}}]\n";

/// What a screen reader finds in a window: every control that the keyboard or the mouse can use.
class Walk
{
public:
    explicit Walk(QWidget *root) { visit(QAccessible::queryAccessibleInterface(root), u"window"_s); }

    int controls() const { return m_controls; }
    const QStringList &faults() const { return m_faults; }

private:
    void visit(QAccessibleInterface *item, const QString &path)
    {
        if (!item || !item->isValid() || item->state().invisible)
            return;
        check(item, path);
        if (dynamic_cast<QAbstractItemView *>(item->object()))
            return checkCells(static_cast<QAbstractItemView *>(item->object()), path);
        for (int i = 0; i < item->childCount(); ++i) {
            QAccessibleInterface *child = item->child(i);
            const QObject *object = child ? child->object() : nullptr;
            visit(child, path + u'/' + (object ? QString::fromLatin1(object->metaObject()->className()) : u"item"_s));
        }
    }

    void check(QAccessibleInterface *item, const QString &path)
    {
        auto *widget = qobject_cast<QWidget *>(item->object());
        const bool takesKeys = widget && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy();
        const bool isButton = item->role() == QAccessible::Button || item->role() == QAccessible::CheckBox
            || item->role() == QAccessible::ButtonMenu;
        if (!widget || (!takesKeys && !isButton))
            return;
        // Qt names a bar of tabs after its current tab. The window keeps an empty one for docks that are closed.
        if (item->role() == QAccessible::PageTabList && static_cast<QTabBar *>(widget)->count() == 0)
            return;
        ++m_controls;
        const QString name = item->text(QAccessible::Name).trimmed();
        const QString what = u"%1 “%2” (%3)"_s.arg(path.section(u'/', -2), name).arg(int(item->role()), 0, 16);
        if (name.isEmpty() || name == "?"_L1)
            m_faults.append(what + " has no name"_L1);
        // Words in sight explain themselves; saying them twice would only make the reading longer.
        const bool saysItself = qobject_cast<QLabel *>(widget) || qobject_cast<QPushButton *>(widget)
            || qobject_cast<QCheckBox *>(widget) || qobject_cast<QRadioButton *>(widget)
            || item->role() == QAccessible::PageTabList; // Qt lets these say nothing but the tab
        if (!saysItself && item->text(QAccessible::Description).trimmed().isEmpty())
            m_faults.append(what + " has no description"_L1);
        const bool isClient = item->role() == QAccessible::Client && !qobject_cast<QScrollArea *>(widget);
        if (item->role() == QAccessible::NoRole || isClient)
            m_faults.append(what + " has no role"_L1);
    }

    /// The cells of the first rows: what is empty must say what is empty.
    void checkCells(const QAbstractItemView *view, const QString &path)
    {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; model && row < std::min(model->rowCount(), 3); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                if (!(index.flags() & Qt::ItemIsEditable))
                    continue;
                const QString own = index.data(Qt::AccessibleTextRole).toString();
                if (own.isEmpty() && index.data().toString().isEmpty())
                    m_faults.append(u"%1: cell %2, %3 says nothing"_s.arg(path.section(u'/', -2)).arg(row).arg(column));
            }
        }
    }

    int m_controls = 0;
    QStringList m_faults;
};

void openSample(MainWindow &window, const QString &name)
{
    for (const Sample &sample : samples()) {
        if (sample.name == name)
            window.files()->newFromSample(sample);
    }
}

FieldRef at(const FieldPath &path, int document = 0)
{
    return {0, document, path};
}

QString nameOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

bool keepsTab(const QWidget *widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return text && !text->tabChangesFocus();
}

/// From the place that is read first on, until the key leads out of the part or around.
QList<QWidget *> walkedByTab(QWidget *part)
{
    const QList<QWidget *> stops = tabStops(part);
    if (stops.isEmpty())
        return {};
    const auto reads = [part](const QWidget *a, const QWidget *b) { return isReadBefore(a, b, part); };
    (*std::min_element(stops.begin(), stops.end(), reads))->setFocus(Qt::TabFocusReason);
    QList<QWidget *> walked;
    QWidget *at = QApplication::focusWidget();
    while (at && part->isAncestorOf(at) && !walked.contains(at)) {
        walked.append(at);
        if (keepsTab(at))
            break;
        QTest::keyClick(at, Qt::Key_Tab);
        at = QApplication::focusWidget();
    }
    return walked;
}

/// What lies over the window, or the window.
QWidget *shown(MainWindow &window)
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *dialog = QApplication::activeModalWidget())
        return dialog;
    return &window;
}

} // namespace

class AccessibilityTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<MemorySettings>();
        m_editor = std::make_unique<WorkspaceEditor>();
        m_window = std::make_unique<MainWindow>(m_editor.get(), m_settings.get());
        m_window->setExportServices([](const Workspace &) {
            return ExportServices{
                [](const Export &wanted, const QString &) { return planExport(wanted, {}); },
                [](const Export &wanted, const QString &, const QSet<QString> &) { return planExport(wanted, {}); },
                [](const QString &, const QByteArray &) -> Result<bool> { return true; },
            };
        });
        m_window->start({});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_editor.reset();
    }

    void everyControlHasNameDescriptionAndRole_data()
    {
        QTest::addColumn<Prepare>("prepare");
        addForms();
        addTabs();
        addDialogs();
        addCluster();
        addEmptyLists();
    }

    void everyControlHasNameDescriptionAndRole()
    {
        QFETCH(Prepare, prepare);
        QWidget *const before = shown(*m_window);
        const QWidget *const wanted = prepare(*m_window);
        QCoreApplication::processEvents();
        QWidget *root = shown(*m_window);
        if (wanted == m_window.get())
            QCOMPARE(root, before);
        else
            QVERIFY2(root != before, "it has not opened");
        const Walk walk(root);
        QVERIFY(walk.controls() > 0);
        QVERIFY2(walk.faults().isEmpty(), qPrintable(u'\n' + walk.faults().join(u'\n')));
        if (root != m_window.get())
            root->close();
    }

    void theTabKeyFollowsTheReadingOrder_data()
    {
        QTest::addColumn<Prepare>("prepare");
        addForms();
        addTabs();
        addDialogs();
    }

    void theTabKeyFollowsTheReadingOrder()
    {
        QFETCH(Prepare, prepare);
        prepare(*m_window);
        QCoreApplication::processEvents();
        QWidget *root = shown(*m_window);
        const QList<QWidget *> parts = root != m_window.get()
            ? QList<QWidget *>{root}
            : QList<QWidget *>{m_window->navigator(), m_window->form(), m_window->bulk(), m_window->preview(),
                               m_window->messages()};
        QList<QWidget *> all = parts;
        if (root == m_window.get()) {
            for (QDockWidget *dock : m_window->findChildren<QDockWidget *>())
                all.append(dock->widget());
        }
        for (QWidget *part : all) {
            const QList<QWidget *> stops = walkedByTab(part);
            for (qsizetype i = 1; i < stops.size(); ++i) {
                QVERIFY2(isReadBefore(stops[i - 1], stops[i], part),
                         qPrintable(nameOf(stops[i - 1]) + u" → "_s + nameOf(stops[i])));
            }
            const bool endsEarly = !stops.isEmpty() && keepsTab(stops.last());
            for (QWidget *stop : tabStops(part)) {
                // Of radio buttons the one that is on is the stop for all.
                QVERIFY2(stops.contains(stop) || endsEarly || qobject_cast<QRadioButton *>(stop),
                         qPrintable(nameOf(stop) + u" is left out behind "_s + nameOf(stops.last())));
            }
        }
        if (root != m_window.get())
            root->close();
    }

private:
    using Prepare = std::function<QWidget *(MainWindow &window)>; ///< Gives the window where nothing opens over it.

    static void add(const char *name, const std::function<void(MainWindow &window)> &prepare)
    {
        QTest::newRow(name) << Prepare([prepare](MainWindow &window) -> QWidget * {
            prepare(window);
            return &window;
        });
    }

    static void addOver(const char *name, const std::function<void(MainWindow &window)> &prepare)
    {
        QTest::newRow(name) << Prepare([prepare](MainWindow &window) -> QWidget * {
            prepare(window);
            return nullptr;
        });
    }

    static void addForms()
    {
        add("policy", [](MainWindow &window) { window.selection()->select(at(destinationPath(0, 0))); });
        add("several rules", [](MainWindow &window) {
            openSample(window, u"several-teams"_s);
            window.items()->select({at(rulePath(0)), at(rulePath(1))}, at(rulePath(1)));
        });
        add("mesh", [](MainWindow &window) {
            openSample(window, u"tcp-database"_s);
            window.selection()->select(at({}, 1));
        });
        add("authorization", [](MainWindow &window) {
            openSample(window, u"deny-post"_s);
            window.selection()->select(at({}, 1));
        });
        add("expectations", [](MainWindow &window) {
            const int file = window.editor()->newFile(expectations, u"expectations.yaml"_s);
            window.selection()->select({file, 0, {}});
        });
        add("broken text", [](MainWindow &window) {
            QVERIFY(window.editor()->editText(0, {{{0, 0}, "a: [\n"}}, u"Type"_s));
        });
        add("findings", [](MainWindow &window) {
            const qsizetype begin = window.editor()->workspace().files[0]->stream.text.indexOf("number: 80");
            QVERIFY(window.editor()->editText(0, {{{begin + 8, begin + 10}, "99999"}}, u"Type"_s));
            window.editor()->compileNow();
            window.actions()[Command::NextProblem]->trigger();
        });
    }

    static void addTabs()
    {
        add("objects", [](MainWindow &window) { window.preview()->showObjects(); });
        add("changes", [](MainWindow &window) { window.actions()[Command::ShowChanges]->trigger(); });
        add("problems", [](MainWindow &window) { window.actions()[Command::ShowProblems]->trigger(); });
        add("find", [](MainWindow &window) { window.actions()[Command::Find]->trigger(); });
        add("replace", [](MainWindow &window) { window.actions()[Command::Replace]->trigger(); });
        add("go to line", [](MainWindow &window) { window.actions()[Command::GoToLine]->trigger(); });
        add("palette", [](MainWindow &window) { window.actions()[Command::Palette]->trigger(); });
        add("message", [](MainWindow &window) { window.files()->openPaths({u"/nowhere/missing.yaml"_s}); });
    }

    static void addEmptyLists()
    {
        add("nothing open", [](MainWindow &window) { window.files()->close(0); });
        add("filter", [](MainWindow &window) { window.navigator()->setFilterText(u"is:error"_s); });
    }

    static void addCluster()
    {
        add("cluster", [](MainWindow &window) {
            ClusterServices services;
            services.kubeconfig = [] { return kube::readKubeconfig(kubeconfig, u"config"_s); };
            services.open = [](const QString &, const std::function<void(std::chrono::milliseconds)> &)
                -> Result<std::unique_ptr<kube::Transport>> { return Error{.what = u"There is no network."_s}; };
            window.setClusterServices(services);
            window.actions()[Command::ChooseContext]->trigger();
        });
    }

    static void addDialogs()
    {
        addOver("export", [](MainWindow &window) { window.actions()[Command::Export]->trigger(); });
        addOver("rename", [](MainWindow &window) {
            window.selection()->select(at(rulePath(0)));
            window.actions()[Command::Rename]->trigger();
        });
        addOver("paste hosts", [](MainWindow &window) {
            QGuiApplication::clipboard()->setText(
                u"Host\na.example.com\nhttps://b.example.com/\n*.example.org\n!!\n"_s);
            window.selection()->select(at(destinationPath(0, 0)));
            window.actions()[Command::PasteHosts]->trigger();
        });
        addOver("quick fix", [](MainWindow &window) {
            emit window.form()->fixRequested(window.editor()->compilation().findings.at(0), 0);
        });
        addOver("help of a field", [](MainWindow &window) {
            window.actions()[Command::ShowForm]->trigger();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemorySettings> m_settings;
    std::unique_ptr<WorkspaceEditor> m_editor;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
