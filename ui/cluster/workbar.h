// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace sallyport {

/// What is under way, how far it is, and the button that cancels it. Its place stays when nothing is under way.
class WorkBar : public QWidget
{
    Q_OBJECT
public:
    explicit WorkBar(QWidget *parent = nullptr);

    /// What the bar says while nothing is under way.
    void setStatus(const QString &status);
    /// Something has begun. Without a `total` nobody knows how long it takes.
    void begin(const QString &doing, int total = 0);
    void setProgress(int done, int total);
    /// What is done at the moment, such as waiting.
    void setDoing(const QString &doing);
    void end();

signals:
    void cancelled();

private:
    void say(const QString &text);

    QString m_status;
    bool m_busy = false;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace sallyport
