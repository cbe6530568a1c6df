// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/clipboard/clipboardcommands.h"

#include "ui/clipboard/itemedits.h"
#include "ui/clipboard/itemmime.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QWidget>

namespace sallyport {

ClipboardCommands::ClipboardCommands(WorkspaceEditor *editor, Selection *selection, MessageBar *messages,
                                     QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_selection(selection)
    , m_messages(messages)
{
}

void ClipboardCommands::setItems(const std::function<QList<FieldRef>()> &items)
{
    m_items = items;
}

void ClipboardCommands::cut()
{
    if (passOn("cut"))
        return;
    const QList<FieldRef> selected = items();
    if (selected.isEmpty())
        return;
    copy();
    m_editor->endMerge();
    const StructureEdit edit = cutItems(m_editor->workspace(), selected);
    const Result<bool> done = m_editor->edit(edit.undoText, edit.changes);
    if (done)
        m_selection->select(edit.selectAfter);
    else
        m_messages->showError(done.error());
}

void ClipboardCommands::copy()
{
    if (passOn("copy"))
        return;
    const QList<FieldRef> selected = items();
    if (selected.isEmpty())
        return;
    QGuiApplication::clipboard()->setMimeData(mimeOf(m_editor->workspace(), selected));
    emit told(tr("Copied %1 as YAML.").arg(itemsTitle(m_editor->workspace(), selected)));
}

void ClipboardCommands::paste()
{
    if (passOn("paste"))
        return;
    const Result<QList<ClipItem>> clip = itemsOf(QGuiApplication::clipboard()->mimeData());
    if (!clip) {
        m_messages->showError(clip.error());
        return;
    }
    const std::optional<FieldRef> at = target();
    if (!at) {
        m_messages->showError({.what = tr("Nothing was pasted."),
                               .where = {},
                               .unaffected = tr("All files are as they were."),
                               .next = tr("Select the policy that %1 shall go to first.").arg(itemsTitle(*clip)),
                               .details = {}});
        return;
    }
    const Result<StructureEdit> edit = pasteItems(m_editor->workspace(), *at, *clip);
    if (!edit) {
        m_messages->showError(edit.error());
        return;
    }
    if (edit->changes.isEmpty()) {
        emit told(tr("Nothing was pasted: all of it is there already."));
        return;
    }
    m_editor->endMerge();
    const Result<bool> done = m_editor->edit(edit->undoText, edit->changes);
    if (done)
        m_selection->select(edit->selectAfter);
    else
        m_messages->showError(done.error());
}

/// True where what has the keyboard has a clipboard of its own.
bool ClipboardCommands::passOn(const char *slot) const
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus || focus->metaObject()->indexOfSlot(QByteArray(QByteArray(slot) + "()").constData()) < 0)
        return false;
    return QMetaObject::invokeMethod(focus, slot);
}

/// The selected items: without a multi-selection the destination, else the rule.
QList<FieldRef> ClipboardCommands::items() const
{
    QList<FieldRef> selected;
    if (m_items)
        selected = m_items();
    else if (const FieldRef destination = m_selection->destinationRef(); destination.isValid())
        selected = {destination};
    else if (const FieldRef rule = m_selection->ruleRef(); rule.isValid())
        selected = {rule};
    return outermost(m_editor->workspace(), selected);
}

/// The selected place of a policy that can be edited; of a whole file, its first policy.
std::optional<FieldRef> ClipboardCommands::target() const
{
    const FieldRef &at = m_selection->current();
    const auto &files = m_editor->workspace().files;
    if (at.file < 0 || size_t(at.file) >= files.size())
        return std::nullopt;
    const auto &documents = files[size_t(at.file)]->documents;
    for (int i = 0; i < int(documents.size()); ++i) {
        const bool isMeant = at.document < 0 || at.document == i;
        if (isMeant && documents[size_t(i)]->kind == DocumentKind::Policy)
            return FieldRef{at.file, i, at.document == i ? at.path : FieldPath()};
    }
    return std::nullopt;
}

} // namespace sallyport
