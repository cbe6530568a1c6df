// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/kube/loginpath.h"

#include <QPointer>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace sallyport::kube {

namespace {

/// Around the value, whatever a profile prints besides.
constexpr char mark = '\x1e';

/// Between two marks, or nothing.
QString marked(const QByteArray &output)
{
    const qsizetype begin = output.indexOf(mark);
    const qsizetype end = output.indexOf(mark, begin + 1);
    return begin < 0 || end < 0 ? QString() : QString::fromLocal8Bit(output.mid(begin + 1, end - begin - 1));
}

} // namespace

Call withLoginPath(const QProcessEnvironment &environment, QObject *context,
                   std::function<void(const QProcessEnvironment &)> done)
{
    auto *shell = new QProcess(context);
    const auto isTold = std::make_shared<bool>(false); // a shell that crashes fails and finishes
    const auto tell = [shell, environment, isTold, done = std::move(done)](const QString &path) {
        if (std::exchange(*isTold, true))
            return;
        shell->disconnect();
        shell->deleteLater();
        QProcessEnvironment result = environment;
        if (!path.isEmpty())
            result.insert(u"PATH"_s, path);
        done(result);
    };
    const auto tellOutput = [shell, tell] { tell(marked(shell->readAllStandardOutput())); };
    const QString program = environment.value(u"SHELL"_s);
    if (environment.contains(u"TERM"_s) || program.isEmpty()) {
        QMetaObject::invokeMethod(
            shell, [tell] { tell({}); }, Qt::QueuedConnection);
    } else {
        // Queued, so that the process does not end within a signal of its own.
        QObject::connect(shell, &QProcess::finished, shell, tellOutput, Qt::QueuedConnection);
        QObject::connect(
            shell, &QProcess::errorOccurred, shell, [tell] { tell({}); }, Qt::QueuedConnection);
        QTimer::singleShot(std::chrono::seconds(5), shell, [tell] { tell({}); });
        shell->setProcessEnvironment(environment);
        shell->setStandardInputFile(QProcess::nullDevice());
        shell->start(program, {u"-l"_s, u"-c"_s, u"printf '\\036%s\\036' \"$PATH\""_s}, QIODevice::ReadOnly);
    }
    return Call([shell = QPointer(shell)] { delete shell.data(); });
}

} // namespace sallyport::kube
