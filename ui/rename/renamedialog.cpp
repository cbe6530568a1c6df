// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rename/renamedialog.h"

#include "ui/fields/dialogbuttons.h"
#include "ui/selection.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalBlocker>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

using Kind = Renaming::Kind;

RenameDialog::RenameDialog(WorkspaceEditor *editor, const FieldRef &field, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_kind(new QComboBox(this))
    , m_from(new QComboBox(this))
    , m_to(new QLineEdit(this))
    , m_outcome(new QLabel(this))
    , m_model(new RenameModel(editor, this))
    , m_list(new QTreeView(this))
{
    setWindowTitle(tr("Rename Everywhere"));
    build();
    offerNames();
    choose(field);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        offerNames();
        refresh();
    });
    connect(m_from, &QComboBox::currentTextChanged, this, &RenameDialog::refresh);
    connect(m_to, &QLineEdit::textChanged, this, &RenameDialog::refresh);
    connect(m_list, &QTreeView::activated, this,
            [this](const QModelIndex &index) { emit placeChosen(m_model->place(index.row()).field); });
    connect(m_editor, &WorkspaceEditor::changed, this, &RenameDialog::refresh);
    refresh();
    m_to->setFocus();
}

void RenameDialog::build()
{
    const std::pair<Kind, QString> kinds[] = {{Kind::Namespace, tr("Namespace")},
                                              {Kind::LabelKey, tr("Label key")},
                                              {Kind::LabelValue, tr("Label value")},
                                              {Kind::Host, tr("Host")}};
    for (const auto &[kind, title] : kinds)
        m_kind->addItem(title, int(kind));
    m_from->setEditable(true);
    m_from->setInsertPolicy(QComboBox::NoInsert);
    m_from->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_from->completer()->setFilterMode(Qt::MatchContains);
    m_kind->setAccessibleDescription(tr("The kind of name."));
    m_from->setAccessibleDescription(tr("The name as it is now."));
    m_to->setAccessibleDescription(tr("The name that takes its place."));
    auto *form = new QFormLayout;
    form->addRow(tr("&What"), m_kind);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);

    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Places that change"));
    m_list->setAccessibleDescription(tr("Every place with the name, and why some stay as they are."));
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(RenameModel::Where, 56 * fontMetrics().averageCharWidth());
    m_list->setColumnWidth(RenameModel::Before, 30 * fontMetrics().averageCharWidth());
    m_outcome->setWordWrap(true);
    m_outcome->setMinimumHeight(2 * fontMetrics().lineSpacing());

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_rename = buttons->addButton(tr("&Rename"), QDialogButtonBox::AcceptRole);
    m_rename->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &RenameDialog::rename);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_outcome);
    layout->addWidget(buttons);
    tabInReadingOrder(buttons);
    resize(120 * fontMetrics().averageCharWidth(), 26 * fontMetrics().lineSpacing());
}

void RenameDialog::offerNames()
{
    const QSignalBlocker blocker(m_from);
    m_from->clear();
    m_from->addItems(namesInUse(m_editor->workspace(), Kind(m_kind->currentData().toInt())));
    m_to->setText(m_from->currentText().section(u'=', -1));
    m_to->selectAll();
}

/// Offers the name that the field holds, or the one that the rule around it is most about.
void RenameDialog::choose(const FieldRef &field)
{
    const auto &files = m_editor->workspace().files;
    if (field.file < 0 || size_t(field.file) >= files.size() || field.document < 0
        || size_t(field.document) >= files[size_t(field.file)]->documents.size())
        return;
    const yaml::Node &root = m_editor->workspace().reading(field.file, field.document).source->root;
    FieldPath path = field.path;
    if (!root.find(path) || root.find(path)->kind != yaml::NodeKind::Scalar) {
        const FieldPath destination = destinationPathOf(path);
        path = !destination.isEmpty() ? destination.child(u"hosts"_s).index(0)
                                      : rulePathOf(path).child(u"from"_s).index(0).child(u"namespace"_s);
    }
    const yaml::Node *node = root.find(path);
    if (!node || node->kind != yaml::NodeKind::Scalar)
        return;
    const auto isUnder = [&path](QLatin1StringView list) {
        return path.parent().size() > 0 && path.parent().last().name == list;
    };
    Kind kind = Kind::Namespace;
    QString name = node->text;
    if (isUnder("hosts"_L1) || path.last().name == "host"_L1) {
        kind = Kind::Host;
        name = canonicalHost(name);
    } else if (isUnder("workloadSelector"_L1) || isUnder("labels"_L1) || isUnder("selector"_L1)
               || isUnder("matchLabels"_L1)) {
        kind = Kind::LabelValue;
        name = u"%1=%2"_s.arg(path.last().name, name);
    }
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    offerNames();
    const int row = m_from->findText(name);
    if (row >= 0)
        m_from->setCurrentIndex(row);
    m_to->setText(m_from->currentText().section(u'=', -1));
    m_to->selectAll();
}

Renaming RenameDialog::renaming() const
{
    Renaming renaming;
    renaming.kind = Kind(m_kind->currentData().toInt());
    renaming.from = m_from->currentText().trimmed();
    renaming.to = m_to->text().trimmed();
    if (renaming.kind == Kind::LabelValue) {
        renaming.key = renaming.from.section(u'=', 0, 0);
        renaming.from = renaming.from.section(u'=', 1);
    }
    return renaming;
}

void RenameDialog::refresh()
{
    const Renaming wanted = renaming();
    m_places = placesOf(m_editor->workspace(), wanted);
    m_model->setPlaces(m_places);
    m_outcome->setText(outcome(wanted));
    m_rename->setEnabled(objection(wanted).isEmpty() && !changesFor(m_places, wanted).isEmpty());
}

QString RenameDialog::outcome(const Renaming &wanted) const
{
    if (m_places.isEmpty())
        return tr("No open document names it.");
    const QString problem = objection(wanted);
    if (!problem.isEmpty())
        return problem;
    QSet<std::pair<int, int>> documents;
    for (const RenamedPlace &place : m_places) {
        if (place.obstacle.isEmpty())
            documents.insert({place.field.file, place.field.document});
    }
    const int changes = int(changesFor(m_places, wanted).size());
    if (changes == 0)
        return tr("It has that name already, or none of the places can be changed.");
    const int stay = int(m_places.size()) - changes;
    QString text =
        tr("%1 in %2 change(s), in one step that can be undone.")
            .arg(tr("%Ln place(s)", nullptr, changes), tr("%Ln document(s)", nullptr, int(documents.size())));
    if (namesInUse(m_editor->workspace(), wanted.kind)
            .contains(wanted.kind == Kind::LabelValue ? u"%1=%2"_s.arg(wanted.key, wanted.to) : wanted.to))
        text += u' ' + tr("%1 is in use already: what used to be two will be one.").arg(wanted.to);
    if (stay > 0)
        text += u' ' + tr("%Ln place(s) stay(s) as it is; the list says why.", nullptr, stay);
    return text;
}

void RenameDialog::rename()
{
    const Renaming wanted = renaming();
    m_editor->endMerge();
    const Result<bool> done =
        m_editor->edit(tr("Rename %1 to %2").arg(wanted.from, wanted.to), changesFor(m_places, wanted));
    if (!done)
        emit failed(done.error());
    accept();
}

} // namespace sallyport
