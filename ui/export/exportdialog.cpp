// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/export/exportdialog.h"

#include "ui/fields/dialogbuttons.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int pathRole = Qt::UserRole;

QString actionText(FileAction action)
{
    switch (action) {
    case FileAction::Create:
        return ExportDialog::tr("Create");
    case FileAction::Change:
        return ExportDialog::tr("Change");
    case FileAction::Keep:
        return ExportDialog::tr("Unchanged");
    case FileAction::Leave:
        return ExportDialog::tr("Remove, if checked");
    case FileAction::Remove:
        return ExportDialog::tr("Remove");
    case FileAction::Doubt:
        break;
    }
    return ExportDialog::tr("Left to you");
}

QString actionHelp(FileAction action)
{
    switch (action) {
    case FileAction::Leave:
        return ExportDialog::tr(
            "Left from an earlier export and not exported any more. It stays, and stays in the kustomization, unless you "
            "check its box.");
    case FileAction::Doubt:
        return ExportDialog::tr(
            "Perhaps left from an earlier export. Policies carry no mark of it, so this file is never removed here.");
    default:
        return {};
    }
}

/// Stale files first: they need a decision. Unchanged ones last.
int rank(FileAction action)
{
    switch (action) {
    case FileAction::Leave:
    case FileAction::Remove:
        return 0;
    case FileAction::Doubt:
        return 1;
    case FileAction::Change:
        return 2;
    case FileAction::Create:
        return 3;
    case FileAction::Keep:
        break;
    }
    return 4;
}

int errorCount(const Export &exported)
{
    return int(std::count_if(exported.findings.begin(), exported.findings.end(), [](const Diagnostic &finding) {
        return finding.severity == Severity::Error && !finding.suppressed;
    }));
}

} // namespace

ExportDialog::ExportDialog(Workspace workspace, ExportServices services, QWidget *parent)
    : QDialog(parent)
    , m_workspace(std::move(workspace))
    , m_services(std::move(services))
{
    setWindowTitle(tr("Export"));
    build();
    exportAnew();
}

QString ExportDialog::folder() const
{
    return m_toFolder->isChecked() ? m_path->text() : QString();
}

void ExportDialog::setFolder(const QString &folder)
{
    m_toFolder->setChecked(true);
    m_path->setText(QDir::toNativeSeparators(folder));
    planAnew();
}

void ExportDialog::build()
{
    m_target = new QComboBox;
    m_target->addItem(tr("Istio objects"), int(ExportTarget::Istio));
    m_target->addItem(tr("ASM resource"), int(ExportTarget::Asm));
    m_target->addItem(tr("Both, in folders of their own"), int(ExportTarget::Both));
    m_target->setCurrentIndex(m_workspace.target == Target::Asm ? 1 : 0);
    m_target->setAccessibleDescription(tr("The form in which the policies leave the program."));
    m_summary = new QLabel;
    m_summary->setAccessibleName(tr("Summary of the export"));
    m_summary->setWordWrap(true);
    m_files = new QTreeWidget;
    m_files->setHeaderLabels({tr("File"), tr("What happens")});
    m_files->setRootIsDecorated(false);
    m_files->setUniformRowHeights(true);
    m_files->setAccessibleName(tr("Files of the export"));
    m_files->setAccessibleDescription(
        tr("What happens to each file. Space checks a file that is to be removed, or leaves it there."));
    m_files->header()->setStretchLastSection(false);
    m_files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_files->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_message = new QLabel;
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setAccessibleName(tr("Message"));
    m_partial = new QCheckBox(tr("&Export the rest all the same"));

    auto *form = new QFormLayout;
    form->addRow(tr("&What:"), m_target);
    form->addRow(tr("Where:"), buildPlace());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_run = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_summary);
    layout->addWidget(m_files, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_partial);
    layout->addWidget(buttons);
    tabInReadingOrder(buttons);
    m_run->setDefault(true);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 28);

    connect(m_target, &QComboBox::currentIndexChanged, this, &ExportDialog::exportAnew);
    connect(m_files, &QTreeWidget::itemChanged, this, &ExportDialog::updateButton);
    connect(m_partial, &QCheckBox::toggled, this, &ExportDialog::updateButton);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &ExportDialog::run);
}

QWidget *ExportDialog::buildPlace()
{
    m_toFolder = new QRadioButton(tr("A &folder: a file for each object, and kustomization.yaml"));
    m_toFile = new QRadioButton(tr("&One file"));
    m_toClipboard = new QRadioButton(tr("The &clipboard"));
    m_toFolder->setChecked(true);
    m_path = new QLineEdit;
    m_path->setAccessibleName(tr("Folder or file"));
    m_path->setAccessibleDescription(tr("Where the export goes."));
    m_browse = new QPushButton(tr("&Browse…"));
    m_browse->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    auto *place = new QWidget;
    auto *layout = new QVBoxLayout(place);
    layout->setContentsMargins({});
    for (QRadioButton *choice : {m_toFolder, m_toFile, m_toClipboard}) {
        layout->addWidget(choice);
        connect(choice, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                planAnew();
        });
    }
    layout->addLayout(row);
    connect(m_path, &QLineEdit::textEdited, this, &ExportDialog::planAnew);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    return place;
}

