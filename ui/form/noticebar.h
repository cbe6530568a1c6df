// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace sallyport {

/// Why the form cannot be edited, or could not do what was asked, with the way to go on. It takes the place of the flow strip.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void show(Severity severity, const QString &text, const QString &button);
    QString text() const;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitColours();

    Severity m_severity = Severity::Note;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace sallyport
