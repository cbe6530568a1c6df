// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/formpage.h"

#include "ui/form/documentcursor.h"
#include "ui/form/findingplaces.h"
#include "ui/form/formcolumn.h"
#include "ui/form/noticebar.h"
#include "ui/form/section.h"

#include <QApplication>
#include <QFileInfo>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int charactersAcross = 58; // the longest label of each column can be read

} // namespace

FormPage::FormPage(DocumentCursor *cursor, Selection *selection, QWidget *parent)
    : QWidget(parent)
    , m_cursor(cursor)
    , m_selection(selection)
    , m_top(new QStackedWidget(this))
    , m_notice(new NoticeBar(this))
    , m_scroll(new QScrollArea(this))
{
    connect(m_cursor, &DocumentCursor::failed, this, &FormPage::fail);
    connect(m_cursor, &DocumentCursor::moved, this, [this] {
        if (m_cursor->isHere())
            showCompilation();
    });
    connect(m_notice, &NoticeBar::clicked, this, &FormPage::textRequested);
}

void FormPage::build(QWidget *top, const QList<Section *> &sections, QWidget *last)
{
    m_summary = top;
    m_sections = sections;
    m_top->addWidget(top);
    m_top->addWidget(m_notice);
    m_top->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    auto *column = new FormColumn(this);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins({});
    for (Section *section : sections) {
        rows->addWidget(section);
        connect(section, &Section::fixChosen, this, &FormPage::fixRequested);
        connect(section, &Section::findingClicked, this,
                [this](const Diagnostic &finding) { m_selection->reveal(finding.where); });
    }
    if (last)
        rows->addWidget(last);
    rows->addStretch(1);

    m_scroll->setWidget(column);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumWidth(fontMetrics().averageCharWidth() * charactersAcross);
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_top);
    page->addWidget(m_scroll, 1);
    setFocusProxy(sections.constFirst()->fields().constFirst());
}

Field *FormPage::fieldFor(const FieldPath &path) const
{
    for (FieldPath part = path; !part.isEmpty(); part = part.parent()) {
        for (const Section *section : m_sections) {
            for (Field *field : section->fields()) {
                if (field->path() == part && field->isVisibleTo(this))
                    return field;
            }
        }
    }
    return nullptr;
}

void FormPage::refresh()
{
    showNotice();
    for (Section *section : m_sections)
        section->refresh();
}

void FormPage::showCompilation()
{
    placeFindings(findings());
}

void FormPage::placeFindings(const QList<Diagnostic> &findings, const QList<Diagnostic> &more)
{
    const FindingPlaces places = placesOf(findings, m_sections);
    for (Section *section : m_sections) {
        for (Field *field : section->fields())
            field->showFindings(places.fields.value(field));
        section->showOwnFindings(places.sections.value(section));
    }
    Section *first = m_sections.constFirst();
    QList<Diagnostic> ofTheDocument = places.sections.value(first) + more;
    const QFileInfo file(m_cursor->workspace().files[size_t(m_cursor->document().file)]->path);
    if (file.exists() && !file.isWritable())
        ofTheDocument.append(noticeAt(Severity::Note, m_cursor->ref({}),
                                      tr("The file is read-only: changes can be saved under another name.")));
    first->showOwnFindings(ofTheDocument);
}

QList<Diagnostic> FormPage::findings() const
{
    QList<Diagnostic> result;
    const DocumentId &document = m_cursor->document();
    for (const Diagnostic &finding : m_cursor->editor()->compilation().findings) {
        if (!finding.suppressed && finding.where.file == document.file && finding.where.document == document.document)
            result.append(finding);
    }
    return result;
}

Diagnostic FormPage::noticeAt(Severity severity, const FieldRef &where, const QString &message) const
{
    Diagnostic notice;
    notice.severity = severity;
    notice.where = where;
    notice.message = message;
    return notice;
}

QString FormPage::obstacle() const
{
    using State = DocumentCursor::State;
    if (m_cursor->state() == State::Broken) {
        const auto &problems =
            m_cursor->workspace().reading(m_cursor->document().file, m_cursor->document().document).source->problems;
        const QString reason = problems.isEmpty() ? tr("It is not YAML.") : problems.constFirst().message;
        return tr("The text cannot be read: %1 The form shows how it was before; nothing typed is lost.").arg(reason);
    }
    if (m_cursor->state() == State::TextOnly)
        return tr(
            "This document uses anchors, aliases or merge keys. It is read and compiled, but can be edited only as text.");
    return {};
}

void FormPage::showNotice()
{
    const QString text = obstacle();
    if (!text.isEmpty()) {
        const bool broken = m_cursor->state() == DocumentCursor::State::Broken;
        m_notice->show(broken ? Severity::Error : Severity::Note, text, tr("Go to text"));
    }
    m_top->setCurrentWidget(text.isEmpty() ? m_summary : m_notice);
}

void FormPage::fail(const Error &error)
{
    m_notice->show(Severity::Error, error.toString(), {});
    m_top->setCurrentWidget(m_notice);
}

void FormPage::markCurrent()
{
    const bool isHere =
        m_selection->file() == m_cursor->document().file && m_selection->document() == m_cursor->document().document;
    Field *current = isHere ? fieldFor(m_selection->current().path) : nullptr;
    const Field *focused = fieldOf(QApplication::focusWidget());
    setFocusProxy(current ? current : m_sections.constFirst()->fields().constFirst());
    for (Section *section : m_sections) {
        for (Field *field : section->fields())
            field->setCurrent(field == current && field != focused);
    }
    if (current && current != focused)
        m_scroll->ensureWidgetVisible(current, 0, fontMetrics().height());
}

void FormPage::reveal(const FieldRef &ref)
{
    Field *field = fieldFor(ref.path);
    if (!field || ref.file != m_cursor->document().file || ref.document != m_cursor->document().document)
        return;
    m_scroll->ensureWidgetVisible(field, 0, fontMetrics().height());
    field->reveal(ref.path);
}

void FormPage::keyboardMoved(const Field *left, Field *entered)
{
    if (left)
        m_cursor->endStep();
    for (Section *section : m_sections)
        section->setFocusedField(entered);
    if (!entered)
        return;
    if (!m_selection->current().path.startsWith(entered->path()) || m_selection->file() != m_cursor->document().file)
        m_cursor->select(entered->path());
    markCurrent();
}

} // namespace sallyport
