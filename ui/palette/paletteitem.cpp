// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/palette/paletteitem.h"

#include "core/document/workspaceeditor.h"
#include "ui/selection.h"
#include "ui/titles.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

#include <iterator>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// Without the marks that menus give to letters.
QString plain(QString text)
{
    qsizetype mark = 0;
    while ((mark = text.indexOf(u'&', mark)) >= 0) {
        text.remove(mark, 1);
        ++mark; // a doubled one stands for itself
    }
    return text;
}

/// The items of a list; empty where there is none.
const std::vector<yaml::NodeMember> &itemsAt(const yaml::Node &node, const FieldPath &path)
{
    static const std::vector<yaml::NodeMember> none;
    const yaml::Node *list = node.find(path);
    return list && list->kind == yaml::NodeKind::List ? list->members : none;
}

/// The rules of one policy, with what is in them.
class PolicyItems
{
public:
    PolicyItems(std::vector<PaletteItem> &items, DocumentId id, const DocumentReading &reading)
        : m_items(items)
        , m_id(id)
        , m_root(reading.source->root)
        , m_policy(documentTitle(reading, id.document))
    {
    }

    void add()
    {
        int rule = 0;
        for (const yaml::NodeMember &member : itemsAt(m_root, rulePath(0).parent()))
            addRule(member.value, rule++);
    }

private:
    FieldRef ref(const FieldPath &path) const { return {m_id.file, m_id.document, path}; }

    void addRule(const yaml::Node &node, int rule)
    {
        const QString title = ruleTitle(node, rule);
        m_items.push_back({.kind = PaletteItem::Kind::Rule,
                           .text = title,
                           .detail = m_policy,
                           .icon = u"rule"_s,
                           .action = {},
                           .where = ref(rulePath(rule)),
                           .path = {}});
        int to = 0;
        for (const yaml::NodeMember &member : itemsAt(node, FieldPath().child(u"to"_s)))
            addHosts(member.value, title, destinationPath(rule, to++));
    }

    void addHosts(const yaml::Node &destination, const QString &ruleTitle, const FieldPath &path)
    {
        const QString port = textAt(destination, FieldPath().child(u"port"_s).child(u"number"_s));
        int host = 0;
        for (const yaml::NodeMember &member : itemsAt(destination, FieldPath().child(u"hosts"_s)))
            m_items.push_back({.kind = PaletteItem::Kind::Host,
                               .text = member.value.text + u':' + port,
                               .detail = ruleTitle,
                               .icon = u"destination"_s,
                               .action = {},
                               .where = ref(path.child(u"hosts"_s).index(host++)),
                               .path = {}});
    }

    std::vector<PaletteItem> &m_items;
    DocumentId m_id;
    const yaml::Node &m_root;
    QString m_policy;
};

} // namespace

std::vector<PaletteItem> actionItems(const QList<QAction *> &menus, const QString &title)
{
    std::vector<PaletteItem> items;
    for (QAction *action : menus) {
        if (action->isSeparator() || !action->isEnabled() || !action->isVisible())
            continue;
        const QString text = title.isEmpty() ? plain(action->text()) : title + ": "_L1 + plain(action->text());
        if (const QMenu *menu = action->menu()) {
            const bool isOfFiles = menu->property(menuOfFiles).toBool(); // these are items of their own
            std::vector<PaletteItem> more = isOfFiles ? std::vector<PaletteItem>() : actionItems(menu->actions(), text);
            std::move(more.begin(), more.end(), std::back_inserter(items));
            continue;
        }
        items.push_back({.kind = PaletteItem::Kind::Action,
                         .text = text,
                         .detail = action->shortcut().toString(QKeySequence::NativeText),
                         .icon = {},
                         .action = action,
                         .where = {},
                         .path = {}});
    }
    return items;
}

std::vector<PaletteItem> workspaceItems(const WorkspaceEditor &editor)
{
    std::vector<PaletteItem> items;
    const Workspace &workspace = editor.workspace();
    for (const DocumentId id : documentsOf(workspace, DocumentKind::Policy))
        PolicyItems(items, id, workspace.reading(id.file, id.document)).add();
    for (const Diagnostic &finding : editor.compilation().findings) {
        if (size_t(finding.where.file) < workspace.files.size() && !finding.suppressed)
            items.push_back({.kind = PaletteItem::Kind::Finding,
                             .text = u"%1: %2"_s.arg(finding.code, finding.message),
                             .detail = finding.where.path.toString(),
                             .icon = {},
                             .action = {},
                             .where = finding.where,
                             .severity = finding.severity,
                             .path = {}});
    }
    return items;
}

std::vector<PaletteItem> recentFileItems(const QStringList &paths)
{
    std::vector<PaletteItem> items;
    for (const QString &path : paths)
        items.push_back({.kind = PaletteItem::Kind::RecentFile,
                         .text = QFileInfo(path).fileName(),
                         .detail = QFileInfo(path).path(),
                         .icon = u"file"_s,
                         .action = {},
                         .where = {},
                         .path = path});
    return items;
}

} // namespace sallyport
