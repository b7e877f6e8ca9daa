#include "tests/support/testmain.h"
#include "tests/ui/pages/counter.h"
#include "ui/widgets/numpad.h"
#include "ui/pages/paypage.h"
#include "ui/pay/cashnotes.h"
#include "ui/widgets/banner.h"

#include <QtWidgets/QComboBox>

using namespace foyer;
using namespace foyer::test;

class PayPageTest : public QObject
{
    Q_OBJECT

private:
    /// Two seats of 59.00 and three standing places of 15.00: 163.00 to pay.
    struct Sale {
        explicit Sale(SandboxBehaviour bank = atOnce(), qint64 seatPrice = 5900, qint64 standingPrice = 1500)
            : counter([&](BoxOffice &office) {
                  const Event event = anEvent(office).withSeats(5, 10, seatPrice).withGeneral(QStringLiteral("Standing"), 100, standingPrice).add();
                  const auto seats = seatsOf(office, event);
                  cart = hold(office, {seat(event, 0, seats[0].id), seat(event, 0, seats[1].id), places(event, 1, 3)});
              }, bank)
            , page(counter.theme, *counter.backend, {true, counter.monotonic(), std::chrono::milliseconds(0)})
            , completed(&page, &PayPage::completed)
            , left(&page, &PayPage::left)
            , setAside(&page, &PayPage::setAside)
        {
            page.resize(1160, 600);
            page.show();
            begin();
        }

        void begin()
        {
            page.begin(cart, counter.session);
            settle();
            counter.pause();
        }
        void settle() { QVERIFY(QTest::qWaitFor([this] { return button(page, "back")->isEnabled() || !completed.isEmpty() || !setAside.isEmpty(); })); }
        void type(const QString &digits)
        {
            for (const QChar digit : digits)
                QTest::keyClicks(page.focusWidget(), digit);
        }
        void key(Qt::Key key)
        {
            QTest::keyClick(page.focusWidget() ? page.focusWidget() : &page, key);
        }
        /// A code and Enter, a millisecond a key.
        void scan(const QString &code, quint64 &at)
        {
            const auto press = [&](int key, const QString &text) {
                QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
                event.setTimestamp(++at);
                QCoreApplication::sendEvent(page.focusWidget() ? page.focusWidget() : &page, &event);
            };
            for (const QChar digit : code)
                press(Qt::Key_0 + digit.digitValue(), digit);
            press(Qt::Key_Return, QStringLiteral("\r"));
        }
        void testCard(const QString &token)
        {
            auto *choice = page.findChild<QComboBox *>(QStringLiteral("testCard"));
            choice->setCurrentIndex(choice->findData(token));
        }
        QString message() const { return page.findChild<Banner *>()->message(); }
        CheckoutState outcome() const { return completed.isEmpty() ? CheckoutState() : completed.front().front().value<CheckoutState>(); }

        Reservation cart;
        Counter counter;
        PayPage page;
        QSignalSpy completed;
        QSignalSpy left;
        QSignalSpy setAside;
    };

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void likelyNotesAreThoseThatACustomerLaysDown_data()
    {
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("due");
        QTest::addColumn<QString>("notes");
        QTest::newRow("euros") << "EUR" << qint64(16'300) << "165 170 200";
        QTest::newRow("exactly a note") << "EUR" << qint64(5000) << "100 200";
        QTest::newRow("cents") << "EUR" << qint64(1850) << "20 50 100";
        QTest::newRow("yen") << "JPY" << qint64(5900) << "6,000 10,000";
        QTest::newRow("nothing due") << "EUR" << qint64(0) << "";
    }

    void likelyNotesAreThoseThatACustomerLaysDown()
    {
        QFETCH(QString, currency);
        QFETCH(qint64, due);
        QStringList texts;
        for (const Money &note : likelyNotes(Money(due, must(Currency::fromCode(currency)))))
            texts << noteText(note);
        QTEST(texts.join(u' '), "notes");
    }

    void enterTakesEverythingInCash()
    {
        Sale sale;
        QCOMPARE(labelText(sale.page, "due"), QStringLiteral("€163.00"));
        sale.key(Qt::Key_Return);
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.outcome().order->total, euro(16'300));
        QCOMPARE(sale.outcome().payments.front().change(), euro(0));
    }

    void theChangeIsShownBeforeAndKeptWithThePayment()
    {
        Sale sale;
        sale.type(QStringLiteral("20000"));
        QVERIFY(allText(sale.page).contains(QStringLiteral("37.00")));
        sale.key(Qt::Key_F9);
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.outcome().payments.front().change(), euro(3700));
    }

    void aNoteIsOnePress()
    {
        Sale sale;
        for (QPushButton *note : sale.page.findChildren<QPushButton *>())
            if (note->text() == QStringLiteral("170"))
                QTest::mouseClick(note, Qt::LeftButton);
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.outcome().payments.front().change(), euro(700));
    }

