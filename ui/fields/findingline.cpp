// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/findingline.h"

#include "ui/fields/marks.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace sallyport {

FindingLine::FindingLine(QWidget *parent)
    : QWidget(parent)
    , m_fix(new QToolButton(this))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_fix->setText(tr("Fix…"));
    m_fix->setAutoRaise(true);
    m_fix->setIcon(icon(u"fix"_s));
    m_fix->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fix->setFocusPolicy(Qt::TabFocus);
    m_fix->hide();
    connect(m_fix, &QToolButton::clicked, this, &FindingLine::offerFixes);
}

void FindingLine::show(const QList<Diagnostic> &findings, const QString &fieldName)
{
    const Diagnostic *worst = worstOf(findings);
    m_finding = worst ? QList{*worst} : QList<Diagnostic>();
    m_text.clear();
    if (worst) {
        m_text = fieldName.isEmpty() ? worst->message : tr("%1: %2").arg(fieldName, worst->message);
        if (findings.size() > 1)
            m_text += u' ' + tr("(+%n more)", nullptr, int(findings.size()) - 1);
    }
    setToolTip(sentencesOf(findings));
    setAccessibleName(worst ? u"%1: %2"_s.arg(wordOf(worst->severity), m_text) : QString());
    m_fix->setVisible(worst && !worst->fixes.isEmpty() && isEnabled());
    if (m_fix->isVisibleTo(this))
        m_fix->setToolTip(worst->fixes.constFirst().title);
    m_fix->setAccessibleName(worst && !worst->fixes.isEmpty() ? tr("Fix: %1").arg(worst->fixes.constFirst().title)
                                                              : QString());
    update();
}

QSize FindingLine::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, m_fix->sizeHint().height()};
}

QSize FindingLine::minimumSizeHint() const
{
    return {m_fix->sizeHint().width(), m_fix->sizeHint().height()};
}

void FindingLine::paintEvent(QPaintEvent *)
{
    if (m_finding.isEmpty())
        return;
    QPainter painter(this);
    const Severity severity = m_finding.constFirst().severity;
    const int size = fontMetrics().ascent();
    const int gap = fontMetrics().horizontalAdvance(u' ');
    int x = 0;
    iconOf(severity).paint(&painter, x, (height() - size) / 2, size, size);
    x += size + gap;

    painter.setPen(Theme::of(this).of(severity).text);
    const int right = m_fix->isVisible() ? m_fix->x() - gap : width();
    const QString sentence = u"%1: %2"_s.arg(wordOf(severity), m_text);
    const QRect room(x, 0, std::max(0, right - x), height());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(sentence, Qt::ElideRight, room.width()));
}

void FindingLine::resizeEvent(QResizeEvent *)
{
    const QSize size = m_fix->sizeHint();
    m_fix->setGeometry(width() - size.width(), (height() - size.height()) / 2, size.width(), size.height());
}

void FindingLine::mousePressEvent(QMouseEvent *event)
{
    if (m_finding.isEmpty() || event->button() != Qt::LeftButton)
        return;
    emit clicked(m_finding.constFirst());
}

void FindingLine::offerFixes()
{
    const Diagnostic finding = m_finding.constFirst(); // a copy: a fix taken changes what is shown here
    if (finding.fixes.size() == 1) {
        emit fixChosen(finding, 0);
        return;
    }
    QMenu menu(this);
    for (qsizetype i = 0; i < finding.fixes.size(); ++i)
        menu.addAction(finding.fixes[i].title)->setData(int(i));
    if (const QAction *chosen = menu.exec(m_fix->mapToGlobal(QPoint(0, m_fix->height()))))
        emit fixChosen(finding, chosen->data().toInt());
}

} // namespace sallyport
