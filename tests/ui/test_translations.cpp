// The translation files: complete, true to their placeholders, and as new as the sources.
#include "tests/support/testmain.h"

#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>

#include <set>

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations;
    bool isFinished = true;

    QString name() const { return context + QStringLiteral(": ") + source; }
};

QString translationFile(const QString &language)
{
    return QStringLiteral(FOYER_SOURCE_DIR "/translations/foyer_%1.ts").arg(language);
}

void readMessage(QXmlStreamReader &xml, Message &message)
{
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements);
            if (!text.trimmed().isEmpty())
                message.translations << text;
        } else {
            xml.skipCurrentElement();
        }
    }
}

/// Plural forms are read as texts of their own.
std::vector<Message> messagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    const QString forms = QString::fromUtf8(file.readAll()).replace(QRegularExpression(QStringLiteral("</?numerusform>")), QStringLiteral(" "));
    std::vector<Message> messages;
    QXmlStreamReader xml(forms);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        if (xml.name() == QLatin1String("message")) {
            Message message;
            message.context = context;
            readMessage(xml, message);
            messages.push_back(message);
        }
    }
    return messages;
}

std::set<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:L?[1-9]|n)"));
    std::set<QString> found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found.insert(matches.next().captured());
    return found;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsTranslated_data() { languages(); }

    void everyMessageIsTranslated()
    {
        QFETCH(QString, language);
        const auto messages = messagesIn(translationFile(language));
        QVERIFY(!messages.empty());
        for (const Message &message : messages)
            QVERIFY2(message.isFinished && !message.translations.isEmpty(), qPrintable(message.name()));
    }

    void translationsKeepThePlaceholders_data() { languages(); }

    void translationsKeepThePlaceholders()
    {
        QFETCH(QString, language);
        for (const Message &message : messagesIn(translationFile(language)))
            for (const QString &translation : message.translations)
                QVERIFY2(placeholders(translation) == placeholders(message.source), qPrintable(message.name()));
    }

    void theSourcesHoldNoOtherTexts()
    {
        const QString lupdate = QStringLiteral(FOYER_LUPDATE);
        if (!QFile::exists(lupdate))
            QSKIP("lupdate is not installed");
        const QTemporaryDir folder;
        const QString fresh = folder.filePath(QStringLiteral("foyer_de.ts"));
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(FOYER_SOURCE_DIR));
        process.start(lupdate, {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("-I"), QStringLiteral("."),
                                QStringLiteral("-silent"), QStringLiteral("-target-language"), QStringLiteral("de"), QStringLiteral("-ts"), fresh});
        QVERIFY2(process.waitForFinished(60'000), "lupdate did not come to an end");
        std::set<QString> inSources, inFile;
        for (const Message &message : messagesIn(fresh))
            inSources.insert(message.name());
        for (const Message &message : messagesIn(translationFile(QStringLiteral("de"))))
            inFile.insert(message.name());
        for (const QString &name : inSources)
            QVERIFY2(inFile.count(name), qPrintable(QStringLiteral("not translated, run update_translations: ") + name));
        for (const QString &name : inFile)
            QVERIFY2(inSources.count(name), qPrintable(QStringLiteral("said nowhere any more, run update_translations: ") + name));
    }

    void theProgramHoldsItsTranslations()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/i18n/foyer_de.qm")));
        QCOMPARE(german.translate("foyer::PayPage", "To pay"), QStringLiteral("Zu zahlen"));
        QTranslator english;
        QVERIFY(english.load(QStringLiteral(":/i18n/foyer_en.qm")));
        QCOMPARE(english.translate("foyer::CartPanel", "%n ticket(s)", nullptr, 1), QStringLiteral("%n ticket"));
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("English") << QStringLiteral("en");
    }
};

FOYER_TEST(TranslationsTest, "translations")
#include "test_translations.moc"
