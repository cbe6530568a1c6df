// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/fields/help.h"

#include <QCoreApplication>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int charactersPerLine = 58; // a line that reads well

QPoint placeBeside(const QWidget *field, const QSize &size)
{
    const QRect screen = field->screen()->availableGeometry();
    QPoint place = field->mapToGlobal(QPoint(0, field->height()));
    if (place.y() + size.height() > screen.bottom())
        place.setY(field->mapToGlobal(QPoint()).y() - size.height());
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - size.width())));
    return place;
}

} // namespace

QString FieldHelp::toHtml() const
{
    QString html = u"<p><b>%1</b></p><p>%2</p>"_s.arg(title.toHtmlEscaped(), meaning.toHtmlEscaped());
    if (!onTheMesh.isEmpty()) {
        const QString heading = QCoreApplication::translate("FieldHelp", "On the mesh:");
        html += u"<p><b>%1</b> %2</p>"_s.arg(heading, onTheMesh.toHtmlEscaped());
    }
    if (!yaml.isEmpty())
        html += u"<p><b>YAML:</b> <code>%1</code></p>"_s.arg(yaml.toHtmlEscaped());
    return html;
}

HelpPopup *HelpPopup::show(const FieldHelp &help, QWidget *field)
{
    auto *popup = new HelpPopup(help, field);
    popup->adjustSize();
    popup->move(placeBeside(field, popup->sizeHint()));
    popup->QFrame::show();
    return popup;
}

HelpPopup::HelpPopup(const FieldHelp &help, QWidget *field)
    : QFrame(field, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::ToolTipBase);
    setAccessibleName(QCoreApplication::translate("FieldHelp", "Help: %1").arg(help.title));

    auto *text = new QLabel(help.toHtml(), this);
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFixedWidth(fontMetrics().averageCharWidth() * charactersPerLine);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    setFocusProxy(text);
}

} // namespace sallyport
