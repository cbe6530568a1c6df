// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
//
// Makes a picture of each state of the window that a user can meet, in both themes: screenshots FOLDER [STATE…].

#include "app/translations.h"
#include "core/document/journal.h"
#include "tests/support/ui/clusterpictures.h"
#include "tests/support/ui/scriptedcluster.h"
#include "ui/changes/changestab.h"
#include "ui/files/disknotices.h"
#include "ui/files/session.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/navigator/navigator.h"
#include "ui/newdocuments.h"
#include "ui/preview/previewpane.h"
#include "ui/rename/renamedialog.h"
#include "ui/selecteditems.h"
#include "ui/trace/expectationspane.h"
#include "ui/trace/requestpanel.h"
#include "ui/trace/tracedocks.h"
#include "ui/trace/tracepane.h"
#include "ui/trace/tracesuggestions.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QHash>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sallyport;

namespace {

/// Nothing of the person who takes the pictures is in them.
class NoSettings : public Settings
{
public:
    QVariant value(const QString &key) const override { return m_values.value(key); }
    void setValue(const QString &key, const QVariant &value) override { m_values.insert(key, value); }

private:
    QHash<QString, QVariant> m_values;
};

/// Lets everything that was put off happen: compilation, layout, filling of views; and what is marked for a moment fade.
void settle(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// One picture: a name, and how the window gets there from its first start.
struct State {
    QString name;
    QSize size;
    std::function<void(MainWindow &window)> prepare;
};

void openSample(MainWindow &window, const QString &name)
{
    for (const Sample &sample : samples()) {
        if (sample.name == name)
            window.files()->newFromSample(sample);
    }
}

void replaceText(MainWindow &window, const QByteArray &old, const QByteArray &text)
{
    const QByteArray &all = window.editor()->workspace().files[0]->stream.text;
    const qsizetype begin = all.indexOf(old);
    if (begin >= 0)
        window.editor()->editText(0, {{{begin, begin + old.size()}, text}}, u"Type"_s);
}

QByteArray manyRules(int count)
{
    QByteArray text = "apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\nmetadata:\n"
                      "  name: egress-by-egressgateway-a\n  namespace: istio-egress\nspec:\n  byEgressGateway:\n"
                      "    name: egressgateway-a\n  egressRules:\n";
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        text += "  - name: service-" + number + "\n    from:\n    - namespace: team-" + QByteArray::number(i % 50 + 1)
            + "\n    to:\n    - name: api-" + number + "\n      hosts:\n      - api-" + number
            + ".example.com\n      port:\n        number: 80\n        protocol: HTTP\n";
    }
    return text;
}

void put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s could not be written", qPrintable(path));
}

QByteArray sampleText()
{
    return samples().at(0).text();
}

/// The policy as a file that is open, with what was typed into it, and with what another program has made of it in the meantime.
void changeOnBothSides(MainWindow &window, const QByteArray &mine, const QByteArray &theirs)
{
    put(u"policy.yaml"_s, sampleText());
    window.files()->openPaths({u"policy.yaml"_s});
    replaceText(window, "number: 80", mine);
    put(u"policy.yaml"_s,
        QByteArray(sampleText()).replace("number: 80", theirs).replace("www.httpbin.org", "httpbin.org"));
    window.disk()->look();
}

void compareBothSides(MainWindow &window)
{
    changeOnBothSides(window, "number: 8080", "number: 8443");
    for (QPushButton *button : window.disk()->bar()->findChildren<QPushButton *>()) {
        if (button->text().contains(u"ompare"_s))
            return button->click();
    }
}

void showChanges(MainWindow &window, ChangesTab::What what, bool sideBySide)
{
    put(u"policy.yaml"_s, sampleText());
    window.files()->openPaths({u"policy.yaml"_s});
    replaceText(window, "number: 80", "number: 8080");
    replaceText(window, "- www.httpbin.org", "- api.example.com");
    window.editor()->compileNow();
    window.preview()->changes()->setWhat(what);
    window.preview()->changes()->setSideBySide(sideBySide);
    window.preview()->showChanges();
}

