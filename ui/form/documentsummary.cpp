// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/documentsummary.h"

#include "ui/titles.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

using Lines = QList<std::pair<QString, QString>>;

QString explanationOf(DocumentKind kind)
{
    if (kind == DocumentKind::Generated)
        return DocumentSummary::tr(
            "Sallyport made this document from a policy. It is listed, but never read as a policy.");
    return DocumentSummary::tr("Sallyport keeps this document as it is, byte for byte.");
}

void add(Lines *lines, const QString &title, const QString &text)
{
    if (!text.isEmpty())
        lines->append({title, text});
}

Lines linesOf(const DocumentReading &reading)
{
    Lines lines;
    add(&lines, DocumentSummary::tr("Kind:"), reading.objectKind);
    add(&lines, DocumentSummary::tr("Name:"), reading.name);
    add(&lines, DocumentSummary::tr("Namespace:"), reading.namespaceName);
    add(&lines, DocumentSummary::tr("API version:"), reading.apiVersion);
    return lines;
}

} // namespace

DocumentSummary::DocumentSummary(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_lines(new QFormLayout)
    , m_toText(new QPushButton(tr("Edit as text"), this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    connect(m_toText, &QPushButton::clicked, this, &DocumentSummary::textRequested);
    setFocusProxy(m_toText);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addLayout(m_lines);
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(m_toText, 0, Qt::AlignLeft);
    layout->addStretch();
}

void DocumentSummary::show(const DocumentReading &reading)
{
    m_title->setText(reading.kind == DocumentKind::Other && !reading.objectKind.isEmpty() ? reading.objectKind
                                                                                          : kindTitle(reading.kind));
    m_explanation->setText(explanationOf(reading.kind));
    setAccessibleName(m_title->text());
    fill(linesOf(reading));
}

void DocumentSummary::fill(const Lines &lines)
{
    if (m_shown == lines)
        return;
    m_shown = lines;
    while (m_lines->rowCount() > 0)
        m_lines->removeRow(0);
    for (const auto &[title, text] : lines) {
        auto *value = new QLabel(text, this);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto *label = new QLabel(title, this);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setBuddy(value);
        m_lines->addRow(label, value);
    }
}

} // namespace sallyport
