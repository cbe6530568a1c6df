// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/section.h"

#include "ui/fields/findingline.h"
#include "ui/fields/inputs.h"
#include "ui/fields/marks.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int columns = 12;

} // namespace

Section::Section(const QString &title, DocumentCursor *cursor, QWidget *parent)
    : QWidget(parent)
    , m_cursor(cursor)
    , m_titleRow(new QHBoxLayout)
    , m_body(new QGridLayout)
    , m_line(new FindingLine(this))
{
    auto *heading = new QLabel(title, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_titleRow->addWidget(heading);
    m_titleRow->setSpacing(fontMetrics().averageCharWidth());
    m_titleRow->addWidget(m_line, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(m_titleRow);
    layout->addLayout(m_body);
    m_body->setHorizontalSpacing(fontMetrics().averageCharWidth());
    m_body->setVerticalSpacing(fontMetrics().descent());
    for (int column = 0; column < columns; ++column)
        m_body->setColumnStretch(column, 1);

    setAccessibleName(title);
    connect(m_line, &FindingLine::fixChosen, this, &Section::fixChosen);
    connect(m_line, &FindingLine::clicked, this, &Section::findingClicked);
}

void Section::setFocusedField(Field *field)
{
    m_focused = m_fields.contains(field) ? field : nullptr;
    updateLine();
}

void Section::showOwnFindings(const QList<Diagnostic> &findings)
{
    m_ownFindings = findings;
    updateLine();
}

Field *Section::addField(const FieldSpec &spec, QWidget *input, Field::Label label)
{
    auto *field = new Field(spec.help, input, label, this);
    connect(field, &Field::findingsChanged, this, &Section::updateLine);
    m_fields.append(field);
    return field;
}

Field *Section::addTextField(const FieldSpec &spec, Field::Label label)
{
    LineEdit *edit = spec.kind == FieldSpec::Kind::Number ? new PortEdit(this) : new LineEdit(this);
    edit->setPlaceholderText(spec.placeholder);
    Field *field = addField(spec, edit, label);
    connect(edit, &QLineEdit::textEdited, this,
            [this, field, spec](const QString &text) { m_cursor->type(spec, field->path(), text); });
    connect(edit, &LineEdit::left, m_cursor, &DocumentCursor::endStep);
    return field;
}

Field *Section::addChoiceField(const FieldSpec &spec, ChoiceBox *choices)
{
    choices->setPlaceholderText(spec.placeholder);
    Field *field = addField(spec, choices);
    connect(choices, &ChoiceBox::chosen, this, [this, field, spec](const QString &value) {
        m_cursor->type(spec, field->path(), value);
        m_cursor->endStep();
    });
    return field;
}

void Section::addRow(const QList<std::pair<QWidget *, int>> &widgets)
{
    const int row = m_body->rowCount();
    int column = 0;
    for (const auto &[widget, span] : widgets) {
        // The grid alone decides on widths: a long label or word must not push the columns of one panel out of line with the others.
        widget->setMinimumWidth(1);
        widget->setSizePolicy(QSizePolicy::Ignored, widget->sizePolicy().verticalPolicy());
        m_body->addWidget(widget, row, column, 1, span);
        column += span;
    }
}

void Section::show(Field *field, const FieldPath &path)
{
    field->setPath(path);
    if (auto *edit = qobject_cast<LineEdit *>(field->input())) {
        edit->showText(m_cursor->text(path));
        edit->setReadOnly(!m_cursor->isEditable());
    } else if (auto *choice = qobject_cast<ChoiceBox *>(field->input())) {
        choice->showText(m_cursor->text(path));
        choice->setEnabled(m_cursor->isEditable());
    }
}

void Section::updateLine()
{
    if (m_focused && !m_focused->findings().isEmpty()) {
        m_line->show(m_focused->findings(), m_focused->help().title);
        return;
    }
    QList<Diagnostic> all = m_ownFindings;
    QString name; // of the field whose finding is shown
    for (const Field *field : m_fields) {
        const Diagnostic *worstHere = worstOf(field->findings());
        const Diagnostic *worst = worstOf(all);
        if (worstHere && (!worst || isWorse(*worstHere, *worst)))
            name = field->help().title;
        all += field->findings();
    }
    m_line->show(all, name);
}

} // namespace sallyport