/// As after a start that follows a crash.
void restoreWork(MainWindow &window)
{
    put(u"policy.yaml"_s, sampleText());
    const QString folder = QDir::current().filePath(u"journal"_s);
    {
        WorkspaceEditor editor;
        Journal journal(folder, &editor);
        editor.open(u"policy.yaml"_s);
        editor.editText(0, {{{0, 0}, "# what was typed before the crash\n"}}, u"Type"_s);
        journal.flush();
    }
    window.session()->setJournal(new Journal(folder, window.editor(), &window));
    window.start({});
}

/// Somebody else's, with a rule that closes TLS and TCP and says more than the form has fields for.
QByteArray foreignAuthorization()
{
    return "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata:\n  name: theirs\n  namespace: istio-system\n"
           "spec:\n  selector:\n    matchLabels:\n      istio: egressgateway-a\n  action: ALLOW\n  rules:\n"
           "  - from:\n    - source:\n        namespaces: [mytest]\n        notPrincipals: [cluster.local/ns/mytest/sa/batch]\n"
           "    to:\n    - operation:\n        hosts: [www.httpbin.org]\n        methods: [GET, HEAD]\n"
           "        notPaths: [/admin*]\n    when:\n    - key: request.headers[x-team]\n      values: [web]\n";
}

QByteArray expectations()
{
    return "apiVersion: sallyport.dev/v1alpha1\nkind: Expectations\nmetadata:\n  name: smoke\nspec:\n  cases:\n"
           "  - name: sleep-a reaches httpbin\n    from: {namespace: mytest, labels: {app: sleep-a}}\n"
           "    request: {url: \"http://www.httpbin.org/get\"}\n    expect: {verdict: allowed, status: 200}\n"
           "  - name: nobody posts\n    from: {namespace: mytest, labels: {app: sleep-a}}\n"
           "    request: {url: \"http://www.httpbin.org/post\", method: POST}\n    expect: {verdict: blocked, status: 40}\n"
           "  - from: {namespace: default, labels: {app: nginx}}\n    request: {url: \"https://www.httpbin.org\"}\n"
           "    expect: {verdict: blocked}\n"
           "  - from: {namespace: mytest}\n    request: {tcp: \"db.example.com:5432\"}\n    expect: {verdict: blocked}\n";
}

FieldRef at(const FieldPath &path)
{
    return {0, 0, path};
}

/// The sample with its Mesh, traced for a workload with these labels, or with those that its rule names.
void showTrace(MainWindow &window, const QString &labels)
{
    openSample(window, u"https-upgrade"_s);
    window.selection()->select(at(destinationPath(0, 0)));
    const StructureEdit mesh = newMesh(window.editor()->workspace(), window.selection()->current());
    window.editor()->edit(mesh.undoText, mesh.changes);
    window.actions()[Command::TraceSelection]->trigger();
    TraceRequest request = window.traces()->trace()->request()->request();
    if (!labels.isEmpty())
        request.labels = labelsOfLine(labels);
    window.traces()->traceRequest(request);
}

void showExpectations(MainWindow &window)
{
    showTrace(window, {});
    window.editor()->newFile(expectations(), u"expectations.yaml"_s);
    window.actions()[Command::ShowExpectations]->trigger();
    window.editor()->compileNow();
    settle(1000ms);
    QTreeView *list = window.traces()->expectations()->list();
    list->setCurrentIndex(list->model()->index(1, 0));
}

QByteArray longHostList(int count)
{
    QByteArray hosts;
    for (int i = 0; i < count; ++i)
        hosts += "      - api-" + QByteArray::number(i + 1) + ".example.com\n";
    return manyRules(1).replace("      - api-1.example.com\n", hosts);
}