    void aPartInCashAndTheRestByCard()
    {
        Sale sale;
        sale.type(QStringLiteral("10000"));
        QTest::mouseClick(button(sale.page, "cash"), Qt::LeftButton);
        QTRY_COMPARE(labelText(sale.page, "due"), QStringLiteral("€63.00"));
        QVERIFY(sale.completed.isEmpty());
        sale.settle();
        sale.counter.pause();
        sale.key(Qt::Key_F10);
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.outcome().payments.size(), size_t(2));
        for (const Payment &payment : sale.outcome().payments)
            QCOMPARE(payment.amount, payment.tender == Tender::Cash ? euro(10'000) : euro(6300));
    }

    void aDeclinedCardSaysWhatToDoAndTheSaleGoesOn()
    {
        Sale sale;
        sale.testCard(QStringLiteral("card_error"));
        sale.key(Qt::Key_F10);
        QTRY_VERIFY(sale.message().contains(QStringLiteral("Your card has been declined")));
        QVERIFY(sale.message().contains(QStringLiteral("Try another card")));
        QVERIFY(allText(sale.page).contains(QStringLiteral("declined")));
        sale.settle();
        sale.counter.pause();
        sale.testCard(QString());
        sale.key(Qt::Key_F10);
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.outcome().payments.size(), size_t(2));
    }

    void aFailedPaymentTakesNoMoney()
    {
        Sale sale;
        sale.testCard(QStringLiteral("payment_error"));
        QTest::mouseClick(button(sale.page, "card"), Qt::LeftButton);
        QTRY_VERIFY(sale.message().contains(QStringLiteral("Something went wrong with your transaction")));
        QCOMPARE(labelText(sale.page, "due"), QStringLiteral("€163.00"));
    }

    void twoPressesAreOnePayment()
    {
        Sale sale;
        sale.type(QStringLiteral("10000"));
        sale.key(Qt::Key_Return);
        sale.key(Qt::Key_Return);
        QTRY_COMPARE(labelText(sale.page, "due"), QStringLiteral("€63.00"));
        sale.settle();
        sale.key(Qt::Key_Return); // still the same press, bouncing after the answer
        QTest::mouseDClick(button(sale.page, "cash"), Qt::LeftButton);
        sale.settle();
        QVERIFY(sale.completed.isEmpty());
        QCOMPARE(sale.counter.stateOf(sale.cart.id).payments.size(), size_t(1));
    }

