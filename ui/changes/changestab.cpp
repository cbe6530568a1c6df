// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/changes/changestab.h"

#include "core/document/textlines.h"
#include "core/istio/compile.h"
#include "ui/access/accessview.h"
#include "ui/changes/changesdelegate.h"
#include "ui/changes/changesmodel.h"
#include "ui/preview/bars.h"
#include "ui/preview/fieldplace.h"
#include "ui/selection.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sallyport {

ChangesTab::ChangesTab(WorkspaceEditor *editor, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_selection(selection)
    , m_comparer(new Comparer(this))
    , m_history(new FileHistory(this))
    , m_model(new ChangesModel(this))
    , m_what(new QComboBox)
    , m_against(new QComboBox)
    , m_revisions(new QComboBox)
    , m_sideBySide(new QCheckBox(tr("Side by si&de")))
    , m_summary(new QLabel)
    , m_message(new QLabel)
    , m_pages(new QStackedWidget)
    , m_table(new QTableView)
    , m_access(new AccessView)
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ChangesDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Changes"));
    m_table->setAccessibleDescription(tr("The lines that differ. Enter goes to the field of a line."));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMargin(fontMetrics().height());
    m_pages->addWidget(m_message);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_access);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeQuestionRow());
    layout->addWidget(makeAnswerRow());
    layout->addWidget(m_pages, 1);
    setZoom(0);
    connectAll();
    showMessage(tr("Nothing was compared yet."));
}

QWidget *ChangesTab::makeQuestionRow()
{
    m_what->addItem(tr("This file"), int(What::File));
    m_what->addItem(tr("Istio objects"), int(What::Objects));
    m_what->addItem(tr("Access"), int(What::Access));
    m_against->addItem(tr("Last saved"), int(Against::Saved));
    m_against->addItem(tr("Last exported"), int(Against::Exported));
    m_against->addItem(tr("Git revision"), int(Against::Revision));
    m_what->setAccessibleName(tr("What to compare"));
    m_what->setAccessibleDescription(tr("The text of the file, or the objects that the policies compile to."));
    m_against->setAccessibleName(tr("What to compare with"));
    m_against->setAccessibleDescription(tr("The state that the present one is compared with."));
    m_revisions->setAccessibleName(tr("Git revision"));
    m_revisions->setAccessibleDescription(tr("The commit whose version of the file is compared."));
    m_revisions->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_revisions->setMinimumContentsLength(12);
    m_revisions->hide();

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(barMargins(this));
    auto *label = new QLabel(tr("a&gainst"));
    label->setBuddy(m_against);
    layout->addWidget(m_what);
    layout->addWidget(label);
    layout->addWidget(m_against);
    layout->addWidget(m_revisions, 1);
    layout->addStretch();
    return row;
}

QWidget *ChangesTab::makeAnswerRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    QMargins margins = barMargins(this);
    margins.setTop(0);
    layout->setContentsMargins(margins);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_sideBySide);
    m_ofLines.append(m_sideBySide);
    const auto button = [&](Qt::ArrowType arrow, const QString &name, const QString &tip, void (ChangesTab::*slot)()) {
        auto *result = new QToolButton;
        result->setAutoRaise(true);
        result->setArrowType(arrow);
        result->setAccessibleName(name);
        result->setToolTip(tip);
        result->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(result);
        m_ofLines.append(result);
        connect(result, &QToolButton::clicked, this, slot);
    };
    button(Qt::UpArrow, tr("Previous difference"), tr("Go to the difference before (Alt+Up)."), &ChangesTab::previous);
    button(Qt::DownArrow, tr("Next difference"), tr("Go to the next difference (Alt+Down)."), &ChangesTab::next);
    return row;
}

