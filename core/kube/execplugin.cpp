// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/execplugin.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ExecPlugin)
};

using Done = std::function<void(const Result<PluginCredential> &)>;

/// More than this of what a plugin prints is not kept: some loop.
constexpr qsizetype maxOutput = 1024 * 1024;

Error pluginError(const QString &what, const QString &details, const QString &next = {})
{
    return {.what = what,
            .unaffected = Texts::tr("Nothing was sent to the cluster."),
            .next = next.isEmpty() ? Texts::tr("Run the plugin in a terminal to see what it wants.") : next,
            .details = details};
}

Error notFound(const ExecPlugin &plugin)
{
    const QString hint = shownText(plugin.installHint).trimmed();
    return pluginError(Texts::tr("The credential plugin %1 was not found.").arg(plugin.command), hint,
                       hint.isEmpty() ? Texts::tr("Install it, or correct the command in the kubeconfig.") : hint);
}

/// The program: what stands there where that is a path, else the first of that name in the PATH that it will run with.
QString programOf(const ExecPlugin &plugin, const QProcessEnvironment &environment)
{
    if (plugin.command.contains(u'/'))
        return QFileInfo::exists(plugin.command) ? plugin.command : QString();
    const QStringList folders = environment.value(u"PATH"_s).split(u':', Qt::SkipEmptyParts);
    return folders.isEmpty() ? QString() : QStandardPaths::findExecutable(plugin.command, folders);
}

/// One run of a plugin. Deletes itself when it has told the outcome, or with its context.
class PluginRun : public QObject
{
public:
    PluginRun(const ExecPlugin &plugin, QObject *parent, Done done)
        : QObject(parent)
        , m_plugin(plugin)
        , m_done(std::move(done))
    {
        connect(&m_process, &QProcess::readyReadStandardOutput, this,
                [this] { keep(m_output, m_process.readAllStandardOutput()); });
        connect(&m_process, &QProcess::readyReadStandardError, this,
                [this] { keep(m_errors, m_process.readAllStandardError()); });
        connect(&m_process, &QProcess::finished, this, &PluginRun::finish);
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                tell(pluginError(Texts::tr("The credential plugin %1 could not be started.").arg(m_plugin.command),
                                 m_process.errorString()));
        });
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            tell(pluginError(Texts::tr("The credential plugin %1 did not end in time.").arg(m_plugin.command),
                             shownText(QString::fromUtf8(m_errors))));
        });
    }

    ~PluginRun() override { stop(); }

    void start(const QString &program, const QProcessEnvironment &environment, std::chrono::milliseconds atMost)
    {
        m_timer.start(atMost);
        m_process.setProcessEnvironment(environment);
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.setChildProcessModifier([] { ::setsid(); }); // no terminal to ask on, and a group to end
        m_process.start(program, m_plugin.arguments, QIODevice::ReadOnly);
    }

    void tell(const Result<PluginCredential> &outcome)
    {
        if (!m_done)
            return;
        m_timer.stop();
        stop();
        // Later: who hears it may end everything, and this is called from the process' own signals.
        QMetaObject::invokeMethod(
            this,
            [this, outcome, done = std::exchange(m_done, nullptr)] {
                deleteLater();
                done(outcome);
            },
            Qt::QueuedConnection);
    }

private:
    static void keep(QByteArray &all, const QByteArray &more) { all += more.left(maxOutput - all.size()); }

    void stop()
    {
        m_process.disconnect(this);
        const qint64 group = m_process.processId();
        if (group <= 0)
            return;
        ::kill(pid_t(-group), SIGKILL); // with what it started
        m_process.waitForFinished(1000);
    }

    void finish(int exitCode, QProcess::ExitStatus status)
    {
        const QString errors = shownText(QString::fromUtf8(m_errors)).trimmed();
        if (status != QProcess::NormalExit)
            return tell(pluginError(Texts::tr("The credential plugin %1 crashed.").arg(m_plugin.command), errors));
        if (exitCode != 0)
            return tell(pluginError(
                Texts::tr("The credential plugin %1 failed with exit status %2.").arg(m_plugin.command).arg(exitCode),
                errors));
        Result<PluginCredential> credential = readPluginOutput(m_output, m_plugin.apiVersion);
        if (credential)
            return tell(std::move(credential));
        Error error = credential.error();
        error.details = errors;
        tell(error);
    }

    ExecPlugin m_plugin;
    Done m_done;
    QProcess m_process;
    QTimer m_timer;
    QByteArray m_output, m_errors;
};

} // namespace

Call runPlugin(const Access &access, const QProcessEnvironment &environment, QObject *context, Done done,
               std::chrono::milliseconds atMost)
{
    const ExecPlugin &plugin = *access.user.exec;
    auto *run = new PluginRun(plugin, context, std::move(done));
    QProcessEnvironment all = environment;
    for (const auto &[name, value] : plugin.environment)
        all.insert(name, value);
    all.insert(u"KUBERNETES_EXEC_INFO"_s, QString::fromUtf8(execInfo(access)) + u'\n');
    const QString program = programOf(plugin, all);
    if (plugin.interactiveMode == "Always"_L1) {
        run->tell(pluginError(
            Texts::tr("The credential plugin %1 needs a terminal, which a program with a window does not have.")
                .arg(plugin.command),
            {}, Texts::tr("Set interactiveMode to IfAvailable in the kubeconfig if the plugin can do without.")));
    } else if (program.isEmpty()) {
        run->tell(notFound(plugin));
    } else {
        run->start(program, all, atMost);
    }
    return Call([run = QPointer(run)] { delete run.data(); });
}

} // namespace sallyport::kube
