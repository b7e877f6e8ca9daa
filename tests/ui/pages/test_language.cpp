// The language changes while the window is open: nothing on any page keeps the words of before.
#include "app/desktop/languages.h"
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/pages/statisticspage.h"
#include "ui/frame/helpoverlay.h"
#include "ui/frame/rail.h"
#include "ui/pages/settingspage.h"
#include "ui/sell/sidecolumn.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QTableWidget>

using namespace foyer;
using namespace foyer::test;

namespace {

/// A language in which every text of ours begins with its mark.
class MarkedLanguage final : public QTranslator
{
public:
    explicit MarkedLanguage(QChar mark) : m_mark(mark) {}
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return QByteArray(context).startsWith('Q') ? QString() : m_mark + QString::fromUtf8(source);
    }

private:
    const QChar m_mark;
};

/// As long as German gets.
class LongLanguage final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return QByteArray(context).startsWith('Q') ? QString() : text + QString(text.size() * 3 / 10, u'n');
    }
};

constexpr QChar Before(0x25c0);
constexpr QChar After(0x25b6);

void addIf(QStringList &stale, const QWidget *widget, const QString &text)
{
    if (text.contains(Before))
        stale << QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + QStringLiteral(": ") + text;
}

void addModel(QStringList &stale, const QWidget *widget, const QAbstractItemModel *model)
{
    for (int row = 0; model && row < model->rowCount(); ++row)
        for (int column = 0; column < model->columnCount(); ++column)
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                addIf(stale, widget, model->index(row, column).data(role).toString());
    for (int column = 0; model && column < model->columnCount(); ++column)
        addIf(stale, widget, model->headerData(column, Qt::Horizontal).toString());
}

/// Every text that a widget of the window shows or says in the language of before, hidden pages included.
QStringList staleTexts(const QWidget &window)
{
    QStringList stale;
    QList<const QWidget *> widgets{&window};
    for (const QWidget *widget : window.findChildren<QWidget *>())
        widgets << widget;
    for (const QWidget *widget : widgets) {
        for (const char *property : {"text", "title", "placeholderText", "prefix", "suffix"})
            addIf(stale, widget, widget->property(property).toString());
        for (const QString &text : {widget->windowTitle(), widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()})
            addIf(stale, widget, text);
        for (const QAction *action : widget->actions())
            addIf(stale, widget, action->text());
        if (const auto *box = qobject_cast<const QComboBox *>(widget))
            addModel(stale, widget, box->model());
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            addModel(stale, widget, view->model());
    }
    return stale;
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void nothingOnAnyPageKeepsTheOldWords_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"sign in", "sell", "parked", "customer", "pay", "paid back", "done", "statistics", "tables", "settings", "help", "locked"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

    void nothingOnAnyPageKeepsTheOldWords()
    {
        QFETCH(QString, page);
        MarkedLanguage before(Before);
        MarkedLanguage after(After);
        QCoreApplication::installTranslator(&before);
        const auto tidy = qScopeGuard([&] {
            QCoreApplication::removeTranslator(&before);
            QCoreApplication::removeTranslator(&after);
        });
        Till till;
        open(till, page);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!staleTexts(till.window).isEmpty()); // the walk sees what is there
        QCoreApplication::removeTranslator(&before);
        QCoreApplication::installTranslator(&after);
        QTRY_VERIFY2(staleTexts(till.window).isEmpty(), qPrintable(staleTexts(till.window).join(u'\n')));
    }

    void textsAThirdLongerFit_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"parked", "customer", "settings", "locked"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

    void textsAThirdLongerFit()
    {
        QFETCH(QString, page);
        LongLanguage longer;
        QCoreApplication::installTranslator(&longer);
        const auto tidy = qScopeGuard([&] { QCoreApplication::removeTranslator(&longer); });
        Till till;
        open(till, page, {});
        if (QTest::currentTestFailed())
            return;
        const QWidget *shown = page == QLatin1String("settings") ? static_cast<QWidget *>(till.find<SettingsPage>())
            : page == QLatin1String("locked") ? static_cast<QWidget *>(till.find<SignInPage>()) : till.find<SideColumn>();
        for (int row = 0; row < (page == QLatin1String("settings") ? till.window.settings().sections() : 1); ++row) {
            till.find<QListWidget>("sections")->setCurrentRow(row);
            QCoreApplication::processEvents();
            QCOMPARE(till.window.size(), QSize(1280, 720));
            QVERIFY2(cutTexts(*shown).isEmpty(), qPrintable(cutTexts(*shown).join(u'\n')));
        }
    }

    void buttonsOfQtsOwnDialogsSpeakGerman()
    {
        Languages languages;
        languages.use(QStringLiteral("de"));
        const auto tidy = qScopeGuard([&] { languages.use(QStringLiteral("en")); });
        QMessageBox box(QMessageBox::Question, QString(), QString(), QMessageBox::Yes | QMessageBox::Cancel);
        QCOMPARE(box.button(QMessageBox::Cancel)->text().remove(u'&'), QStringLiteral("Abbrechen"));
        QCOMPARE(box.button(QMessageBox::Yes)->text().remove(u'&'), QStringLiteral("Ja"));
        QFileDialog dialog;
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        QStringList texts;
        for (const QPushButton *button : dialog.findChildren<QPushButton *>())
            texts << button->text().remove(u'&');
        QVERIFY2(texts.contains(QStringLiteral("Abbrechen")) && texts.contains(QStringLiteral("Speichern")), qPrintable(texts.join(u' ')));
        languages.use(QStringLiteral("en"));
        QMessageBox english(QMessageBox::Question, QString(), QString(), QMessageBox::Cancel);
        QCOMPARE(english.button(QMessageBox::Cancel)->text().remove(u'&'), QStringLiteral("Cancel"));
    }

    void moneyAndDaysFollowTheLanguage()
    {
        Till till;
        till.signIn();
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        Languages languages;
        languages.use(QStringLiteral("de"));
        const auto tidy = qScopeGuard([&] { languages.use(QStringLiteral("en")); });
        QTRY_VERIFY(labelText(till.window, "total").contains(QStringLiteral("59,00")));
        QTRY_VERIFY2(!allText(till.window).contains(QStringLiteral("59.00")), qPrintable(allText(till.window)));
    }