void ExportDialog::exportAnew()
{
    m_export = exportOf(m_workspace, ExportTarget(m_target->currentData().toInt()));
    m_partial->setChecked(false);
    m_partial->setVisible(m_export.isPartial());
    planAnew();
}

void ExportDialog::planAnew()
{
    m_path->setEnabled(!m_toClipboard->isChecked());
    m_browse->setEnabled(!m_toClipboard->isChecked());
    m_files->setVisible(m_toFolder->isChecked());
    m_files->clear();
    const int errors = errorCount(m_export);
    m_message->setText(errors == 0
                           ? QString()
                           : tr("Something would be missing, because of %Ln error(s). See Problems.", nullptr, errors));
    m_summary->setText(tr("%Ln object(s)", nullptr, int(m_export.files.size())));
    m_possible = !m_export.files.empty() && (m_toClipboard->isChecked() || !m_path->text().isEmpty());
    if (m_toFolder->isChecked() && !m_path->text().isEmpty()) {
        const Result<ExportPlan> plan = m_services.plan(m_export, m_path->text());
        if (plan)
            showPlan(*plan);
        else
            showError(plan.error());
    }
    updateButton();
}

void ExportDialog::showPlan(const ExportPlan &plan)
{
    std::vector<const PlannedFile *> files;
    for (const PlannedFile &file : plan.files)
        files.push_back(&file);
    std::stable_sort(files.begin(), files.end(),
                     [](const PlannedFile *a, const PlannedFile *b) { return rank(a->action) < rank(b->action); });
    QList<QTreeWidgetItem *> items;
    for (const PlannedFile *file : files) {
        auto *item = new QTreeWidgetItem({file->path, actionText(file->action)});
        item->setToolTip(1, actionHelp(file->action));
        if (file->action == FileAction::Leave) {
            item->setCheckState(0, Qt::Unchecked);
            item->setData(0, pathRole, file->path);
        }
        items.append(item);
    }
    const QSignalBlocker blocker(m_files);
    m_files->addTopLevelItems(items);
    m_summary->setText(tr("%1 to create, %2 to change, %3 unchanged, %4 left from an earlier export")
                           .arg(plan.paths(FileAction::Create).size())
                           .arg(plan.paths(FileAction::Change).size())
                           .arg(plan.paths(FileAction::Keep).size())
                           .arg(plan.paths(FileAction::Leave).size()));
}

void ExportDialog::showError(const Error &error)
{
    m_possible = false;
    m_message->setText(error.toString());
    m_message->setToolTip(error.details);
    updateButton();
}

QSet<QString> ExportDialog::chosenRemovals() const
{
    QSet<QString> removals;
    for (int i = 0; i < m_files->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_files->topLevelItem(i);
        if (item->checkState(0) == Qt::Checked && item->data(0, pathRole).isValid())
            removals.insert(item->data(0, pathRole).toString());
    }
    return removals;
}

void ExportDialog::updateButton()
{
    // What an error leaves out only looks stale.
    const bool mayRemove = !m_export.isPartial();
    const int removals = mayRemove ? int(chosenRemovals().size()) : 0;
    m_run->setText(m_toClipboard->isChecked() ? tr("Copy")
                       : removals > 0         ? tr("Export and remove %Ln file(s)", nullptr, removals)
                                              : tr("Export"));
    m_run->setEnabled(m_possible && (!m_export.isPartial() || m_partial->isChecked()));
}

void ExportDialog::browse()
{
    const QString path = m_toFolder->isChecked()
        ? QFileDialog::getExistingDirectory(this, tr("Export to Folder"), m_path->text())
        : QFileDialog::getSaveFileName(this, tr("Export to File"), m_path->text(), tr("YAML (*.yaml *.yml)"), nullptr);
    if (path.isEmpty())
        return;
    m_path->setText(QDir::toNativeSeparators(path));
    planAnew();
}

void ExportDialog::run()
{
    if (m_toClipboard->isChecked() ? copy() : m_toFile->isChecked() ? writeOneFile() : writeFolder())
        accept();
}

bool ExportDialog::copy()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_export.stream()));
    m_outcome = tr("Copied %Ln object(s).", nullptr, int(m_export.files.size()));
    return true;
}

bool ExportDialog::writeOneFile()
{
    const Result<bool> written = m_services.writeFile(m_path->text(), m_export.stream());
    if (!written)
        showError(written.error());
    else
        m_outcome = tr("Exported to %1.").arg(m_path->text());
    return bool(written);
}

bool ExportDialog::writeFolder()
{
    const QSet<QString> removals = m_export.isPartial() ? QSet<QString>() : chosenRemovals();
    const Result<ExportPlan> done = m_services.write(m_export, m_path->text(), removals);
    if (!done) {
        showError(done.error());
        return false;
    }
    m_outcome = tr("Exported to %1: %2 created, %3 changed, %4 removed.")
                    .arg(m_path->text())
                    .arg(done->paths(FileAction::Create).size())
                    .arg(done->paths(FileAction::Change).size())
                    .arg(done->paths(FileAction::Remove).size());
    return true;
}

} // namespace sallyport
