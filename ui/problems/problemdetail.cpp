// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/problems/problemdetail.h"

#include "core/document/workspaceeditor.h"
#include "core/policy/findingcodes.h"
#include "ui/icons.h"
#include "ui/problems/fixpreview.h"
#include "ui/problems/suppress.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// Paragraphs parted by empty lines, as the table of findings has them.
QString paragraphs(const QString &text)
{
    QString html;
    for (const QString &paragraph : text.split(u"\n\n"_s, Qt::SkipEmptyParts))
        html += u"<p>%1</p>"_s.arg(paragraph.toHtmlEscaped());
    return html;
}

} // namespace

ProblemDetail::ProblemDetail(WorkspaceEditor *workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_pages(new QStackedWidget)
    , m_text(new QLabel)
    , m_buttons(new QVBoxLayout)
    , m_preview(new FixPreview(workspace))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setObjectName(u"explanation"_s);
    m_text->setAccessibleName(tr("Explanation"));

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(m_text);
    layout->addLayout(m_buttons);
    layout->addStretch();
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(page);
    area->setAccessibleName(tr("Explanation of the problem"));
    area->setAccessibleDescription(tr("What the selected finding means, and the ways to mend it."));
    m_pages->addWidget(area);
    m_pages->addWidget(m_preview);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_pages);
    connect(m_preview, &FixPreview::done, this, &ProblemDetail::closeFix);
    clear();
}

void ProblemDetail::clear()
{
    m_hasFinding = false;
    m_finding = {};
    m_preview->cancel();
    m_text->setText(tr("Select a problem to read what it means and how to solve it."));
    makeButtons();
}

void ProblemDetail::setFinding(const Diagnostic &finding)
{
    m_hasFinding = true;
    m_finding = finding;
    QString html = u"<p><b>%1</b></p>"_s.arg(finding.message.toHtmlEscaped());
    if (finding.suppressed)
        html += u"<p>%1</p>"_s.arg(tr("Suppressed: %1").arg(finding.suppressionReason).toHtmlEscaped());
    if (const FindingCode *code = findingCode(finding.code))
        html += paragraphs(code->explanation());
    m_text->setText(html);
    makeButtons();
}

QList<Fix> ProblemDetail::fixes() const
{
    QList<Fix> fixes = m_finding.fixes;
    if (m_hasFinding && canSuppress(m_workspace->workspace(), m_finding))
        fixes.append(suppressFix(m_workspace->workspace(), m_finding));
    return fixes;
}

void ProblemDetail::makeButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater(); // perhaps the one whose click led here
        delete item;
    }
    QWidget *before = m_text;
    for (const Fix &fix : fixes()) {
        QString title = fix.title;
        auto *button = new QPushButton(icon(u"fix"_s), title.replace(u'&', u"&&"_s) + u'…');
        connect(button, &QPushButton::clicked, this, [this, fix] { openFix(fix); });
        m_buttons->addWidget(button, 0, Qt::AlignLeft);
        setTabOrder(before, button);
        before = button;
    }
}

void ProblemDetail::openFix(const Fix &fix)
{
    m_preview->setFix(fix);
    m_pages->setCurrentWidget(m_preview);
    m_preview->focusFirst();
}

void ProblemDetail::closeFix()
{
    m_pages->setCurrentIndex(0);
    emit fixClosed();
}

} // namespace sallyport
