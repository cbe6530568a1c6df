// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop.h"
#include "app/translations.h"
#include "tests/support/ui/memorysettings.h"
#include "ui/languagemenu.h"

#include <QAction>
#include <QActionGroup>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace sallyport;

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< One for each plural form.
    bool isNumerus = false;
    bool isUnfinished = false;
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context, .isNumerus = xml.attributes().value("numerus"_L1) == "yes"_L1};
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.isUnfinished = xml.attributes().hasAttribute("type"_L1);
            if (!message.isNumerus) {
                message.translations = {xml.readElementText(QXmlStreamReader::IncludeChildElements)};
                continue;
            }
            while (xml.readNextStartElement())
                message.translations.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> messagesOf(const QString &language)
{
    QFile file(QStringLiteral(SALLYPORT_SOURCE_DIR) + "/translations/sallyport_%1.ts"_L1.arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.append(readMessage(xml, context));
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression placeholder(u"%L?(\\d+|n)"_s);
    QStringList found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        found.append(match.next().captured().remove(u'L'));
    found.removeDuplicates();
    found.sort();
    return found;
}

QString nameOf(const Message &message)
{
    return message.context + ": "_L1 + message.source;
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsTranslated()
    {
        const QList<Message> messages = messagesOf(u"zh_CN"_s);
        QVERIFY(messages.size() > 1000);
        for (const Message &message : messages) {
            QVERIFY2(!message.isUnfinished && !message.translations.isEmpty(), qPrintable(nameOf(message)));
            for (const QString &translation : message.translations)
                QVERIFY2(!translation.isEmpty(), qPrintable(nameOf(message)));
        }
    }

    void translationsHaveThePlaceholdersOfTheirSources_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Chinese") << u"zh_CN"_s;
        QTest::newRow("English plurals") << u"en"_s;
    }

    void translationsHaveThePlaceholdersOfTheirSources()
    {
        QFETCH(QString, language);
        for (const Message &message : messagesOf(language)) {
            for (const QString &translation : message.translations) {
                const bool isOne = language == "en"_L1; // "one host" may go without its number
                QStringList wanted = placeholders(message.source);
                QStringList found = placeholders(translation);
                if (isOne) {
                    wanted.removeAll(u"%n"_s);
                    found.removeAll(u"%n"_s);
                }
                QVERIFY2(found == wanted, qPrintable(nameOf(message)));
            }
        }
    }

    void anotherLanguageKeepsWhatIsOpen()
    {
        const QTemporaryDir folder;
        MemorySettings settings;
        settings.setValue(u"language"_s, u"en"_s);
        installTranslations(chosenLocale(settings));
        Desktop desktop(&settings, folder.filePath(u"journal"_s), folder.filePath(u"exports"_s));
        desktop.start({});
        desktop.window()->show();
        desktop.editor()->editText(0, {{{0, 0}, "# mine\n"}}, u"Type"_s);
        desktop.editor()->compileNow();
        const FieldRef shown{0, 0, FieldPath::parse(u"spec.egressRules[0].to[0]"_s).value_or(FieldPath())};
        desktop.window()->selection()->select(shown);
        const QByteArray text = desktop.editor()->workspace().files[0]->stream.text;
        const QString english = desktop.editor()->compilation().findings.first().message;
        QCOMPARE(firstMenu(desktop), u"&File"_s);

        choose(desktop, u"zh_CN"_s);
        QTRY_VERIFY(firstMenu(desktop) != "&File"_L1);
        QVERIFY(firstMenu(desktop).contains(u"文件"_s));
        QVERIFY(desktop.window()->isVisible());
        QCOMPARE(desktop.editor()->workspace().files[0]->stream.text, text);
        QCOMPARE(desktop.window()->selection()->current(), shown);
        QVERIFY(desktop.editor()->undoStack()->canUndo());
        QTRY_VERIFY(desktop.editor()->compilation().findings.first().message != english);

        choose(desktop, u"en"_s);
        QTRY_COMPARE(firstMenu(desktop), u"&File"_s);
        QTRY_COMPARE(desktop.editor()->compilation().findings.first().message, english);
        QTest::keyClick(desktop.window(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!desktop.editor()->workspace().files[0]->stream.text.startsWith("# mine"));
        desktop.finish();
    }

private:
    static QString firstMenu(const Desktop &desktop) { return desktop.window()->menuBar()->actions().first()->text(); }

    static void choose(const Desktop &desktop, const QString &language)
    {
        for (QAction *action : desktop.window()->findChildren<QAction *>()) {
            if (action->data().toString() == language && action->actionGroup())
                return action->trigger();
        }
        QFAIL("The language cannot be chosen");
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
