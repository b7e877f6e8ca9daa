#include "tests/support/testmain.h"
#include "tests/ui/pages/counter.h"
#include "ui/pages/paypage.h"
#include "ui/pages/donepage.h"
#include "ui/pages/statisticspage.h"
#include <QtWidgets/QtWidgets>
using namespace foyer;
using namespace foyer::test;
class ZShots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shots()
    {
        const QString out = qEnvironmentVariable("SHOTS");
        if (out.isEmpty()) return;
        const bool dark = qEnvironmentVariableIsSet("SHOT_DARK");
        QLocale::setDefault(qEnvironmentVariableIsSet("SHOT_DE") ? QLocale(QLocale::German, QLocale::Germany) : QLocale(QLocale::English, QLocale::UnitedKingdom));
        QTranslator tr;
        if (qEnvironmentVariableIsSet("SHOT_DE") && tr.load(QStringLiteral(":/i18n/foyer_de.qm"))) qApp->installTranslator(&tr);
        const QSize size = qEnvironmentVariableIsSet("SHOT_BIG") ? QSize(1800, 960) : QSize(1170, 610);
        Reservation cart, second; CheckoutState done;
        SandboxBehaviour slow = atOnce();
        Counter c([&](BoxOffice &office) {
            const Event event = anEvent(office).withSeats(5, 10).withGeneral(QStringLiteral("Standing"), 100, 1500).add();
            const auto seats = seatsOf(office, event);
            cart = hold(office, {seat(event, 0, seats[0].id), seat(event, 0, seats[1].id), places(event, 1, 3)});
            const Reservation other = hold(office, {seat(event, 0, seats[2].id), seat(event, 0, seats[3].id), places(event, 1, 3)});
            done = must(office.checkout().pay(office.system(), PayRequest{other.id, Tender::Cash, other.total(), euro(20'000), QStringLiteral("k")}));
        }, slow);
        if (dark) c.theme.setAppearance(Appearance::Dark);
        QWidget window;
        auto *l = new QVBoxLayout(&window); l->setContentsMargins(0,0,0,0);
        PayPage page(c.theme, *c.backend, {true, c.monotonic(), std::chrono::milliseconds(0)});
        l->addWidget(&page);
        window.resize(size); window.show();
        const auto shot = [&](const char *name) { QTest::qWait(50); window.grab().save(out + u'/' + QLatin1String(name) + QStringLiteral(".png")); };
        const auto wait = [&] { QTRY_VERIFY(button(page, "back")->isEnabled()); c.pause(); };
        page.begin(cart, c.session); wait();
        shot("pay1");
        QTest::keyClicks(page.focusWidget(), QStringLiteral("20000"));
        shot("pay2");
        for (int i = 0; i < 5; ++i) QTest::keyClick(page.focusWidget(), Qt::Key_Backspace);
        QTest::keyClicks(page.focusWidget(), QStringLiteral("10000"));
        shot("pay3");
        QTest::keyClick(page.focusWidget(), Qt::Key_Return); wait();
        auto *choice = page.findChild<QComboBox *>(QStringLiteral("testCard")); choice->setCurrentIndex(1);
        QTest::keyClick(page.focusWidget(), Qt::Key_F10); QTest::qWait(100); wait();
        shot("pay4");
        QTest::keyClick(page.focusWidget(), Qt::Key_Escape);
        shot("pay5");
        page.hide(); l->removeWidget(&page);
        QTemporaryDir dir; QSettings settings(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        DonePage dp(c.theme, *c.backend, settings, {dir.filePath(QStringLiteral("tickets")), c.monotonic()});
        l->addWidget(&dp); dp.show(done, c.session);
        QTest::qWait(800);
        shot("done");
        dp.hide(); l->removeWidget(&dp);
        StatisticsPage sp(c.theme, *c.backend); l->addWidget(&sp); sp.show(); sp.activate(c.session);
        QTest::qWait(500); shot("stat");
        button(sp, "tables")->click(); shot("stat2");
    }
};
FOYER_TEST(ZShots, "zshots")
#include "test_zshots.moc"
