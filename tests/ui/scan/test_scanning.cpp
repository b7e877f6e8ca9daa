// The whole window with a scanner: a scan means the obvious thing on every page, and never a payment.
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "tests/ui/scan/scantyping.h"
#include "ui/frame/trainingband.h"
#include "ui/scan/scanlookup.h"
#include "ui/scan/scanner.h"
#include "ui/scan/scanpanel.h"
#include "ui/settings/scannersettings.h"
#include "ui/sound/sounds.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

/// A till that has sold twenty tickets, with a scanner on a computer with the German layout.
struct ScanningTill {
    explicit ScanningTill(bool signIn = true)
        : till([this](BoxOffice &office) {
              EventFilter club;
              club.text = QStringLiteral("Club");
              order = sell(office, {places(must(office.catalogue().events(club)).front(), 0, 20)});
              codes = must(office.orders().codes(order));
          })
        , typing(till.window, Layout::German)
        , scanner(ScanSetup(), typing.clock())
        , found(till.find<ScanLookup>(), &ScanLookup::found)
    {
        if (signIn)
            till.signIn();
        QObject::connect(&scanner, &Scanner::scanned, &till.window, &MainWindow::scan);
    }

    ScanPanel &panel() { return *till.find<ScanPanel>(); }
    ScanAnswer answer(int index) const { return found.at(index).at(0).value<ScanAnswer>(); }

    Order order;
    QStringList codes;
    Till till;
    ScanTyping typing;
    Scanner scanner;
    QSignalSpy found;
};

} // namespace

class ScanningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twentyCodesWithPayFocusedAreTwentyLookUpsAndNoPayment()
    {
        ScanningTill s;
        s.till.openHamlet();
        s.till.clickSeat(7);
        QTRY_COMPARE(s.till.places(), 1);
        const ReservationId cart = s.till.cart().reservation().id;
        s.typing.type(functionKey(9), 1s);
        auto *pay = s.till.find<PayPage>();
        QTRY_VERIFY(pay->isVisible());
        for (const char *name : {"cash", "card"}) {
            s.found.clear();
            QPushButton *focused = button(*pay, name);
            QTRY_VERIFY(focused->isEnabled());
            focused->setFocus();
            for (const QString &code : s.codes)
                s.typing.scan(code.toLatin1());
            QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(focused));
            QTRY_COMPARE(s.found.count(), 20);
            for (int i = 0; i < 20; ++i) {
                QCOMPARE(s.answer(i).scanned, s.codes[i].toLatin1());
                QVERIFY(s.answer(i).ticket && s.answer(i).ticket->signatureValid);
                QCOMPARE(s.answer(i).ticket->ticket.number, s.order.lines[size_t(i)].ticket.number);
            }
            s.typing.pass(1s);
            QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(focused));
            QVERIFY(pay->isVisible());
            QVERIFY(s.till.counter.stateOf(cart).payments.empty());
            QCOMPARE(s.till.counter.stateOf(cart).reservation.state, ReservationState::Active);
        }
        QVERIFY(s.panel().isVisible());
        QVERIFY(!button(s.panel(), "scanOpen")->isVisible()); // money comes first
        QCOMPARE(labelText(s.panel(), "scanVerdict"), QStringLiteral("Genuine and valid"));
    }

    void onTheSellPageAScanShowsTheTicketAndItsOrder()
    {
        ScanningTill s;
        const QWidget *focus = QApplication::focusWidget();
        s.typing.scan(s.codes.front().toLatin1());
        QTRY_VERIFY(s.panel().isVisible());
        QVERIFY(labelText(s.panel(), "scanDetails").contains(s.order.number));
        QCOMPARE(QApplication::focusWidget(), focus);
        QCOMPARE(s.till.find<QLineEdit>("search")->text(), QString());
        button(s.panel(), "scanOpen")->click();
        QTRY_VERIFY(s.till.find<DonePage>()->isVisible());
        QCOMPARE(labelText(*s.till.find<DonePage>(), "number").contains(s.order.number), true);
    }

    void numbersOrdersAndStrangersAreTold()
    {
        ScanningTill s;
        s.typing.scan(s.order.lines.front().ticket.number.toString().toLatin1());
        QTRY_COMPARE(s.found.count(), 1);
        QVERIFY(labelText(s.panel(), "scanVerdict").startsWith(QLatin1String("Valid number")));
        s.typing.scan(s.order.number.toLatin1());
        QTRY_COMPARE(s.found.count(), 2);
        QVERIFY(labelText(s.panel(), "scanVerdict").contains(s.order.number));
        QString forged = s.codes.front();
        forged[forged.size() / 2] = forged[forged.size() / 2] == u'A' ? u'B' : u'A';
        s.typing.scan(forged.toLatin1());
        QTRY_COMPARE(s.found.count(), 3);
        QVERIFY(labelText(s.panel(), "scanVerdict") != QLatin1String("Genuine and valid"));
        QSignalSpy tones(&s.till.window.sounds(), &Sounds::played);
        s.typing.scan("4006381333931"); // somebody's pencil
        QTRY_COMPARE(s.found.count(), 4);
        QCOMPARE(tones.value(0).value(0).value<Sound>(), Sound::ScanBad);
        s.typing.scan(s.codes.front().toLatin1());
        QTRY_COMPARE(s.found.count(), 5);
        QCOMPARE(tones.value(1).value(0).value<Sound>(), Sound::ScanGood);
        s.typing.scan("4006381333931");
        QTRY_COMPARE(s.found.count(), 6);
        QCOMPARE(labelText(s.panel(), "scanVerdict"), QStringLiteral("Not found"));
        QVERIFY(!button(s.panel(), "scanOpen")->isVisible());
        QVERIFY2(firstNameless(s.panel()).isEmpty(), qPrintable(firstNameless(s.panel())));
        QCOMPARE(cutTexts(s.panel()), QStringList());
    }

    void beforeSigningInAScanTellsNothing()
    {
        ScanningTill s(false);
        s.typing.scan(s.codes.front().toLatin1());
        QTRY_VERIFY(s.panel().isVisible());
        QVERIFY(!labelText(s.panel(), "scanDetails").contains(s.order.number));
        QCOMPARE(s.found.count(), 0);
    }

    void theScannerTestShowsKeysAndCode()
    {
        ScanningTill s;
        ScannerSettings page(s.scanner, s.till.settings);
        page.show();
        s.typing.scan("ABCDEF");
        QCOMPARE(labelText(page, "scannedCode"), QStringLiteral("ABCDEF"));
        QVERIFY2(labelText(page, "rawKeys").startsWith(QLatin1String("38:A ")), qPrintable(labelText(page, "rawKeys")));
        QVERIFY2(firstNameless(page).isEmpty(), qPrintable(firstNameless(page)));
        page.findChild<QSpinBox *>(QStringLiteral("speed"))->setValue(40);
        page.findChild<QLineEdit *>(QStringLiteral("prefix"))->setText(QStringLiteral("~"));
        page.findChild<QComboBox *>(QStringLiteral("end"))->setCurrentIndex(1);
        QCOMPARE(s.scanner.setup().perKey, 40ms);
        page.findChild<QRadioButton *>(QStringLiteral("serial"))->click();
        const ScanSetup kept = ScanSetup::load(s.till.settings);
        QCOMPARE(kept.mode, ScanSetup::Mode::Serial);
        QCOMPARE(kept.perKey, 40ms);
        QCOMPARE(kept.end, ScanSetup::End::Tab);
    }
};

FOYER_TEST(ScanningTest, "scanning")
#include "test_scanning.moc"