    void enterTwiceFiftyMillisecondsApartIsOneOrder()
    {
        Sale sale;
        sale.key(Qt::Key_Return);
        sale.counter.pause(std::chrono::milliseconds(50));
        sale.key(Qt::Key_Return);
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.counter.stateOf(sale.cart.id).payments.size(), size_t(1));
        QCOMPARE(sale.completed.size(), 1);
    }

    void aScannersBurstPaysNothing_data()
    {
        QTest::addColumn<QString>("focus");
        QTest::newRow("number pad") << QString();
        QTest::newRow("cash button") << QStringLiteral("cash");
        QTest::newRow("card button") << QStringLiteral("card");
    }
    void aScannersBurstPaysNothing()
    {
        QFETCH(QString, focus);
        Sale sale;
        if (!focus.isEmpty())
            button(sale.page, qPrintable(focus))->setFocus();
        quint64 at = 1'000;
        for (int code = 0; code < 20; ++code, at += 30)
            sale.scan(QStringLiteral("4006381333931"), at);
        sale.settle();
        QVERIFY(sale.counter.stateOf(sale.cart.id).payments.empty());
        QVERIFY(sale.completed.isEmpty());
        // And a person's Enter afterwards pays what is due, not what was scanned.
        sale.key(Qt::Key_F9);
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.outcome().payments.front().change(), euro(0));
    }

    void theKeyThatOpenedThePagePaysNothing()
    {
        Sale sale;
        sale.page.begin(sale.cart, sale.counter.session);
        sale.settle();
        sale.key(Qt::Key_F9);
        sale.settle();
        QVERIFY(sale.counter.stateOf(sale.cart.id).payments.empty());
    }

    void aCardIsNeverChargedMoreThanIsDue()
    {
        Sale sale;
        sale.type(QStringLiteral("20000"));
        QVERIFY(!button(sale.page, "card")->isEnabled());
        sale.key(Qt::Key_F10);
        QVERIFY(!sale.message().isEmpty());
        QVERIFY(sale.counter.stateOf(sale.cart.id).payments.empty());
    }

    void enterOnTheCardButtonIsNotCash()
    {
        Sale sale;
        button(sale.page, "card")->setFocus();
        sale.key(Qt::Key_Return);
        QCOMPARE(sale.page.focusWidget(), sale.page.findChild<NumPad *>()); // and not on what stands next to a disabled button
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.outcome().payments.front().tender, Tender::Card);
    }

    void digitsCountWhereverTheFocusIs()
    {
        Sale sale;
        button(sale.page, "back")->setFocus();
        sale.type(QStringLiteral("20000"));
        QVERIFY(allText(sale.page).contains(QStringLiteral("37.00")));
    }

    void escapeWithoutMoneyGoesBack()
    {
        Sale sale;
        sale.key(Qt::Key_Escape);
        QCOMPARE(sale.left.size(), 1);
        QCOMPARE(sale.counter.stateOf(sale.cart.id).reservation.state, ReservationState::Active);
    }

    void escapeWithMoneyOffersToGiveItBack()
    {
        Sale sale;
        sale.type(QStringLiteral("10000"));
        sale.key(Qt::Key_Return);
        QTRY_COMPARE(labelText(sale.page, "due"), QStringLiteral("€63.00"));
        sale.settle();
        sale.key(Qt::Key_Escape);
        QVERIFY(sale.left.isEmpty());
        QVERIFY(sale.message().contains(QStringLiteral("€100.00")));
        sale.key(Qt::Key_Escape);
        QVERIFY(sale.message().isEmpty());
        sale.key(Qt::Key_Escape);
        for (QPushButton *action : sale.page.findChild<Banner *>()->findChildren<QPushButton *>())
            if (action->text().startsWith(QStringLiteral("Give")))
                QTest::mouseClick(action, Qt::LeftButton);
        QTRY_COMPARE(labelText(sale.page, "giveBack"), QStringLiteral("€100.00"));
        QCOMPARE(sale.counter.stateOf(sale.cart.id).reservation.state, ReservationState::Released);
        sale.counter.pause();
        sale.key(Qt::Key_Return);
        QCOMPARE(sale.setAside.size(), 1);
    }

    void aFreeOrderIsCompletedByOneKey()
    {
        Sale sale(atOnce(), 0, 0);
        sale.key(Qt::Key_Return);
        QTRY_COMPARE(sale.completed.size(), 1);
        QCOMPARE(sale.outcome().order->lines.size(), size_t(5));
    }

    void aSaleWithMoneyInShowsItAgainAfterARestart()
    {
        Sale sale;
        sale.type(QStringLiteral("10000"));
        sale.key(Qt::Key_Return);
        QTRY_COMPARE(labelText(sale.page, "due"), QStringLiteral("€63.00"));
        sale.settle();
        sale.begin();
        QCOMPARE(labelText(sale.page, "due"), QStringLiteral("€63.00"));
        QVERIFY(allText(sale.page).contains(QStringLiteral("received")));
    }

    void waitingForASilentCardCanBeStopped()
    {
        SandboxBehaviour silent = atOnce();
        silent.loseReply = true;
        silent.lateSuccess = SandboxBehaviour::Late{1000, Milliseconds(0)};
        Sale sale(silent);
        sale.key(Qt::Key_F10);
        QTRY_VERIFY(button(sale.page, "stop")->isVisible());
        QTRY_VERIFY(allText(sale.page).contains(QStringLiteral("asking the card")));
        QTest::mouseClick(button(sale.page, "stop"), Qt::LeftButton);
        QTRY_VERIFY(sale.message().contains(QStringLiteral("The card has not answered yet")));
        QVERIFY(!button(sale.page, "card")->isEnabled());
        QCOMPARE(sale.counter.stateOf(sale.cart.id).reservation.state, ReservationState::Paying);
    }

    void cashInsteadOfASilentCardAndItsLateCaptureGoesBack()
    {
        SandboxBehaviour silent = atOnce();
        silent.lateSuccess = SandboxBehaviour::Late{0, std::chrono::hours(1)};
        Sale sale(silent);
        sale.key(Qt::Key_F10);
        QTRY_VERIFY(button(sale.page, "stop")->isVisible());
        QTRY_VERIFY(allText(sale.page).contains(QStringLiteral("asking the card")));
        QTest::mouseClick(button(sale.page, "stop"), Qt::LeftButton);
        QTRY_VERIFY(button(sale.page, "cash")->isEnabled());
        sale.counter.pause();
        QTest::mouseClick(button(sale.page, "cash"), Qt::LeftButton);
        QTRY_COMPARE(sale.completed.size(), 1);
        sale.counter.database.advance(std::chrono::hours(1)); // Foyer asks on, and now hears that the card was charged
        QTRY_COMPARE_WITH_TIMEOUT(sale.counter.stateOf(sale.cart.id).payments.back().kind, PaymentKind::Refund, 20'000);
        QCOMPARE(sale.counter.stateOf(sale.cart.id).payments.back().amount, euro(16'300));
    }

    void anExpiredReservationLeadsBackToTheCart()
    {
        Sale sale;
        sale.counter.database.advance(Milliseconds(16 * 60'000));
        sale.key(Qt::Key_Return);
        QTRY_VERIFY(sale.message().contains(QStringLiteral("places are free again")));
        sale.settle();
        sale.counter.pause();
        sale.key(Qt::Key_Return);
        QCOMPARE(sale.left.size(), 1);
    }

    void whatCanBeFocusedHasAName()
    {
        Sale sale;
        QCOMPARE(firstNameless(sale.page), QString());
    }
};

FOYER_TEST(PayPageTest, "paypage")
#include "test_paypage.moc"