void ChangesTab::connectAll()
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(200ms);
    connect(&m_timer, &QTimer::timeout, this, &ChangesTab::compare);
    connect(m_editor, &WorkspaceEditor::textEdited, this, &ChangesTab::schedule);
    connect(m_editor, &WorkspaceEditor::compiled, this, &ChangesTab::schedule);
    connect(m_editor, &WorkspaceEditor::saved, this, &ChangesTab::schedule);
    connect(m_editor, &WorkspaceEditor::filesChanged, this, &ChangesTab::schedule);
    connect(m_selection, &Selection::changed, this, [this, file = -2](const FieldRef &field) mutable {
        if (std::exchange(file, field.file) != field.file)
            schedule();
    });
    connect(m_comparer, &Comparer::answered, this, &ChangesTab::show);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ChangesTab::compare);
    connect(m_against, &QComboBox::currentIndexChanged, this, [this] {
        m_revisionsPath.clear(); // There may be new commits.
        compare();
    });
    connect(m_revisions, &QComboBox::currentIndexChanged, this, &ChangesTab::compare);
    connect(m_sideBySide, &QCheckBox::toggled, this, [this](bool on) {
        m_model->setSideBySide(on);
        fitColumns();
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) { goTo(index.row(), false); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { goTo(index.row(), true); });
    const auto shortcut = [this](const QKeySequence &keys, void (ChangesTab::*slot)()) {
        connect(new QShortcut(keys, this, {}, {}, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, slot);
    };
    shortcut(Qt::ALT | Qt::Key_Down, &ChangesTab::next);
    shortcut(Qt::ALT | Qt::Key_Up, &ChangesTab::previous);
    m_table->installEventFilter(this);
    connect(m_access, &AccessView::entryActivated, this, [this](const Access &access, bool isGone) {
        if (!isGone)
            m_selection->reveal(access.origin.ref(access.origin.hostPath()));
    });
}

ChangesTab::What ChangesTab::what() const
{
    return What(m_what->currentData().toInt());
}

ChangesTab::Against ChangesTab::against() const
{
    return Against(m_against->currentData().toInt());
}

void ChangesTab::setWhat(What what)
{
    m_what->setCurrentIndex(int(what));
}

void ChangesTab::setAgainst(Against against)
{
    m_against->setCurrentIndex(int(against));
}

void ChangesTab::setSideBySide(bool on)
{
    m_sideBySide->setChecked(on);
}

void ChangesTab::setZoom(int steps)
{
    m_zoom = steps;
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(std::max(4.0, font.pointSizeF() + steps));
    m_table->setFont(font);
    const int height = QFontMetrics(font).height() + 2;
    m_table->verticalHeader()->setMinimumSectionSize(height);
    m_table->verticalHeader()->setDefaultSectionSize(height);
    fitColumns();
}

QString ChangesTab::message() const
{
    return m_pages->currentWidget() == m_message ? m_message->text() : QString();
}

QString ChangesTab::summary() const
{
    return m_summary->text();
}

bool ChangesTab::hasFile() const
{
    return m_selection->file() >= 0 && size_t(m_selection->file()) < m_editor->workspace().files.size();
}

const SourceFile &ChangesTab::file() const
{
    return *m_editor->workspace().files[size_t(m_selection->file())];
}

void ChangesTab::schedule()
{
    if (isVisible())
        m_timer.start();
}

void ChangesTab::compare()
{
    m_timer.stop();
    m_comparer->cancel();
    m_revisions->setVisible(against() == Against::Revision);
    for (QWidget *each : std::as_const(m_ofLines))
        each->setVisible(what() != What::Access);
    if (!isVisible())
        return;
    if (!hasFile())
        return showMessage(tr("No file is open, so there is nothing to compare."));
    if (const auto wanted = request())
        m_comparer->compare(*wanted);
}

/// What is to be compared; none where it has to be found first, or cannot be.
std::optional<ComparisonRequest> ChangesTab::request()
{
    ComparisonRequest request;
    request.objects = what() != What::File;
    request.access = what() == What::Access;
    request.now = m_editor->workspace();
    request.before.resize(request.now.files.size());
    if (!readBefore(request))
        return std::nullopt;
    if (request.access) {
        request.tableAfter = m_editor->compilation().table;
        request.meshAfter = m_editor->compilation().mesh;
    } else if (request.objects) {
        request.objectsAfter = m_editor->compilation().objects;
    }
    request.textAfter = file().stream.text;
    request.textBefore = request.before[size_t(m_selection->file())].value_or(QByteArray());
    return request;
}

bool ChangesTab::readBefore(ComparisonRequest &request)
{
    const auto &files = request.now.files;
    switch (against()) {
    case Against::Saved:
        for (size_t i = 0; i < files.size(); ++i)
            request.before[i] = m_editor->savedText(int(i));
        return true;
    case Against::Exported: {
        QStringList names;
        const QList<ExportedFile> now = filesNow();
        for (const ExportedFile &one : now)
            names.append(one.name);
        const QList<ExportedFile> exported = !m_exported.isEmpty() ? m_exported
            : m_exportFolder.isEmpty()                             ? QList<ExportedFile>()
                                       : lastExport(m_exportFolder, names).value_or(QList<ExportedFile>());
        for (const ExportedFile &one : exported) {
            if (const qsizetype i = names.indexOf(one.name); i >= 0)
                request.before[size_t(i)] = one.text;
        }
        if (exported.isEmpty())
            showMessage(tr(
                "Nothing was exported from these files yet. Export them, and what changes from then on is shown here."));
        return !exported.isEmpty();
    }
    case Against::Revision:
        break;
    }
    for (size_t i = 0; i < files.size(); ++i)
        request.before[i] = files[i]->stream.text;
    if (file().path.isEmpty()) {
        m_revisions->hide();
        showMessage(tr("This file has no name yet, so Git does not know it. Save it, and commit it."));
        return false;
    }
    if (m_revisionsPath != file().path) {
        findRevisions();
        return false;
    }
    const QString revision = m_revisions->currentData().toString();
    if (revision.isEmpty())
        return false; // Said why already.
    if (m_revisionText != revision + file().path) {
        findRevisionText();
        return false;
    }
    request.before[size_t(m_selection->file())] = m_textOfRevision;
    return true;
}

QList<ExportedFile> ChangesTab::filesNow() const
{
    QList<ExportedFile> result;
    for (int i = 0; i < int(m_editor->workspace().files.size()); ++i) {
        const SourceFile &one = *m_editor->workspace().files[size_t(i)];
        result.append(
            {one.path.isEmpty() ? m_editor->title(i) : QFileInfo(one.path).absoluteFilePath(), one.stream.text});
    }
    return result;
}

void ChangesTab::rememberExport()
{
    m_exported = filesNow();
    if (!m_exportFolder.isEmpty())
        sallyport::rememberExport(m_exportFolder, m_exported); // Without it, it is remembered until the window closes.
    schedule();
}

void ChangesTab::findRevisions()
{
    const QString path = file().path;
    m_revisionsPath = path;
    {
        const QSignalBlocker blocker(m_revisions);
        m_revisions->clear();
    }
    showMessage(tr("Asking Git…"));
    m_history->revisions(path, this, [this, path](const Result<QList<Revision>> &revisions) {
        if (path == m_revisionsPath)
            showRevisions(path, revisions);
    });
}

void ChangesTab::showRevisions(const QString &path, const Result<QList<Revision>> &revisions)
{
    if (!revisions)
        return showMessage(revisions.error().toString());
    {
        const QSignalBlocker blocker(m_revisions);
        for (const Revision &revision : *revisions) {
            m_revisions->addItem(tr("%1 · %2 · %3", "revision · date · subject")
                                     .arg(revision.id.left(8),
                                          QLocale().toString(revision.date.toLocalTime(), QLocale::ShortFormat),
                                          revision.subject),
                                 revision.id);
            m_revisions->setItemData(m_revisions->count() - 1, tr("%1, by %2").arg(revision.subject, revision.author),
                                     Qt::ToolTipRole);
        }
    }
    if (hasFile() && file().path == path)
        compare();
}

void ChangesTab::findRevisionText()
{
    const QString path = file().path;
    const QString revision = m_revisions->currentData().toString();
    m_history->text(path, revision, this, [this, path, revision](const Result<QByteArray> &text) {
        if (!hasFile() || file().path != path || m_revisions->currentData().toString() != revision
            || against() != Against::Revision)
            return;
        if (!text)
            return showMessage(text.error().toString());
        m_textOfRevision = *text;
        m_revisionText = revision + path;
        compare();
    });
}

void ChangesTab::showAccess(const ComparisonAnswer &answer)
{
    const bool isPartial = answer.before->hasErrors() || m_editor->compilation().hasErrors();
    m_access->showDiff(*answer.access, isPartial);
    m_pages->setCurrentWidget(m_access);
    m_summary->setText(answer.access->newlyAllowed.empty() ? tr("Nothing is newly allowed.")
                                                           : tr("There is new access."));
    emit compared(answer);
}

void ChangesTab::show(const ComparisonAnswer &answer)
{
    if (answer.access)
        return showAccess(answer);
    const int scroll = m_table->verticalScrollBar()->value();
    const int row = m_table->currentIndex().row();
    m_model->setComparison(answer.comparison);
    fitColumns();
    if (answer.comparison.lines.isEmpty()) {
        const QString than[] = {tr("No differences: it is as it was last saved."),
                                tr("No differences: it is as it was last exported."),
                                tr("No differences: it is as in that revision.")};
        showMessage(than[size_t(against())]);
    } else {
        m_pages->setCurrentWidget(m_table);
        m_summary->setText(tr("+%L1 −%L2 in %Ln place(s)", nullptr, int(answer.comparison.differences.size()))
                               .arg(answer.comparison.added)
                               .arg(answer.comparison.removed));
        // The same place as before, as near as that can be.
        if (row >= 0 && row < m_model->rowCount())
            m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
        m_table->verticalScrollBar()->setValue(scroll);
    }
    emit compared(answer);
}

void ChangesTab::showMessage(const QString &text)
{
    m_message->setText(text);
    m_pages->setCurrentWidget(m_message);
    m_summary->clear();
}

void ChangesTab::fitColumns()
{
    const bool sideBySide = m_model->isSideBySide();
    const QFontMetrics metrics(m_table->font());
    const int number = metrics.horizontalAdvance(u"000000"_s);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(1);
    m_table->setColumnHidden(ChangesModel::Before, !sideBySide);
    for (const int column : {int(ChangesModel::BeforeNumber), int(ChangesModel::AfterNumber)})
        header->resizeSection(column, number);
    const int room = m_table->viewport()->width() - 2 * number;
    const int longest = (m_model->longestLine() + 4) * metrics.averageCharWidth();
    header->resizeSection(ChangesModel::Before, room / 2);
    header->resizeSection(ChangesModel::After, sideBySide ? room - room / 2 : std::max(room, longest));
}

void ChangesTab::next()
{
    step(1);
}

void ChangesTab::previous()
{
    step(-1);
}

void ChangesTab::step(int direction)
{
    const int row = m_model->differenceFrom(m_table->currentIndex().row(), direction);
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_model->index(row, ChangesModel::After));
    m_table->scrollTo(m_model->index(row, ChangesModel::BeforeNumber), QAbstractItemView::PositionAtCenter);
    goTo(row, false);
}

