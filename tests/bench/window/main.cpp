// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/translations.h"
#include "core/document/journal.h"
#include "tests/bench/window/journey.h"
#include "tests/support/ui/memorysettings.h"
#include "ui/files/session.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

struct Row {
    const char *what;
    double Took::*time;
    double goal; ///< Milliseconds, at 2,000 hosts; 0 where there is none.
};

const Row rows[] = {
    {"open", &Took::wall, 700},
    {"key in a field, this rule", &Took::wall, 16},
    {"first switch to all", &Took::firstPaint, 400},
    {"slice of the rest", &Took::longestTurn, 10},
    {"key in a field, all", &Took::wall, 33},
    {"switch rules", &Took::wall, 50},
    {"key in the filter", &Took::wall, 0},
    {"undo and redo", &Took::wall, 0},
    {"key in the Source tab", &Took::firstPaint, 16},
    {"key in the Source tab", &Took::wall, 100},
    {"save", &Took::wall, 0},
    {"paste hosts: read and shown", &Took::wall, 1000},
    {"paste hosts: taken", &Took::wall, 1000},
};

const char *nameOf(const Row &row)
{
    if (QByteArrayView(row.what) != "key in the Source tab")
        return row.what;
    return row.time == &Took::firstPaint ? "key in the Source tab, to paint"
                                         : "key in the Source tab, to form and objects";
}

/// The highest memory of this process so far, in MiB.
double peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

/// Lines of: name, median, 95th percentile and maximum, CPU at the 95th percentile, longest turn, goal. Milliseconds, tabs between.
void print(const std::map<QString, Figures> &figures)
{
    for (const Row &row : rows) {
        const auto found = figures.find(QString::fromLatin1(row.what));
        if (found == figures.end())
            continue;
        const Figures &f = found->second;
        std::printf("%s\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.0f\n", nameOf(row), f.percentile(row.time, 0.5),
                    f.percentile(row.time, 0.95), f.percentile(row.time, 1), f.percentile(&Took::cpu, 0.95),
                    f.percentile(&Took::longestTurn, 1), row.goal);
    }
}

} // namespace

/// bench_window POLICY [STEP...]: the window's answers to keys over a policy that bench_policies made; the file is changed.
/// Steps are open fields all switch filter undo source save paste; all of them where none is named.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        std::fputs("Usage: bench_window POLICY [STEP...]\n", stderr);
        return 2;
    }
    const QStringList steps = arguments.mid(1);
    const auto wants = [&steps](const QString &step) { return steps.isEmpty() || steps.contains(step); };
    installTranslations(QLocale(u"en_US"_s));
    const QTemporaryDir state;
    MemorySettings settings;
    WorkspaceEditor editor;
    Journal journal(state.filePath(u"journal"_s), &editor);
    MainWindow window(&editor, &settings);
    window.session()->setJournal(&journal);
    window.resize(1280, 800);
    window.show();
    window.activateWindow();

    Journey journey(&window, arguments.first());
    journey.open();
    if (wants(u"fields"_s))
        journey.typeInFields(u"this rule"_s);
    if (wants(u"switch"_s))
        journey.switchRules();
    if (wants(u"all"_s)) {
        journey.showAll();
        journey.typeInFields(u"all"_s);
    }
    if (wants(u"filter"_s))
        journey.filter();
    if (wants(u"undo"_s))
        journey.undo();
    if (wants(u"source"_s) || wants(u"save"_s))
        journey.typeInSource(); // and stays there: saving needs something typed
    if (wants(u"save"_s))
        journey.save();
    const double memory = peakMemory();
    if (wants(u"paste"_s))
        journey.pasteHosts(2000);
    print(journey.figures());
    std::printf("peak memory, MiB\t\t\t%.0f\t\t\t250\n", memory);
    journal.finish();
    return 0;
}
