// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace sallyport {

/// True for the keystrokes of Undo and Redo: there is one history, the workspace's, so inputs leave them to the window.
bool isUndoKey(const QEvent *event);

/// A line of text whose history is the workspace's: every keystroke is written, and what is written elsewhere is shown here.
class LineEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit LineEdit(QWidget *parent = nullptr);

    /// Shows the text of the document. Does nothing where it is there already, so that the cursor stays where the user is typing.
    void showText(const QString &text);

signals:
    void left(); ///< The keyboard went elsewhere, or Enter was pressed: what follows is another step.

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

/// A port number that may be typed freely: what is no number is written as it stands and gets a finding, so nothing is lost.
/// Up and Down step a number that is one.
class PortEdit : public LineEdit
{
    Q_OBJECT
public:
    explicit PortEdit(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void step(int by);
};

/// A short list of words in one line, separated by commas or blanks; what is typed stays as it is typed as long as it says the list.
class WordsEdit : public LineEdit
{
    Q_OBJECT
public:
    explicit WordsEdit(QWidget *parent = nullptr);

    void showWords(const QStringList &words);
    QStringList words() const;

signals:
    void wordsEdited(const QStringList &words); ///< By the user.
};

/// The words in a line; those that were put there with commas come back as they were.
QStringList wordsIn(const QString &text);
/// Whether the words can be told apart again in one line.
bool fitOneLine(const QStringList &words);

/// One of several words, in groups where there are many. A word that is none of them is shown as it was written.
class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    void addGroup(const QString &title); ///< A heading for the choices that follow.
    void addChoice(const QString &value, const QString &text = {});
    /// A choice that stands for an empty value, which otherwise selects nothing.
    void addEmptyChoice(const QString &text);
    /// Selects the value, whatever its case; empty selects nothing and shows the placeholder, unless it is a choice.
    void showText(const QString &value);

signals:
    void chosen(const QString &value); ///< By the user; never by showText().

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void leaveFirstUnchosen();
    int rowOf(const QString &value) const;

    int m_empty = -1; ///< The row of the empty value, where it is a choice.
    int m_foreign = -1; ///< The row of a value that is no choice.
};

} // namespace sallyport