void pasteHosts(MainWindow &window)
{
    QGuiApplication::clipboard()->setText(
        u"Host\tPort\tOwner\nwww.example.com\t443\tweb@example.com\nbücher.example\t80\t\n"
        "curl -H 'Accept: text/html' https://api.example.com/v1\n10.0.0.5 db.example.com # database\n"
        "https://api.example.com/v2, *.example.org\nlocalhost\npostgres://app:secret@pg.example.com/shop\n"_s);
    window.selection()->select(at(destinationPath(0, 0)));
    window.actions()[Command::PasteHosts]->trigger();
}

const QSize usual(1100, 700);

QList<State> states()
{
    return {
        {u"first-start"_s, usual, [](MainWindow &) {}},
        {u"chinese"_s, usual, [](MainWindow &) {}},
        {u"chinese-problems"_s, usual,
         [](MainWindow &window) {
             replaceText(window, "number: 80", "number: 99999");
             window.actions()[Command::NextProblem]->trigger();
             window.actions()[Command::ShowProblems]->trigger();
         }},
        {u"narrow"_s, QSize(800, 600), [](MainWindow &) {}},
        {u"empty"_s, usual, [](MainWindow &window) { window.files()->close(0); }},
        {u"new-policy"_s, usual, [](MainWindow &window) { window.files()->newPolicy(); }},
        {u"broken-yaml"_s, usual, [](MainWindow &window) { replaceText(window, "egressRules:", "egressRules: ["); }},
        {u"text-only"_s, usual,
         [](MainWindow &window) {
             replaceText(window, "www.httpbin.org", "&main www.httpbin.org");
             window.selection()->select(at(rulePath(0)));
         }},
        {u"findings"_s, usual,
         [](MainWindow &window) {
             replaceText(window, "number: 80", "number: 99999");
             replaceText(window, "www.httpbin.org", "https://www.httpbin.org/get");
             window.selection()->select(at(destinationPath(0, 0)));
         }},
        {u"problems"_s, usual,
         [](MainWindow &window) {
             replaceText(window, "number: 80", "number: 99999");
             window.actions()[Command::NextProblem]->trigger();
             window.actions()[Command::ShowProblems]->trigger();
         }},
        {u"objects"_s, usual,
         [](MainWindow &window) {
             window.selection()->select(at(destinationPath(0, 0).child(u"hosts"_s).index(0)));
             window.preview()->showObjects();
         }},
        {u"window"_s, QSize(1280, 760), // the README's
         [](MainWindow &window) {
             openSample(window, u"https-upgrade"_s);
             window.selection()->select(at(destinationPath(0, 0).child(u"hosts"_s).index(0)));
             window.preview()->showObjects();
         }},
        {u"several-teams"_s, usual,
         [](MainWindow &window) {
             openSample(window, u"several-teams"_s);
             window.selection()->select(at(destinationPath(1, 0)));
         }},
        {u"authorization"_s, usual,
         [](MainWindow &window) {
             openSample(window, u"deny-post"_s);
             window.selection()->select({0, 1, {}});
         }},
        {u"authorization-foreign"_s, usual,
         [](MainWindow &window) {
             window.editor()->newFile(foreignAuthorization(), u"foreign.yaml"_s);
             window.selection()->select({1, 0, {}});
         }},
        {u"mesh"_s, usual,
         [](MainWindow &window) {
             openSample(window, u"tcp-database"_s);
             window.selection()->select({0, 1, {}});
         }},
        {u"mesh-assumed"_s, usual,
         [](MainWindow &window) {
             window.editor()->newFile(
                 "apiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata:\n  name: default\nspec:\n"
                 "  gateways:\n  - name: egressgateway-a\n",
                 u"mesh.yaml"_s);
             window.selection()->select({1, 0, {}});
         }},
        {u"expectations"_s, usual,
         [](MainWindow &window) {
             window.editor()->newFile(expectations(), u"expectations.yaml"_s);
             window.selection()->select({1, 0, {}});
         }},
        {u"trace-allowed"_s, QSize(1280, 860), [](MainWindow &window) { showTrace(window, {}); }},
        {u"trace-blocked"_s, QSize(1280, 860), [](MainWindow &window) { showTrace(window, u"app=other"_s); }},
        {u"trace-cannot-tell"_s, QSize(1280, 860),
         [](MainWindow &window) {
             openSample(window, u"https-upgrade"_s);
             window.selection()->select(at(destinationPath(0, 0)));
             window.actions()[Command::TraceSelection]->trigger();
             TraceRequest request = window.traces()->trace()->request()->request();
             request.labels = {{u"app"_s, u"other"_s}};
             window.traces()->traceRequest(request);
         }},
        {u"trace-empty"_s, usual,
         [](MainWindow &window) {
             window.files()->close(0);
             window.actions()[Command::ShowTrace]->trigger();
         }},
        {u"expectations-dock"_s, QSize(1280, 860), showExpectations},
        {u"expectations-none"_s, usual,
         [](MainWindow &window) { window.actions()[Command::ShowExpectations]->trigger(); }},
        {u"access-table"_s, QSize(1280, 860),
         [](MainWindow &window) {
             openSample(window, u"several-teams"_s);
             window.actions()[Command::ShowAccess]->trigger();
         }},
        {u"changes-access"_s, QSize(1280, 760),
         [](MainWindow &window) { showChanges(window, ChangesTab::What::Access, false); }},
        {u"2000-rules"_s, usual,
         [](MainWindow &window) {
             window.editor()->newFile(manyRules(2000), u"many.yaml"_s);
             window.editor()->close(0);
             window.selection()->select(at(destinationPath(999, 0)));
         }},
        {u"changed-on-disk"_s, usual,
         [](MainWindow &window) { changeOnBothSides(window, "number: 8080 # mine", "number: 80"); }},
        {u"changed-on-disk-conflict"_s, usual,
         [](MainWindow &window) { changeOnBothSides(window, "number: 8080", "number: 8443"); }},
        {u"three-way"_s, usual, compareBothSides},
        {u"vanished"_s, usual,
         [](MainWindow &window) {
             put(u"policy.yaml"_s, sampleText());
             window.files()->openPaths({u"policy.yaml"_s});
             QFile::remove(u"policy.yaml"_s);
             window.disk()->look();
         }},
        {u"restored"_s, usual, restoreWork},
        {u"changes"_s, usual, [](MainWindow &window) { showChanges(window, ChangesTab::What::File, false); }},
        {u"changes-side-by-side"_s, QSize(1280, 760),
         [](MainWindow &window) { showChanges(window, ChangesTab::What::Objects, true); }},
        {u"changes-none"_s, usual,
         [](MainWindow &window) {
             window.preview()->changes()->setAgainst(ChangesTab::Against::Exported);
             window.preview()->showChanges();
         }},
        {u"paste-hosts"_s, usual, pasteHosts},
        {u"long-host-list"_s, usual,
         [](MainWindow &window) {
             window.editor()->newFile(longHostList(62), u"hosts.yaml"_s);
             window.editor()->close(0);
             window.selection()->select(at(destinationPath(0, 0).child(u"hosts"_s).index(3)));
         }},
        {u"navigator-filtered"_s, usual,
         [](MainWindow &window) {
             window.editor()->newFile(manyRules(2000), u"many.yaml"_s);
             window.editor()->close(0);
             window.navigator()->setFilterText(u"team-7 host:api-17"_s);
             window.selection()->select(at(rulePath(1706)));
         }},
        {u"navigator-nothing-fits"_s, usual,
         [](MainWindow &window) { window.navigator()->setFilterText(u"is:error"_s); }},
        {u"multi-selection"_s, usual,
         [](MainWindow &window) {
             openSample(window, u"several-teams"_s);
             window.items()->select({at(rulePath(0)), at(rulePath(1))}, at(rulePath(1)));
         }},
        {u"rename"_s, usual,
         [](MainWindow &window) {
             openSample(window, u"deny-post"_s);
             window.selection()->select(at(rulePath(0)));
             window.actions()[Command::Rename]->trigger();
             for (QLineEdit *edit : window.findChild<RenameDialog *>()->findChildren<QLineEdit *>()) {
                 if (qobject_cast<RenameDialog *>(edit->parent()))
                     edit->setText(u"shop"_s);
             }
         }},
        {u"palette"_s, usual,
         [](MainWindow &window) {
             window.actions()[Command::Palette]->trigger();
             if (auto *line = window.findChild<QWidget *>(u"palette"_s)->findChild<QLineEdit *>())
                 line->setText(u"add"_s);
         }},
        {u"message"_s, usual,
         [](MainWindow &window) { window.files()->openPaths({u"/home/you/policies/missing.yaml"_s}); }},
    };
}

