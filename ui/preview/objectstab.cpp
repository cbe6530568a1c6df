// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/objectstab.h"

#include "core/document/workspaceeditor.h"
#include "core/istio/policytext.h"
#include "ui/preview/bars.h"
#include "ui/preview/leftout.h"
#include "ui/preview/objectpicker.h"
#include "ui/preview/objectsview.h"
#include "ui/preview/originline.h"
#include "ui/preview/yamlpane.h"
#include "ui/selection.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// The edit that makes one text of another, in whole lines.
yaml::TextEdits lineEdits(const QByteArray &before, const QByteArray &after)
{
    if (before == after)
        return {};
    const qsizetype same = std::ranges::mismatch(before, after).in1 - before.begin();
    const qsizetype prefix = QByteArrayView(before).first(same).lastIndexOf('\n') + 1;
    return {{{prefix, before.size()}, after.sliced(prefix)}};
}

QString titleOf(const ObjectRef &ref)
{
    return u"%1 · %2 · %3"_s.arg(ref.namespaceName, ref.kind, ref.name);
}

} // namespace

ObjectsTab::ObjectsTab(WorkspaceEditor *workspace, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_selection(selection)
    , m_view(new ObjectsView)
    , m_sync(new TextSync(m_view,
                          [this](int first, int count) {
                              return m_scope == Scope::AsmResource ? m_resource.lines(first, count)
                                                                   : m_objects.lines(first, count);
                          }))
    , m_pane(new YamlPane(m_view, [this](int line) { m_sync->fillTo(line); }))
    , m_scopes(new QComboBox)
    , m_objectButton(new QToolButton)
    , m_notice(new QLabel)
    , m_origin(new OriginLine)
    , m_picker(new ObjectPicker(this))
{
    m_view->setAccessibleName(tr("Istio objects"));
    m_view->setAccessibleDescription(
        tr("What the policies compile to. Enter goes to the field that made the line with the cursor."));
    m_notice->setObjectName(u"notice"_s);
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(barMargins(this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_notice);
    layout->addWidget(m_pane, 1);
    layout->addWidget(m_origin);

    m_originTimer.setSingleShot(true);
    m_originTimer.setInterval(0);
    connect(&m_originTimer, &QTimer::timeout, this, &ObjectsTab::showOrigin);
    connect(m_view, &QPlainTextEdit::cursorPositionChanged, &m_originTimer, qOverload<>(&QTimer::start));
    connect(m_view, &ObjectsView::lineActivated, this, &ObjectsTab::goToFirstOrigin);
    connect(m_origin, &OriginLine::fieldWanted, selection, &Selection::reveal);
    connect(m_notice, &QLabel::linkActivated, this, &ObjectsTab::problemsWanted);
    connect(m_picker, &ObjectPicker::picked, this, [this](int entry) {
        m_pane->goToLine(m_objects.yamlStartOf(entry));
        m_view->verticalScrollBar()->setValue(m_objects.startOf(entry));
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(selection, &Selection::changed, this, &ObjectsTab::selectionChanged);
    connect(workspace, &WorkspaceEditor::compiled, this, &ObjectsTab::compiled);
    connect(workspace, &WorkspaceEditor::targetChanged, this, &ObjectsTab::showNotice);
    selectionChanged();
    showNotice();
}

QWidget *ObjectsTab::makeHeader()
{
    auto *header = new QWidget;
    auto *label = new QLabel(tr("S&how:"));
    label->setBuddy(m_scopes);
    m_scopes->addItem(tr("This rule"), QVariant::fromValue(int(Scope::Rule)));
    m_scopes->addItem(tr("All objects"), QVariant::fromValue(int(Scope::All)));
    m_scopes->addItem(tr("ASM resource"), QVariant::fromValue(int(Scope::AsmResource)));
    m_scopes->setAccessibleName(tr("Show"));
    m_scopes->setAccessibleDescription(tr("Which of the generated objects are shown."));
    connect(m_scopes, &QComboBox::activated, this,
            [this](int row) { setScope(Scope(m_scopes->itemData(row).toInt())); });

    m_objectButton->setAutoRaise(true);
    m_objectButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_objectButton->setToolTip(tr("Jump to an object"));
    m_objectButton->setArrowType(Qt::NoArrow);
    connect(m_objectButton, &QToolButton::clicked, this, &ObjectsTab::pickObject);

    auto *copy = new QToolButton;
    copy->setText(tr("&Copy"));
    copy->setToolTip(tr("Copy what is shown, or the object with the cursor"));
    copy->setAutoRaise(true);
    copy->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(copy);
    menu->addAction(tr("Copy &Object"), this, &ObjectsTab::copyObject);
    menu->addAction(tr("Copy &All"), this, &ObjectsTab::copyAll);
    copy->setMenu(menu);

    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(barMargins(this));
    row->addWidget(label);
    row->addWidget(m_scopes);
    row->addWidget(m_objectButton);
    row->addStretch();
    row->addWidget(copy);
    return header;
}

void ObjectsTab::setScope(Scope scope)
{
    m_scopes->setCurrentIndex(m_scopes->findData(int(scope)));
    if (scope == m_scope)
        return;
    m_scope = scope;
    if (scope == Scope::AsmResource)
        showResource(true);
    else
        showObjects(true);
    showNotice();
}

void ObjectsTab::compiled()
{
    if (m_scope == Scope::AsmResource)
        showResource(false);
    else
        showObjects(false);
    showNotice();
}

void ObjectsTab::selectionChanged()
{
    const FieldRef rule = m_selection->ruleRef();
    const FieldRef wanted = rule.isValid() ? rule : FieldRef{m_selection->file(), m_selection->document(), {}};
    const bool another = m_scope == Scope::Rule && !(wanted == m_shownFor);
    m_shownFor = wanted;
    if (another)
        showObjects(true);
    else
        markSelection();
    scrollToSelection();
}

/// A rule's objects; where a document as a whole is selected, what it makes; where it makes nothing by itself (a Mesh), everything.
bool ObjectsTab::isInScope(const Object &object) const
{
    const Workspace &workspace = m_workspace->workspace();
    if (m_scope == Scope::All || m_shownFor.file < 0 || size_t(m_shownFor.file) >= workspace.files.size())
        return true;
    const auto &documents = workspace.files[size_t(m_shownFor.file)]->documents;
    const DocumentId shown{m_shownFor.file, m_shownFor.document};
    if (shown.document < 0 || size_t(shown.document) >= documents.size())
        return true;
    const DocumentKind kind = documents[size_t(shown.document)]->kind;
    if (kind == DocumentKind::Authorization)
        return object.document == shown;
    if (kind != DocumentKind::Policy)
        return true;
    const RouteTable &table = m_workspace->compilation().table;
    return std::ranges::any_of(object.routes, [&](quint32 route) {
        const RouteOrigin &origin = table.routes[route].origin;
        return origin.document == shown && (m_shownFor.path.isEmpty() || origin.rule == m_shownFor.path.last().index);
    });
}

void ObjectsTab::showObjects(bool anew)
{
    const std::vector<Object> &objects = m_workspace->compilation().objects;
    std::vector<ObjectLines::Entry> entries;
    for (size_t i = 0; i < objects.size(); ++i) {
        if (isInScope(objects[i]))
            entries.push_back({objects[i].content, int(i)});
    }
    follow(m_objects.set(std::move(entries)), anew);
}

void ObjectsTab::showResource(bool anew)
{
    follow(m_resource.apply(lineEdits(m_resource.text(), resourceText())), anew);
}

void ObjectsTab::follow(const QList<LinePatch> &patches, bool anew)
{
    const int lines = m_scope == Scope::AsmResource ? m_resource.lineCount() : m_objects.lineCount();
    m_view->setExpectedLines(std::max(1, lines));
    if (anew)
        m_sync->reset(lines);
    else if (!patches.isEmpty())
        m_sync->follow(patches, lines);
    if (!anew && !patches.isEmpty()) {
        LineSet changed;
        for (const LinePatch &patch : patches) {
            if (patch.newCount > 0)
                changed.add({patch.newFirst, patch.newFirst + patch.newCount - 1});
        }
        m_view->flashLines(changed);
    }
    showTitles();
    markSelection();
    m_originTimer.start();
}

/// The documents as the ASM target writes them, in order of the workspace.
QByteArray ObjectsTab::resourceText() const
{
    const Workspace &workspace = m_workspace->workspace();
    QByteArray text;
    for (const DocumentId &id : documentsOf(workspace, DocumentKind::Policy)) {
        text += "---\n" + policyText(workspace.files[size_t(id.file)]->stream, id.document);
        if (!text.endsWith('\n'))
            text += '\n';
    }
    for (const Object &object : m_workspace->compilation().objects) {
        if (object.document.file >= 0)
            text += "---\n" + object.content->yaml;
    }
    text.chop(1); // a last line feed would show as one more, empty line
    return text;
}

/// The object that is shown; null where it was compiled anew and the view has not followed yet.
const Object *ObjectsTab::objectOf(int entry) const
{
    const ObjectLines::Entry &shown = m_objects.entries()[size_t(entry)];
    const std::vector<Object> &objects = m_workspace->compilation().objects;
    const bool isCurrent =
        size_t(shown.index) < objects.size() && objects[size_t(shown.index)].content == shown.content;
    return isCurrent ? &objects[size_t(shown.index)] : nullptr;
}

/// False where no line of the object can come from the field: most objects are made by other rules than the selected one.
bool ObjectsTab::mayComeFrom(const Object &object, const FieldRef &field) const
{
    const FieldPath rule = rulePathOf(field.path);
    if (rule.isEmpty() || m_workspace->workspace().reading(field.file, field.document).kind != DocumentKind::Policy)
        return true;
    const RouteTable &table = m_workspace->compilation().table;
    return std::ranges::any_of(object.routes, [&](quint32 route) {
        const RouteOrigin &origin = table.routes[route].origin;
        return origin.document == DocumentId{field.file, field.document} && origin.rule == rule.last().index;
    });
}

LineSet ObjectsTab::linesOfSelection() const
{
    LineSet lines;
    const FieldRef &field = m_selection->current();
    const auto &files = m_workspace->workspace().files;
    const bool exists = field.file >= 0 && size_t(field.file) < files.size() && field.document >= 0
        && size_t(field.document) < files[size_t(field.file)]->documents.size();
    if (m_scope == Scope::AsmResource || !exists || field.path.isEmpty())
        return lines;
    const Compilation &compilation = m_workspace->compilation();
    for (size_t i = 0; i < m_objects.entries().size(); ++i) {
        const Object *object = objectOf(int(i));
        if (!object || !mayComeFrom(*object, field))
            continue;
        for (int line : linesOf(compilation, *object, field))
            lines.add(m_objects.yamlStartOf(int(i)) + line);
    }
    return lines;
}

void ObjectsTab::markSelection()
{
    m_view->setMarkedLines(linesOfSelection());
}

/// Only when another field is selected: while one types, nothing moves.
void ObjectsTab::scrollToSelection()
{
    const LineSet &marked = m_view->markedLines();
    if (marked.isEmpty() || m_view->hasFocus())
        return;
    const int top = m_view->verticalScrollBar()->value();
    const int bottom = top + m_view->viewport()->height() / m_view->fontMetrics().lineSpacing();
    const auto isInSight = [&](const LineRange &range) { return range.first < bottom && range.last >= top; };
    if (std::ranges::any_of(marked.ranges(), isInSight))
        return;
    m_sync->fillTo(marked.ranges().front().last);
    m_view->bringIntoView(marked.ranges().front());
}

void ObjectsTab::showTitles()
{
    const int count = int(m_objects.entries().size());
    m_objectButton->setVisible(m_scope != Scope::AsmResource);
    m_objectButton->setEnabled(count > 0);
    m_objectButton->setText(tr("%n object(s)", nullptr, count) + u" ▾"_s);
    m_objectButton->setAccessibleName(tr("%n object(s): jump to one", nullptr, count));
    m_view->setPlaceholderText(
        m_scope == Scope::AsmResource
            ? tr("There is no policy in this workspace yet.")
            : tr("No objects: what is selected opens nothing yet, or has errors (see Problems)."));
}

void ObjectsTab::showNotice()
{
    QStringList parts;
    if (m_scope != Scope::AsmResource && m_workspace->workspace().target == Target::Asm)
        parts.append(
            tr("The target is ASM, which makes its own objects from the ASM resource. This is what a plain Istio mesh gets.")
                .toHtmlEscaped());
    if (m_scope != Scope::AsmResource) {
        const QString leftOut = leftOutText(m_workspace->compilation().findings);
        if (!leftOut.isEmpty())
            parts.append(u"%1 <a href=\"problems\">%2</a>"_s.arg(leftOut.toHtmlEscaped(), tr("Show problems")));
    }
    m_notice->setText(parts.join(u"<br>"_s));
    m_notice->setVisible(!parts.isEmpty());
}

int ObjectsTab::entryAtCursor() const
{
    return m_scope == Scope::AsmResource ? -1 : m_objects.entryAt(m_view->cursorLine());
}

void ObjectsTab::showOrigin()
{
    const int entry = entryAtCursor();
    const Object *object = entry < 0 ? nullptr : objectOf(entry);
    if (!object)
        return m_origin->setHint(m_scope == Scope::AsmResource
                                     ? tr("What is written for ASM: without status and suppressions.")
                                     : QString());
    const Compilation &compilation = m_workspace->compilation();
    const int line = std::max(0, m_view->cursorLine() - m_objects.yamlStartOf(entry));
    m_origin->setOrigins(m_workspace->workspace(), originsOf(compilation, *object, line));
}

void ObjectsTab::goToFirstOrigin()
{
    showOrigin();
    if (!m_origin->origins().isEmpty())
        m_selection->reveal(m_origin->origins().first());
}

/// Where the object is shown; -1 where it is not. One that was compiled anew in the meantime is known by its name.
int ObjectsTab::entryOf(const std::shared_ptr<const ObjectContent> &content) const
{
    const std::vector<ObjectLines::Entry> &entries = m_objects.entries();
    const auto found = std::ranges::find_if(entries, [&](const ObjectLines::Entry &entry) {
        return entry.content == content || entry.content->ref == content->ref;
    });
    return found == entries.end() ? -1 : int(found - entries.begin());
}

void ObjectsTab::showLine(const std::shared_ptr<const ObjectContent> &content, int line)
{
    if (m_scope == Scope::AsmResource || entryOf(content) < 0)
        setScope(Scope::All);
    const int entry = entryOf(content);
    if (entry < 0)
        return;
    const int last = int(m_objects.entries()[size_t(entry)].content->lineOrigins.size()) - 1;
    m_pane->goToLine(m_objects.yamlStartOf(entry) + std::clamp(line, 0, std::max(0, last)));
}

void ObjectsTab::pickObject()
{
    QStringList titles;
    for (const ObjectLines::Entry &entry : m_objects.entries())
        titles.append(titleOf(entry.content->ref));
    if (!titles.isEmpty())
        m_picker->open(titles, m_objects.entryAt(m_view->verticalScrollBar()->value()), m_pane);
}

void ObjectsTab::copyObject()
{
    const int entry = entryAtCursor();
    if (entry >= 0)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_objects.entries()[size_t(entry)].content->yaml));
    else
        copyAll();
}

void ObjectsTab::copyAll()
{
    QByteArray text;
    if (m_scope == Scope::AsmResource) {
        text = m_resource.text() + '\n';
    } else {
        for (const ObjectLines::Entry &entry : m_objects.entries())
            text += (text.isEmpty() ? "" : "---\n") + entry.content->yaml;
    }
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
}

} // namespace sallyport