void ChangesTab::goTo(int row, bool withKeyboard)
{
    const FieldRef field = fieldAt(row);
    if (!field.isValid())
        return;
    if (withKeyboard)
        m_selection->reveal(field);
    else
        m_selection->select(field);
}

/// What stands in the line, or where it would stand; invalid for what no longer exists.
FieldRef ChangesTab::fieldAt(int row) const
{
    const QList<ComparedLine> &lines = m_model->comparison().lines;
    int line = m_model->lineAt(row);
    if (line < 0 || !hasFile())
        return {};
    const auto object = lines[line].object;
    while (line + 1 < lines.size() && lines[line].after == 0 && lines[line + 1].object == object)
        ++line;
    const int number = std::max(0, lines[line].after - 1);
    if (what() == What::Objects) {
        const Compilation &compilation = m_editor->compilation();
        const auto now = std::find_if(compilation.objects.begin(), compilation.objects.end(),
                                      [&object](const Object &o) { return o.content == object; });
        if (!object || now == compilation.objects.end())
            return {};
        const QList<FieldRef> origins = originsOf(compilation, *now, number);
        return origins.isEmpty() ? FieldRef() : origins.first();
    }
    const yaml::Stream &stream = file().stream;
    qsizetype offset = 0;
    for (int i = 0; i < number && offset >= 0 && offset < stream.text.size(); ++i) {
        const qsizetype end = stream.text.indexOf('\n', offset);
        offset = end < 0 ? stream.text.size() : end + 1;
    }
    while (offset < stream.text.size() && (stream.text[offset] == ' ' || stream.text[offset] == '-'))
        ++offset;
    const int document = documentAt(stream, offset);
    if (document < 0 || stream.documents[size_t(document)]->broken)
        return {m_selection->file(), std::max(0, document), {}};
    return {m_selection->file(), document, yaml::pathAt(*stream.documents[size_t(document)], stream.text, offset)};
}

void ChangesTab::copy()
{
    QStringList texts;
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &row : rows)
        texts.append(m_model->plainText(row.row()));
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(u'\n') + u'\n');
}

/// Ctrl+C is the table's while the keyboard is in it, not the window's.
bool ChangesTab::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        copy();
    return true;
}

void ChangesTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_revisionsPath.clear();
    QMetaObject::invokeMethod(this, &ChangesTab::compare, Qt::QueuedConnection);
}

void ChangesTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void ChangesTab::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        setZoom(m_zoom);
    QWidget::changeEvent(event);
}

} // namespace sallyport
