// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/bulk/bulkpanel.h"

#include "core/policy/clipboard.h"
#include "core/policy/labels.h"
#include "core/policy/protocol.h"
#include "ui/fields/field.h"
#include "ui/fields/inputs.h"
#include "ui/form/fieldspecs.h"
#include "ui/selecteditems.h"
#include "ui/severaledits.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// The field's name in the middle of a sentence.
QString titleOf(const Field *field)
{
    return field->help().title;
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

BulkPanel::BulkPanel(WorkspaceEditor *editor, SelectedItems *items, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_items(items)
    , m_title(heading({}, this))
    , m_outcome(new QLabel(this))
    , m_apply(new QPushButton(tr("&Change All"), this))
    , m_reset(new QPushButton(tr("R&eset"), this))
{
    setAccessibleName(tr("Form of several rules"));
    m_apply->setToolTip(tr("Change what was touched, at all of them, in one step that can be undone."));
    m_reset->setToolTip(tr("Forget what was typed here."));
    build();
    connect(m_apply, &QPushButton::clicked, this, &BulkPanel::apply);
    connect(m_reset, &QPushButton::clicked, this, &BulkPanel::reset);
    connect(m_items, &SelectedItems::changed, this, &BulkPanel::reset);
    connect(m_editor, &WorkspaceEditor::changed, this, &BulkPanel::refresh);
    refresh();
}

LineEdit *BulkPanel::addText(SharedField field, const QString &pattern, LineEdit *input)
{
    m_fields.insert(field, new Field(fieldSpec(pattern).help, input, Field::Label::Above, this));
    connect(input, &LineEdit::textEdited, this, [this, field](const QString &text) { touch(field, text); });
    connect(input, &LineEdit::returnPressed, this, &BulkPanel::apply);
    return input;
}

ChoiceBox *BulkPanel::addChoice(SharedField field, const QString &pattern, ChoiceBox *input)
{
    m_fields.insert(field, new Field(fieldSpec(pattern).help, input, Field::Label::Above, this));
    connect(input, &ChoiceBox::chosen, this, [this, field](const QString &value) { touch(field, value); });
    return input;
}

void BulkPanel::build()
{
    const QString source = u"spec.egressRules[].from[]."_s;
    const QString destination = u"spec.egressRules[].to[]."_s;
    addText(SharedField::Namespace, source + u"namespace"_s, new LineEdit(this));
    addText(SharedField::Selector, source + u"workloadSelector"_s, new LineEdit(this));
    auto *protocol = addChoice(SharedField::Protocol, destination + u"port.protocol"_s, new ChoiceBox(this));
    for (const ProtocolInfo &info : protocols())
        protocol->addChoice(info.name);
    addText(SharedField::Port, destination + u"port.number"_s, new PortEdit(this));
    addText(SharedField::TargetPort, destination + u"port.targetPort"_s, new PortEdit(this));
    auto *upgrade = addChoice(SharedField::Upgrade, destination + u"httpsUpgrade.enabled"_s, new ChoiceBox(this));
    upgrade->addChoice(u"true"_s, tr("Yes"));
    upgrade->addChoice(u"false"_s, tr("No"));
    addText(SharedField::UpgradePort, destination + u"httpsUpgrade.port"_s, new PortEdit(this));
    addText(SharedField::Gateway, destination + u"byEgressGateway.name"_s, new LineEdit(this));
    addText(SharedField::GatewayPort, destination + u"byEgressGateway.port"_s, new PortEdit(this));

    auto *content = new QWidget(this);
    auto *grid = new QGridLayout(content);
    int row = 0;
    const auto addRow = [&](const QString &title, const QList<SharedField> &fields) {
        grid->addWidget(heading(title, content), row++, 0, 1, 12);
        const int span = 12 / int(fields.size());
        for (int i = 0; i < int(fields.size()); ++i)
            grid->addWidget(m_fields.value(fields[i]), row, i * span, 1, span);
        ++row;
    };
    addRow(tr("Sources"), {SharedField::Namespace, SharedField::Selector});
    addRow(tr("Protocol"), {SharedField::Protocol, SharedField::Port, SharedField::TargetPort});
    addRow(tr("HTTPS upgrade"), {SharedField::Upgrade, SharedField::UpgradePort});
    addRow(tr("Gateway port"), {SharedField::Gateway, SharedField::GatewayPort});
    grid->setRowStretch(row, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_outcome->setWordWrap(true);
    m_outcome->setForegroundRole(QPalette::PlaceholderText);
    m_outcome->setMinimumHeight(2 * fontMetrics().lineSpacing()); // what is said later moves nothing
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_outcome, 1);
    buttons->addWidget(m_reset);
    buttons->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    setFocusProxy(input(SharedField::Protocol));
}

QWidget *BulkPanel::input(SharedField field) const
{
    return m_fields.value(field)->input();
}

QList<FieldRef> BulkPanel::items() const
{
    return outermost(m_editor->workspace(), m_items->all());
}

void BulkPanel::refresh()
{
    if (m_items->all().isEmpty())
        return;
    const QList<FieldRef> all = items();
    const int destinations = sharedValue(m_editor->workspace(), all, SharedField::Port).places;
    const QString what = all.isEmpty() ? tr("Several documents") : itemsTitle(m_editor->workspace(), all);
    const bool isRules = !all.isEmpty() && kindOf(all) != ClipItem::Kind::Destination;
    m_title->setText(isRules ? tr("%1 with %2").arg(what, tr("%Ln destination(s)", nullptr, destinations)) : what);
    for (auto field = m_fields.keyBegin(); field != m_fields.keyEnd(); ++field)
        showField(*field);
    updateOutcome();
}

void BulkPanel::showField(SharedField field)
{
    if (m_touched.contains(field))
        return;
    Field *shown = m_fields.value(field);
    const SharedValue value = sharedValue(m_editor->workspace(), items(), field);
    shown->setEnabled(value.places > 0);
    const QString different = tr("(different)");
    if (auto *edit = qobject_cast<LineEdit *>(shown->input())) {
        edit->setPlaceholderText(value.isMixed ? different : QString());
        edit->showText(value.text);
    } else if (auto *box = qobject_cast<ChoiceBox *>(shown->input())) {
        box->setPlaceholderText(value.isMixed ? different : QString());
        box->showText(value.text);
    }
}

void BulkPanel::touch(SharedField field, const QString &text)
{
    m_touched.insert(field, text);
    updateOutcome();
}

/// Says what the button would do, or why there is nothing to do.
void BulkPanel::updateOutcome()
{
    QStringList titles;
    QString obstacle;
    int changes = 0;
    const QList<FieldRef> all = items();
    for (auto touched = m_touched.begin(); touched != m_touched.end(); ++touched) {
        const QString title = titleOf(m_fields.value(touched.key()));
        if (touched.value().isEmpty() && !isOptional(touched.key()))
            obstacle = tr("%1 cannot be empty.").arg(title);
        else if (touched.key() == SharedField::Selector && !parseLabels(touched.value()))
            obstacle = tr("Labels are written as app=sleep, tier=web, each key once.");
        const int places = int(setShared(m_editor->workspace(), all, touched.key(), touched.value()).size());
        changes += places;
        if (places > 0)
            titles.append(title);
    }
    if (!obstacle.isEmpty())
        m_outcome->setText(obstacle);
    else if (!titles.isEmpty())
        m_outcome->setText(tr("Changes %1.").arg(titles.join(", "_L1)));
    else
        m_outcome->setText(m_touched.isEmpty() ? tr("What you change here changes at all of them.")
                                               : tr("All of them say that already."));
    m_apply->setEnabled(obstacle.isEmpty() && changes > 0);
    m_reset->setEnabled(!m_touched.isEmpty());
}

void BulkPanel::apply()
{
    if (!m_apply->isEnabled())
        return;
    const QList<FieldRef> all = items();
    QList<DocumentChange> changes;
    QStringList titles;
    for (auto touched = m_touched.begin(); touched != m_touched.end(); ++touched) {
        const QList<DocumentChange> ofField = setShared(m_editor->workspace(), all, touched.key(), touched.value());
        if (!ofField.isEmpty())
            titles.append(titleOf(m_fields.value(touched.key())));
        changes += ofField;
    }
    m_editor->endMerge();
    const QString text = tr("Change %1 of %2").arg(titles.join(", "_L1), itemsTitle(m_editor->workspace(), all));
    const Result<bool> done = m_editor->edit(text, changes);
    if (!done) {
        emit failed(done.error());
        return;
    }
    m_items->select(all); // the fields changed, and nothing moved
    reset();
}

void BulkPanel::reset()
{
    m_touched.clear();
    refresh();
}

void BulkPanel::showHelp()
{
    if (Field *field = fieldOf(QApplication::focusWidget()))
        field->showHelp();
}

void BulkPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_touched.isEmpty()) {
        reset();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace sallyport
