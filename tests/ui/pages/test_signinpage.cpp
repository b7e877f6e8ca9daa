#include "tests/support/testmain.h"
#include "tests/ui/pages/counter.h"
#include "ui/pages/signinpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pinpad.h"

using namespace foyer;
using namespace foyer::test;

class SignInPageTest : public QObject
{
    Q_OBJECT

private:
    struct Door {
        Door()
            : counter([](BoxOffice &office) {
                  must(office.staff().add(office.system(), QStringLiteral("Anna"), Role::Cashier, QStringLiteral("111111")));
                  must(office.staff().add(office.system(), QStringLiteral("Ben"), Role::Steward, QStringLiteral("222222")));
              })
            , page(counter.theme, *counter.backend)
            , signedIn(&page, &SignInPage::signedIn)
        {
            page.resize(1280, 720);
            page.begin();
            page.show();
            page.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&page));
            QVERIFY(QTest::qWaitFor([this] { return pad()->hasFocus(); }));
        }

        PinPad *pad() { return page.findChild<PinPad *>(); }
        QString message() { return page.findChild<Banner *>()->message(); }
        QString name() { return signedIn.front().front().value<Session>().name; }
        void type(const QString &pin)
        {
            QVERIFY(QTest::qWaitFor([this] { return pad()->isEnabled() && pad()->typed() == 0; }));
            QTest::keyClicks(pad(), pin);
        }
        QPushButton *named(const QString &text)
        {
            for (QPushButton *button : page.findChildren<QPushButton *>())
                if (button->text().startsWith(text))
                    return button;
            qFatal("there is no such button");
        }

        Counter counter;
        SignInPage page;
        QSignalSpy signedIn;
    };

private Q_SLOTS:
    void sixRightDigitsSignIn()
    {
        Door door;
        door.type(QStringLiteral("111111"));
        QTRY_COMPARE(door.signedIn.size(), 1);
        QCOMPARE(door.name(), QStringLiteral("Anna"));
    }

    void aLetterChoosesTheName()
    {
        Door door;
        QTest::keyClick(door.pad(), Qt::Key_B);
        door.type(QStringLiteral("222222"));
        QTRY_COMPARE(door.signedIn.size(), 1);
        QCOMPARE(door.name(), QStringLiteral("Ben"));
    }

    void arrowsChooseTheName()
    {
        Door door;
        QTest::keyClick(door.pad(), Qt::Key_Right);
        door.type(QStringLiteral("222222"));
        QTRY_COMPARE(door.signedIn.size(), 1);
    }

    void aFingerCanSignIn()
    {
        Door door;
        QTest::mouseClick(door.named(QStringLiteral("Ben")), Qt::LeftButton);
        for (int digit = 0; digit < 6; ++digit)
            QTest::mouseClick(door.named(QStringLiteral("2")), Qt::LeftButton);
        QTRY_COMPARE(door.signedIn.size(), 1);
        QCOMPARE(door.name(), QStringLiteral("Ben"));
    }

    void aWrongPinIsSaidInWordsWithTheAttemptsLeft()
    {
        Door door;
        door.type(QStringLiteral("999999"));
        QTRY_VERIFY(door.message().contains(QStringLiteral("attempts left: 4")));
        QVERIFY(door.signedIn.isEmpty());
        door.type(QStringLiteral("111111"));
        QTRY_COMPARE(door.signedIn.size(), 1);
    }

    void afterFiveWrongPinsTheRightOneHasToWait()
    {
        Door door;
        for (int attempt = 0; attempt < 5; ++attempt) {
            door.type(QStringLiteral("999999"));
            QTRY_VERIFY(door.pad()->isEnabled() && door.pad()->typed() == 0);
        }
        door.type(QStringLiteral("111111"));
        QTRY_VERIFY(door.message().contains(QStringLiteral("minutes left: 5")));
        QVERIFY(door.signedIn.isEmpty());
        door.counter.database.advance(std::chrono::minutes(5));
        door.type(QStringLiteral("111111"));
        QTRY_COMPARE(door.signedIn.size(), 1);
    }

    void everythingThatTakesTheFocusHasAName()
    {
        Door door;
        QCOMPARE(firstNameless(door.page), QString());
    }

    void pinsAreShownInADemoOnly()
    {
        Door door;
        QVERIFY(!allText(door.page).contains(QStringLiteral("111111")));
    }
};

FOYER_TEST(SignInPageTest, "signinpage")

#include "test_signinpage.moc"