/// A state of the cluster dock as one of the window.
State stateOf(const test::ClusterPicture &picture, test::ScriptedCluster *cluster)
{
    return {picture.name, picture.size, [picture, cluster](MainWindow &window) { picture.prepare(window, *cluster); }};
}

bool take(const State &state, ThemeChoice theme, test::ScriptedCluster &cluster, const QDir &folder)
{
    const bool isChinese = state.name.startsWith("chinese"_L1);
    installTranslations(isChinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    NoSettings settings;
    WorkspaceEditor editor;
    MainWindow window(&editor, &settings);
    window.setThemeChoice(theme);
    window.setClusterServices(cluster.services());
    window.start({});
    window.resize(state.size);
    window.show();
    settle(200ms);
    state.prepare(window);
    settle(1700ms);
    const QString scale = window.devicePixelRatio() > 1 ? u"@%1x"_s.arg(window.devicePixelRatio()) : QString();
    const QString file = u"%1-%2%3.png"_s.arg(state.name, theme == ThemeChoice::Dark ? u"dark"_s : u"light"_s, scale);
    QPixmap picture = window.grab();
    if (const QWidget *dialog = QApplication::activeModalWidget()) {
        QPainter painter(&picture);
        const QPoint corner(std::max(0, (window.width() - dialog->width()) / 2),
                            std::max(0, (window.height() - dialog->height()) / 2));
        painter.drawPixmap(corner, const_cast<QWidget *>(dialog)->grab());
    }
    return picture.save(folder.filePath(file));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationVersion(QStringLiteral(SALLYPORT_VERSION));
    QApplication application(argc, argv);
    installTranslations(QLocale(QLocale::English));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: screenshots FOLDER [STATE…]\n", stderr);
        return 2;
    }
    const QDir folder(QDir::current().absoluteFilePath(arguments[1]));
    const QTemporaryDir files; // Pictures show files by their names alone.
    if (!QDir::setCurrent(files.path()))
        return 2;
    const QStringList wanted = arguments.mid(2);
    QStringList names;
    for (const State &state : states())
        names.append(state.name);
    for (const test::ClusterPicture &picture : test::clusterPictures())
        names.append(picture.name);
    for (const QString &name : std::as_const(names)) {
        if (!wanted.isEmpty() && !wanted.contains(name))
            continue;
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            test::ScriptedCluster cluster;
            cluster.historyFolder = QDir(files.path()).filePath(u"history-%1-%2"_s.arg(name).arg(int(theme)));
            QList<State> all = states();
            for (const test::ClusterPicture &picture : test::clusterPictures())
                all.append(stateOf(picture, &cluster));
            const auto state = std::find_if(all.begin(), all.end(), [&](const State &one) { return one.name == name; });
            if (!take(*state, theme, cluster, folder)) {
                std::fprintf(stderr, "%s could not be written\n", qPrintable(folder.filePath(name)));
                return 2;
            }
        }
    }
    return 0;
}
