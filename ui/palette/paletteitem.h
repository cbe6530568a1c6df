// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diagnostic.h"

#include <QIcon>
#include <QPointer>
#include <QString>

#include <vector>

class QAction;

namespace sallyport {

class WorkspaceEditor;

/// Something that the command palette offers: an action, a place of the workspace, a finding, or a file opened before.
struct PaletteItem {
    enum class Kind : quint8 { Action, Rule, Host, Finding, RecentFile };

    Kind kind = Kind::Action;
    QString text; ///< What is searched and shown first.
    QString detail; ///< Shown beside it, and searched, too.
    QString icon; ///< Name of an icon; empty for a finding's own.
    QPointer<QAction> action;
    FieldRef where; ///< Of a rule, host or finding.
    Severity severity = Severity::Note; ///< Of a finding.
    QString path; ///< Of a file.
};

/// Everything that can be done at the moment, with the words of the menus: "Rule: Add Destination". Disabled actions are left out, and so
/// are menus with the property `menuOfFiles`.
std::vector<PaletteItem> actionItems(const QList<QAction *> &menus, const QString &title = {});
constexpr const char *menuOfFiles = "menuOfFiles";
/// The rules, destinations and hosts of all policies, and the findings of the last compilation.
std::vector<PaletteItem> workspaceItems(const WorkspaceEditor &editor);
std::vector<PaletteItem> recentFileItems(const QStringList &paths);

} // namespace sallyport
