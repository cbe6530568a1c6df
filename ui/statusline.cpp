// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/statusline.h"

#include "ui/icons.h"

#include <QFileInfo>
#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sallyport {

QString targetName(Target target)
{
    return target == Target::Istio ? u"Istio"_s : u"ASM"_s;
}

StatusLine::StatusLine(WorkspaceEditor *editor, Selection *selection, QStatusBar *bar)
    : QObject(bar)
    , m_editor(editor)
    , m_selection(selection)
    , m_file(new QLabel(bar))
    , m_target(new QLabel(bar))
    , m_problems(new QToolButton(bar))
    , m_assumed(new QToolButton(bar))
{
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_assumed->setAutoRaise(true);
    m_assumed->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_file->setTextFormat(Qt::PlainText);
    bar->addWidget(m_file, 1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_assumed), static_cast<QWidget *>(m_target), static_cast<QWidget *>(m_problems)})
        bar->addPermanentWidget(widget);
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsClicked);
    connect(m_assumed, &QToolButton::clicked, this, &StatusLine::assumedClicked);
    connect(selection, &Selection::changed, this, &StatusLine::showFile);
    connect(editor, &WorkspaceEditor::filesChanged, this, &StatusLine::showFile);
    connect(editor, &WorkspaceEditor::modifiedChanged, this, &StatusLine::showFile);
    connect(editor, &WorkspaceEditor::targetChanged, this, &StatusLine::showTarget);
    connect(editor, &WorkspaceEditor::compiled, this, [this] {
        showProblems();
        showAssumed();
    });
    refresh();
}

void StatusLine::refresh()
{
    showFile();
    showTarget();
    showProblems();
    showAssumed();
}

void StatusLine::showFile()
{
    const int file = m_selection->file();
    if (file < 0 || size_t(file) >= m_editor->workspace().files.size()) {
        m_file->setText(tr("No file is open"));
        return;
    }
    const QString &path = m_editor->workspace().files[size_t(file)]->path;
    const QFileInfo info(path);
    m_file->setText(path.isEmpty()                            ? tr("%1 (not saved yet)").arg(m_editor->title(file))
                        : info.exists() && !info.isWritable() ? tr("%1 (read-only)").arg(path)
                                                              : path);
}

void StatusLine::showTarget()
{
    m_target->setText(tr("Target: %1").arg(targetName(m_editor->workspace().target)));
}

void StatusLine::showProblems()
{
    std::array<int, 3> count = {};
    for (const Diagnostic &finding : m_editor->compilation().findings)
        count[size_t(finding.severity)] += !finding.suppressed;
    const auto [errors, warnings, notes] = count;
    const int problems = errors + warnings;
    m_problems->setText(problems > 0 ? tr("%Ln problem(s)", nullptr, problems) : tr("No problems"));
    m_problems->setIcon(icon(errors > 0 ? u"error"_s : warnings > 0 ? u"warning"_s : u"note"_s));
    m_problems->setToolTip(
        tr("Errors: %L1, warnings: %L2, notes: %L3. Click to see them.").arg(errors).arg(warnings).arg(notes));
}

void StatusLine::showAssumed()
{
    const Mesh &mesh = m_editor->compilation().mesh;
    QStringList facts;
    QStringList sentences;
    if (mesh.outboundTrafficPolicy == OutboundTrafficPolicy::Unknown) {
        facts.append(u"REGISTRY_ONLY"_s);
        sentences.append(tr("That sidecars block what no rule opens (outbound traffic policy REGISTRY_ONLY)."));
    }
    if (mesh.assumed) {
        facts.append(tr("gateway defaults"));
        sentences.append(tr(
            "That each gateway is in istio-system, is selected by istio: <name>, and has the ports 80, 443 and 444."));
    }
    m_assumed->setVisible(!facts.isEmpty());
    m_assumed->setText(tr("Assumed: %1").arg(facts.join(", "_L1)));
    m_assumed->setToolTip(tr("No Mesh document says it, so this is taken for granted:") + u'\n' + sentences.join(u'\n')
                          + u'\n'
                          + (mesh.assumed ? tr("Click to write a Mesh that says so, and to change what is not so.")
                                          : tr("Click to say it in the Mesh.")));
}

} // namespace sallyport
