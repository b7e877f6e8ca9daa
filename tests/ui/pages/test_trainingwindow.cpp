#include "core/storage/database.h"
#include "core/storage/setting_store.h"
#include "core/storage/writer.h"
#include "tests/support/testmain.h"
#include "tests/ui/pages/till.h"
#include "ui/frame/trainingband.h"
#include "ui/printing/orderprint.h"

using namespace foyer;
using namespace foyer::test;

class TrainingWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageSaysThatNothingIsReal()
    {
        Till till;
        QVERIFY(!till.find<TrainingBand>());
        MainWindow window(till.counter.theme, *till.counter.backend, till.settings,
                          {true, till.folder.path(), [] { return Milliseconds(1'000'000); }, true, QStringLiteral("000000")});
        window.resize(1280, 720);
        window.begin();
        window.show();
        QTRY_VERIFY(window.findChild<SellPage *>());
        auto *band = window.findChild<TrainingBand *>();
        QVERIFY(band && band->isVisible());
        QVERIFY(window.windowTitle().contains(QLatin1String("TRAINING")));
        QVERIFY(band->accessibleName().contains(QLatin1String("000000")));
        QCOMPARE(band->width(), window.width()); // beside no page: above them all
        for (QWidget *page : std::initializer_list<QWidget *>{window.findChild<SignInPage *>(), window.findChild<SellPage *>(), window.findChild<PayPage *>(),
                                                              window.findChild<DonePage *>(), window.findChild<StatisticsPage *>()})
            QVERIFY(!page->isAncestorOf(band));
        QVERIFY2(window.minimumSizeHint().height() <= 720, qPrintable(QString::number(window.minimumSizeHint().height())));
        // It is more than a colour: text and stripes are painted.
        const QImage picture = band->grab().toImage();
        QSet<QRgb> colours;
        for (int x = 0; x < picture.width(); ++x)
            colours.insert(picture.pixel(x, picture.height() / 2));
        QVERIFY(colours.size() > 2);
    }

    void ticketsOfATrainingAreMarked()
    {
        Order order;
        Till till([&](BoxOffice &office) {
            EventFilter club;
            club.text = QStringLiteral("Club");
            order = sell(office, {places(must(office.catalogue().events(club)).front(), 0, 1)});
        });
        const auto isMarked = [&] { return till.counter.ask([&](Desk &desk) { return printing::printedTickets(desk.office, order); }).front().training; };
        QVERIFY(!isMarked());
        till.counter.ask([](Desk &desk) -> Result<bool> {
            setting_store::put(desk.office.writer().db(), QStringLiteral("training"), QStringLiteral("yes"));
            return true;
        });
        QVERIFY(isMarked());
    }

    void aFailedBackupStaysSaidAfterSigningIn()
    {
        Till till;
        till.window.warn(QStringLiteral("Today's backup did not work."));
        till.signIn();
        bool isSaid = false;
        for (const Banner *banner : till.window.findChildren<Banner *>())
            isSaid = isSaid || (banner->isVisible() && banner->message() == QLatin1String("Today's backup did not work."));
        QVERIFY(isSaid);
    }
};

FOYER_TEST(TrainingWindowTest, "trainingwindow")
#include "test_trainingwindow.moc"
