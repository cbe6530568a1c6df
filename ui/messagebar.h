// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"
#include "core/result.h"

#include <QFrame>

#include <functional>

class QBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace sallyport {

/// One way to go on from a message.
struct MessageChoice {
    QString text;
    std::function<void()> action; ///< The bar is gone when it runs.
};

/// A message in the window instead of in a dialog: what failed, where, what is not affected and what to do next.
///
/// It stays until it is closed, a choice is taken, or another message takes its place. Raw text is folded behind "Details".
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const Error &error, const QList<MessageChoice> &choices = {});
    /// The same for what is no failure: the four parts stand in an Error all the same.
    void showMessage(Severity severity, const Error &message, const QList<MessageChoice> &choices = {});
    /// Closes the bar if it shows this error's subject: it has been dealt with.
    void forget(const QString &where);
    const Error &error() const { return m_error; }

signals:
    void dismissed(); ///< The user closed it without taking a choice.

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void fitIcon();
    void dismiss();
    void copy() const;

    Severity m_severity = Severity::Error;
    Error m_error;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPlainTextEdit *m_raw;
    QBoxLayout *m_buttons;
    QList<QPushButton *> m_choices;
    QPushButton *m_details;
    QPushButton *m_copy;
    QToolButton *m_close;
};

} // namespace sallyport
