// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace sallyport {

/// What is said where there is nothing to edit: what it is, why it is empty, and the one button that helps.
class StatePage : public QWidget
{
    Q_OBJECT
public:
    explicit StatePage(QWidget *parent = nullptr);

    /// Without a button where `button` is empty.
    void show(const QString &title, const QString &explanation, const QString &button);

signals:
    void clicked();

private:
    QLabel *m_title;
    QLabel *m_explanation;
    QPushButton *m_button;
};

} // namespace sallyport
