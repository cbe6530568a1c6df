// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/field.h"

#include "ui/fields/marks.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

Field::Field(FieldHelp help, QWidget *input, Label label, QWidget *parent)
    : QWidget(parent)
    , m_help(std::move(help))
    , m_input(input)
    , m_label(new QLabel(m_help.title, this))
    , m_mark(new QLabel(this))
    , m_helpButton(new QToolButton(this))
{
    m_label->setBuddy(input);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_helpButton->setText(u"?"_s);
    m_helpButton->setAutoRaise(true);
    m_helpButton->setFocusPolicy(Qt::NoFocus); // F1 does it from the input
    m_helpButton->setToolTip(tr("What is this? (F1)"));
    m_helpButton->setAccessibleName(tr("Help: %1").arg(m_help.title));
    connect(m_helpButton, &QToolButton::clicked, this, &Field::showHelp);

    auto *heading = new QHBoxLayout;
    heading->setSpacing(0);
    heading->addWidget(m_label);
    if (label == Label::InInput)
        heading->addWidget(input);
    heading->addWidget(m_helpButton);
    heading->addWidget(m_mark);
    heading->addStretch(label == Label::Beside ? 0 : 1);
    if (label == Label::Beside)
        heading->addWidget(input, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(heading);
    if (label == Label::Above)
        layout->addWidget(input);
    layout->addSpacing(underline());
    layout->addStretch();
    m_label->setVisible(label != Label::InInput);

    setFocusProxy(input);
    if (keyboardPlace()->accessibleName().isEmpty())
        keyboardPlace()->setAccessibleName(m_help.title);
    fitToTheme();
    describe();
}

void Field::showFindings(const QList<Diagnostic> &findings)
{
    m_findings = findings;
    describe();
    update();
    emit findingsChanged();
}

void Field::setCurrent(bool current)
{
    if (m_current == current)
        return;
    m_current = current;
    update();
}

void Field::reveal(const FieldPath &where)
{
    m_input->setFocus(Qt::OtherFocusReason);
    emit revealed(where);
}

void Field::showHelp()
{
    HelpPopup::show(m_help, m_input);
}

bool Field::event(QEvent *event)
{
    // F1 in a field is about the field; outside of one it is the window's.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::HelpContents)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Field::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::HelpContents))
        showHelp();
    else
        QWidget::keyPressEvent(event);
}

void Field::paintEvent(QPaintEvent *)
{
    const Diagnostic *worst = worstOf(m_findings);
    if (!worst && !m_current)
        return;
    const Theme &theme = Theme::of(this);
    const QRect below(m_input->x(), m_input->geometry().bottom() + 1, m_input->width(), underline());
    QPainter(this).fillRect(below, worst ? theme.of(worst->severity).text : theme.accent);
}

void Field::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange)
        fitToTheme();
    QWidget::changeEvent(event);
}

/// Tells screen readers and tool tips what the mark says.
void Field::describe()
{
    const Diagnostic *worst = worstOf(m_findings);
    const int size = fontMetrics().ascent();
    m_mark->setPixmap(worst ? iconOf(worst->severity).pixmap(QSize(size, size), devicePixelRatio()) : QPixmap());
    const QString sentences = sentencesOf(m_findings);
    m_mark->setToolTip(sentences);
    m_mark->setAccessibleName(worst ? wordOf(worst->severity) : QString());
    keyboardPlace()->setToolTip(sentences.isEmpty() ? m_help.meaning : sentences);
    keyboardPlace()->setAccessibleDescription(sentences.isEmpty() ? m_help.meaning : sentences);
}

void Field::fitToTheme()
{
    const int line = fontMetrics().height();
    m_mark->setFixedSize(fontMetrics().ascent(), line);
    m_helpButton->setFixedSize(line, line);
    // Only where it differs: setting a palette is a palette change, too.
    QPalette quiet = m_helpButton->palette();
    if (quiet.color(QPalette::ButtonText) != Theme::of(this).muted) {
        quiet.setColor(QPalette::ButtonText, Theme::of(this).muted);
        m_helpButton->setPalette(quiet);
    }
}

int Field::underline() const
{
    return 2 * fontMetrics().lineWidth();
}

QWidget *Field::keyboardPlace() const
{
    QWidget *place = m_input;
    while (place->focusProxy())
        place = place->focusProxy();
    return place;
}

Field *fieldOf(QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (auto *field = qobject_cast<Field *>(widget))
            return field;
    }
    return nullptr;
}

} // namespace sallyport
