// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/problems/fixpreview.h"

#include "core/document/workspaceeditor.h"
#include "ui/problems/diffview.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport {

FixPreview::FixPreview(WorkspaceEditor *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_title(new QLabel)
    , m_questionLabel(new QLabel)
    , m_answer(new QLineEdit)
    , m_difference(new DiffView)
    , m_message(new QLabel)
    , m_apply(new QPushButton(tr("&Apply")))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_questionLabel->setBuddy(m_answer);
    auto *cancelButton = new QPushButton(tr("&Cancel"));
    m_apply->setDefault(true);

    auto *question = new QHBoxLayout;
    question->addWidget(m_questionLabel);
    question->addWidget(m_answer, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_apply);
    buttons->addWidget(cancelButton);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addLayout(question);
    layout->addWidget(m_difference, 1);
    layout->addWidget(m_message);
    layout->addLayout(buttons);

    connect(m_answer, &QLineEdit::textEdited, this, &FixPreview::showDifference);
    connect(m_answer, &QLineEdit::returnPressed, this, &FixPreview::apply);
    connect(m_apply, &QPushButton::clicked, this, &FixPreview::apply);
    connect(cancelButton, &QPushButton::clicked, this, &FixPreview::cancel);
    // A fix speaks of the text as it was compiled.
    connect(workspace, &WorkspaceEditor::textEdited, this, &FixPreview::cancel);
}

void FixPreview::setFix(const Fix &fix)
{
    m_fix = fix;
    m_active = true;
    m_title->setText(fix.title);
    m_questionLabel->setVisible(fix.question.has_value());
    m_answer->setVisible(fix.question.has_value());
    if (fix.question) {
        m_questionLabel->setText(fix.question->label);
        m_answer->setAccessibleName(fix.question->label);
        m_answer->setAccessibleDescription(tr("The fix writes this into the document."));
        m_answer->setText(fix.question->suggestion);
        m_answer->selectAll();
    }
    showDifference();
}

void FixPreview::focusFirst()
{
    if (m_fix.question)
        m_answer->setFocus(Qt::OtherFocusReason);
    else
        m_apply->setFocus(Qt::OtherFocusReason);
}

void FixPreview::showDifference()
{
    if (!m_active)
        return;
    if (m_fix.switchesToAsm)
        return showMessage(tr("The target of this workspace becomes ASM. No text changes."), false);
    if (m_fix.question && m_answer->text().trimmed().isEmpty())
        return showMessage(tr("Fill in the line above to see what changes."), true);
    const Result<QList<FileEdits>> edits = m_workspace->preview(m_fix.changes(m_answer->text().trimmed()));
    if (!edits)
        return showMessage(edits.error().toString(), true);
    QList<DiffView::FileDiff> files;
    for (const FileEdits &file : *edits) {
        const QByteArray before = m_workspace->workspace().files[size_t(file.file)]->stream.text;
        files.append({m_workspace->title(file.file), textDiff(before, yaml::apply(file.edits, before))});
    }
    m_difference->setDiff(files);
    m_difference->show();
    m_message->hide();
    m_apply->setEnabled(true);
}

/// In the place of the difference. An error cannot be applied.
void FixPreview::showMessage(const QString &text, bool isError)
{
    m_difference->hide();
    m_message->setText(text);
    m_message->show();
    m_apply->setEnabled(!isError);
}

void FixPreview::apply()
{
    if (!m_active || !m_apply->isEnabled())
        return;
    m_active = false; // what comes now is our own change
    if (m_fix.switchesToAsm) {
        m_workspace->setTarget(Target::Asm);
    } else if (const Result<bool> edited = m_workspace->edit(m_fix.title, m_fix.changes(m_answer->text().trimmed()));
               !edited) {
        m_active = true;
        return showMessage(edited.error().toString(), true);
    }
    emit done(true);
}

void FixPreview::cancel()
{
    if (!m_active)
        return;
    m_active = false;
    emit done(false);
}

void FixPreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_apply->hasFocus())
        apply();
    else
        QWidget::keyPressEvent(event);
}

FixPopup::FixPopup(WorkspaceEditor *workspace, QWidget *anchor)
    : QFrame(anchor, Qt::Popup)
    , m_preview(new FixPreview(workspace))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_preview);
    connect(m_preview, &FixPreview::done, this, &QWidget::close);
}

FixPopup *FixPopup::open(WorkspaceEditor *workspace, const Fix &fix, QWidget *anchor)
{
    auto *popup = new FixPopup(workspace, anchor);
    popup->m_preview->setFix(fix);
    const QFontMetrics metrics(anchor->font());
    popup->resize(metrics.averageCharWidth() * 80, metrics.lineSpacing() * 18);
    const QRect screen = anchor->screen()->availableGeometry();
    const QPoint below = anchor->mapToGlobal(QPoint(0, anchor->height()));
    popup->move(std::clamp(below.x(), screen.left(), std::max(screen.left(), screen.right() - popup->width())),
                std::clamp(below.y(), screen.top(), std::max(screen.top(), screen.bottom() - popup->height())));
    popup->show();
    popup->m_preview->focusFirst();
    return popup;
}

} // namespace sallyport
