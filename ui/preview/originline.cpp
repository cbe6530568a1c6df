// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/preview/originline.h"

#include "ui/preview/bars.h"
#include "ui/preview/fieldplace.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

constexpr int mostInMenu = 30; ///< More than that nobody reads; the rule's own lines say the rest.
constexpr auto allLink = "all"_L1;

QString link(const QString &target, const QString &text)
{
    return u"<a href=\"%1\">%2</a>"_s.arg(target, text.toHtmlEscaped());
}

} // namespace

OriginLine::OriginLine(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setContentsMargins(barMargins(this));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // long titles are cut off, the pane keeps its width
    setAccessibleName(tr("Made by"));
    connect(this, &QLabel::linkActivated, this, &OriginLine::follow);
    setHint({});
}

void OriginLine::setHint(const QString &text)
{
    m_origins.clear();
    m_titles.clear();
    setText(u"<span>%1</span>"_s.arg(text.isEmpty() ? u"&nbsp;"_s : text.toHtmlEscaped()));
}

void OriginLine::setOrigins(const Workspace &workspace, const QList<FieldRef> &origins)
{
    m_origins = origins;
    m_titles.clear();
    for (const FieldRef &field : origins.first(std::min<qsizetype>(origins.size(), mostInMenu)))
        m_titles.append(fieldTitle(workspace, field));
    const QString first = link(u"0"_s, m_titles.value(0));
    const int others = int(origins.size()) - 1;
    const QString more = link(allLink, tr("%n more", nullptr, others));
    setText(others > 0 ? tr("Made by %1 and %2").arg(first, more) : tr("Made by %1").arg(first));
    setToolTip(m_titles.join(u'\n'));
}

void OriginLine::follow(const QString &link)
{
    if (link == allLink)
        offerAll();
    else if (const int i = link.toInt(); i < m_origins.size())
        emit fieldWanted(m_origins[i]);
}

void OriginLine::offerAll()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < m_titles.size(); ++i) {
        QString text = m_titles[i];
        menu->addAction(text.replace(u'&', "&&"_L1), this, [this, field = m_origins[i]] { emit fieldWanted(field); });
    }
    if (m_origins.size() > m_titles.size())
        menu->addAction(tr("and %n more", nullptr, int(m_origins.size() - m_titles.size())))->setEnabled(false);
    menu->popup(mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

} // namespace sallyport
