// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/form/authorizationsourcepanel.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace sallyport {

AuthorizationSourcePanel::AuthorizationSourcePanel(AuthorizationCursor *cursor, QWidget *parent)
    : AuthorizationSection(tr("1 From"), cursor, parent)
    , m_namespaces(addWordsField(AuthorizationList::Namespaces, u"spec.rules[].from[].source.namespaces"_s))
    , m_identities(addWordsField(AuthorizationList::Identities, u"spec.rules[].from[].source.principals"_s))
    , m_others(new QLabel(this))
{
    m_others->setWordWrap(true);
    m_others->setTextFormat(Qt::PlainText);
    m_others->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addRow({{m_namespaces, 6}, {m_identities, 6}});
    addRow({{m_others, 12}});
}

void AuthorizationSourcePanel::refresh()
{
    // Where nothing is written each has a place of its own all the same, so that findings and keyboard can tell them apart.
    const FieldPath source = cursor()->rulePath().child(u"from"_s).index(0).child(u"source"_s);
    showWords(m_namespaces, AuthorizationList::Namespaces, source.child(u"namespaces"_s));
    showWords(m_identities, AuthorizationList::Identities, source.child(u"principals"_s));
    const QStringList &others = cursor()->view().otherSources;
    m_others->setText(tr("Or also, as text only: %1").arg(others.join(u" · "_s)));
    m_others->setVisible(!others.isEmpty());
}

QList<FieldPath> AuthorizationSourcePanel::places() const
{
    return {cursor()->rulePath().child(u"from"_s)};
}

} // namespace sallyport