private:
    static void open(Till &till, const QString &page, const QString &mark = QString(Before))
    {
        if (page == QLatin1String("sign in"))
            return;
        if (page == QLatin1String("statistics") || page == QLatin1String("tables"))
            till.key(Qt::Key_C);
        till.signIn(page == QLatin1String("statistics") || page == QLatin1String("tables") ? QStringLiteral("333333") : QStringLiteral("111111"));
        till.openHamlet();
        till.open(QStringLiteral("club"));
        till.openHamlet();
        till.clickSeat(7);
        QTRY_COMPARE(till.places(), 1);
        if (page == QLatin1String("parked"))
            openParked(till);
        else if (page == QLatin1String("customer"))
            till.key(Qt::Key_F7);
        else if (page == QLatin1String("help"))
            till.key(Qt::Key_F1);
        else if (page == QLatin1String("locked"))
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
        else if (page == QLatin1String("settings"))
            QTest::mouseClick(mark.isEmpty() ? settingsButton(till) : till.railButton(mark + QStringLiteral("Settings")), Qt::LeftButton);
        else if (page == QLatin1String("statistics") || page == QLatin1String("tables"))
            openStatistics(till, page == QLatin1String("tables"));
        else if (page != QLatin1String("sell"))
            openMoney(till, page);
    }

    static QPushButton *settingsButton(Till &till)
    {
        for (QPushButton *found : till.find<Rail>()->findChildren<QPushButton *>())
            if (found->text().startsWith(QStringLiteral("Settings")))
                return found;
        qFatal("there is no such button");
    }

    static void openParked(Till &till)
    {
        till.key(Qt::Key_F4);
        QTRY_COMPARE(till.places(), 0);
        till.sell().findChild<Banner *>()->clear(); // a message says what was when it came
        till.key(Qt::Key_F4);
        QTRY_COMPARE(till.find<QListWidget>("parkedList")->count(), 1);
    }

    static void openStatistics(Till &till, bool asTables)
    {
        QTest::mouseClick(till.railButton(Before + QStringLiteral("Statistics")), Qt::LeftButton);
        QTRY_VERIFY(till.find<StatisticsPage>()->findChild<QTableWidget *>()->rowCount() > 0);
        if (asTables)
            till.key(Qt::Key_T);
    }

    static void openMoney(Till &till, const QString &page)
    {
        till.key(Qt::Key_F9);
        QTRY_VERIFY(button(*till.find<PayPage>(), "cash")->isEnabled());
        till.pass(std::chrono::seconds(1));
        if (page == QLatin1String("pay"))
            return;
        if (page == QLatin1String("paid back"))
            till.type(QStringLiteral("1000"));
        till.key(Qt::Key_F9);
        if (page == QLatin1String("done")) {
            QTRY_VERIFY(till.find<DonePage>()->isVisible());
            QTRY_VERIFY(button(*till.find<DonePage>(), "open")->isEnabled());
            return;
        }
        QTRY_COMPARE(labelText(*till.find<PayPage>(), "due"), QStringLiteral("€49.00"));
        till.pass(std::chrono::seconds(1));
        till.key(Qt::Key_Escape);
        QTRY_VERIFY(button(*till.find<PayPage>(), "bannerAction")->isVisible());
        QTest::mouseClick(button(*till.find<PayPage>(), "bannerAction"), Qt::LeftButton);
        QTRY_VERIFY(till.find<QLabel>("giveBack")->isVisible());
    }
};

FOYER_TEST(LanguageTest, "language")
#include "test_language.moc"
