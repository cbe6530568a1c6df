// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/languagemenu.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

const QString key = u"language"_s; ///< In the settings; empty or missing = the system's.

QString tr(const char *text)
{
    return QCoreApplication::translate("LanguageMenu", text);
}

} // namespace

QLocale chosenLocale(const Settings &settings)
{
    const QString language = settings.value(key).toString();
    return language.isEmpty() ? QLocale::system() : QLocale(language);
}

QMenu *makeLanguageMenu(Settings *settings, const std::function<void()> &chosen, QWidget *parent)
{
    auto *menu = new QMenu(tr("Lan&guage"), parent);
    auto *group = new QActionGroup(menu);
    const QString present = settings->value(key).toString();
    // A language is named in itself: whoever looks for it may not read the present one.
    const std::pair<QString, QString> languages[] = {
        {QString(), tr("As the &System")}, {u"en"_s, u"&English"_s}, {u"zh_CN"_s, u"简体中文(&Z)"_s}};
    for (const auto &[language, title] : languages) {
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(language == present);
        action->setData(language);
        group->addAction(action);
    }
    QObject::connect(group, &QActionGroup::triggered, menu, [settings, chosen](const QAction *action) {
        if (settings->value(key).toString() == action->data().toString())
            return;
        settings->setValue(key, action->data());
        chosen();
    });
    return menu;
}

} // namespace sallyport
