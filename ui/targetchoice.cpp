// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/targetchoice.h"

#include "core/document/workspaceeditor.h"
#include "ui/settings.h"
#include "ui/statusline.h"

#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sallyport {

TargetChoice::TargetChoice(WorkspaceEditor *editor, Settings *settings, QObject *parent)
    : QObject(parent)
    , m_editor(editor)
    , m_settings(settings)
{
    auto *group = new QActionGroup(this);
    for (const Target target : {Target::Istio, Target::Asm}) {
        QAction *action = group->addAction(targetName(target));
        action->setCheckable(true);
        connect(action, &QAction::triggered, editor, [editor, target] { editor->setTarget(target); });
        m_actions.append(action);
    }
    m_actions.first()->setStatusTip(tr("Objects for any Istio mesh are what leaves the program."));
    m_actions.last()->setStatusTip(tr("The ASMEgressTrafficPolicy itself is what leaves the program."));
    if (settings->value(u"target"_s).toInt() == int(Target::Asm))
        editor->setTarget(Target::Asm);
    connect(editor, &WorkspaceEditor::targetChanged, this, [this] {
        m_settings->setValue(u"target"_s, int(m_editor->workspace().target));
        showChoice();
    });
    showChoice();
}

QToolButton *TargetChoice::makeButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setToolTip(tr("The form in which the policies leave the program"));
    auto *menu = new QMenu(button);
    menu->addActions(m_actions);
    button->setMenu(menu);
    const auto say = [this, button] {
        button->setText(tr("Target: %1").arg(targetName(m_editor->workspace().target)));
    };
    connect(m_editor, &WorkspaceEditor::targetChanged, button, say);
    say();
    return button;
}

void TargetChoice::showChoice()
{
    m_actions.at(int(m_editor->workspace().target))->setChecked(true);
}

} // namespace sallyport
