#include "tests/support/testmain.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/countdownring.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/numpad.h"
#include "ui/widgets/placesbar.h"
#include "ui/widgets/statusstrip.h"
#include "ui/widgets/stepper.h"

#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QSpinBox>

using namespace foyer;
using namespace std::chrono_literals;

class WidgetsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::chrono::milliseconds m_now = 0ms;

    std::unique_ptr<CountdownRing> ring()
    {
        return std::make_unique<CountdownRing>(*m_theme, [this] { return m_now; });
    }

    static QPushButton *buttonNamed(const QWidget &in, const QString &text)
    {
        for (QPushButton *button : in.findChildren<QPushButton *>())
            if (button->text() == text || button->accessibleName() == text)
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setAppearance(Appearance::Light);
        m_now = 1'000'000ms;
    }

    void theCountdownFollowsItsOwnClock()
    {
        const auto countdown = ring();
        countdown->start(15min, 15min, QTime(19, 37));
        QCOMPARE(countdown->timeText(), QStringLiteral("15:00"));
        m_now += 78s;
        QCOMPARE(countdown->timeText(), QStringLiteral("13:42"));
        QVERIFY(countdown->warningText().isEmpty());
    }

    void theCountdownWarnsOnceUnderTwoMinutes()
    {
        const auto countdown = ring();
        QSignalSpy warned(countdown.get(), &CountdownRing::warned);
        countdown->start(15min, 15min, QTime(19, 37));
        m_now += 13min;
        countdown->refresh();
        QVERIFY(!countdown->isWarning());
        m_now += 1ms;
        countdown->refresh();
        countdown->refresh();
        QCOMPARE(warned.size(), 1);
        QVERIFY(countdown->warningText().startsWith(QStringLiteral("reserved until ")));
        QVERIFY(countdown->warningText().endsWith(QStringLiteral(", F6 extends")));
        QVERIFY(countdown->accessibleName().contains(countdown->warningText()));
    }

    void theCountdownEndsOnce()
    {
        const auto countdown = ring();
        QSignalSpy expired(countdown.get(), &CountdownRing::expired);
        countdown->start(15min, 15min, QTime(19, 37));
        m_now += 15min - 1ms;
        countdown->refresh();
        QCOMPARE(expired.size(), 0);
        QCOMPARE(countdown->timeText(), QStringLiteral("0:01"));
        m_now += 1ms;
        countdown->refresh();
        countdown->refresh();
        QCOMPARE(expired.size(), 1);
        QVERIFY(!countdown->isRunning());
    }

    void extendingTakesTheWarningAway()
    {
        const auto countdown = ring();
        countdown->start(15min, 1min, QTime(19, 37));
        QVERIFY(countdown->isWarning());
        const QSize size = countdown->sizeHint();
        countdown->start(15min, 15min, QTime(19, 51));
        QVERIFY(!countdown->isWarning());
        QCOMPARE(countdown->sizeHint(), size);
    }

    void theStepperCountsByClickAndKey()
    {
        Stepper stepper(QStringLiteral("Standing"));
        stepper.setRange(0, 4);
        stepper.show();
        QSignalSpy changed(&stepper, &Stepper::valueChanged);
        QTest::mouseClick(buttonNamed(stepper, QStringLiteral("+")), Qt::LeftButton);
        QCOMPARE(stepper.value(), 1);
        QTest::keyClick(stepper.focusProxy(), Qt::Key_Up);
        QTest::keyClick(stepper.focusProxy(), Qt::Key_Plus);
        QCOMPARE(stepper.value(), 3);
        QTest::keyClick(stepper.focusProxy(), Qt::Key_Minus);
        QTest::mouseClick(buttonNamed(stepper, QStringLiteral("−")), Qt::LeftButton);
        QCOMPARE(stepper.value(), 1);
        QCOMPARE(changed.size(), 5);
    }

    void theStepperStopsAtItsEnds()
    {
        Stepper stepper(QStringLiteral("Standing"));
        stepper.setRange(0, 2);
        QVERIFY(!buttonNamed(stepper, QStringLiteral("−"))->isEnabled());
        stepper.setValue(5);
        QCOMPARE(stepper.value(), 2);
        QVERIFY(!buttonNamed(stepper, QStringLiteral("+"))->isEnabled());
        stepper.setRange(0, 1);
        QCOMPARE(stepper.value(), 1);
    }

    void theNumPadTypesCentsFirst()
    {
        NumPad pad(*m_theme, Currency());
        pad.show();
        QSignalSpy changed(&pad, &NumPad::amountChanged);
        for (const QString &key : {QStringLiteral("5"), QStringLiteral("9"), QStringLiteral("00")})
            QTest::mouseClick(buttonNamed(pad, key), Qt::LeftButton);
        QCOMPARE(pad.amount(), Money(5900, Currency()));
        QVERIFY(changed.size() >= 3);
        QTest::mouseClick(buttonNamed(pad, QStringLiteral("Erase the last digit")), Qt::LeftButton);
        QCOMPARE(pad.amount(), Money(590, Currency()));
    }

    void theNumPadTakesTheKeyboard()
    {
        NumPad pad(*m_theme, *Currency::fromCode(u"JPY"));
        QTest::keyClicks(&pad, QStringLiteral("1200"));
        QCOMPARE(pad.amount().minor(), 1200);
        QTest::keyClick(&pad, Qt::Key_Backspace);
        QCOMPARE(pad.amount().minor(), 120);
        QTest::keyClick(&pad, Qt::Key_Delete);
        QVERIFY(pad.amount().isZero());
    }

    void aSuggestedAmountGivesWayToTheFirstDigit()
    {
        NumPad pad(*m_theme, Currency());
        pad.setAmount(Money(16300, Currency()));
        QTest::keyClicks(&pad, QStringLiteral("2"));
        QCOMPARE(pad.amount().minor(), 2);
        pad.setAmount(Money(16300, Currency()));
        QTest::keyClick(&pad, Qt::Key_Backspace);
        QTest::keyClicks(&pad, QStringLiteral("5"));
        QCOMPARE(pad.amount().minor(), 16305);
    }

    void theNumPadStopsAtTheLargestAmount()
    {
        NumPad pad(*m_theme, Currency());
        QTest::keyClicks(&pad, QStringLiteral("99999999999999999999"));
        QVERIFY(pad.amount().minor() <= Money::MaxMinor);
        QVERIFY(pad.amount().isPositive());
    }

    void soldOutIsSaidInWords()
    {
        PlacesBar bar(*m_theme);
        bar.setPlaces({213, 1200});
        QCOMPARE(bar.accessibleName(), QStringLiteral("213 left"));
        const QImage some = bar.grab().toImage();
        bar.setPlaces({0, 1200});
        QCOMPARE(bar.accessibleName(), QStringLiteral("SOLD OUT"));
        QVERIFY(bar.grab().toImage() != some);
    }

    void theStripSaysTheConnectionInWords()
    {
        StatusStrip strip(*m_theme);
        const auto says = [&strip](const QString &words) {
            for (const QLabel *label : strip.findChildren<QLabel *>())
                if (label->text() == words)
                    return true;
            return false;
        };
        QVERIFY(says(QStringLiteral("online")));
        strip.setConnection(Connection::Offline, QStringLiteral("offline since 19:05"));
        QVERIFY(says(QStringLiteral("offline since 19:05")));
    }

    void aBannerOffersItsAction()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *banner = new Banner(*m_theme);
        layout->addWidget(banner);
        window.show();
        QVERIFY(banner->isHidden());
        banner->showMessage(Tone::Warn, QStringLiteral("Seat 5-12 was taken."), QStringLiteral("Take 5-14"));
        QVERIFY(banner->isVisible());
        QSignalSpy triggered(banner, &Banner::actionTriggered);
        QTest::mouseClick(buttonNamed(*banner, QStringLiteral("Take 5-14")), Qt::LeftButton);
        QCOMPARE(triggered.size(), 1);
        banner->setDismissable(true);
        QTest::mouseClick(buttonNamed(*banner, QStringLiteral("Close this message")), Qt::LeftButton);
        QVERIFY(banner->isHidden());
    }

    void anEmptyListOffersWhatBelongsThere()
    {
        EmptyState empty(*m_theme, IconName::Calendar, QStringLiteral("No events yet."), QStringLiteral("Add an event"));
        empty.show();
        QSignalSpy triggered(&empty, &EmptyState::actionTriggered);
        QTest::mouseClick(buttonNamed(empty, QStringLiteral("Add an event")), Qt::LeftButton);
        QCOMPARE(triggered.size(), 1);
    }

    void whatCanBeFocusedHasANameAndIsLargeEnough()
    {
        Stepper stepper(QStringLiteral("Standing"));
        NumPad pad(*m_theme, Currency());
        Banner banner(*m_theme);
        banner.showMessage(Tone::Bad, QStringLiteral("The card was declined."), QStringLiteral("Try another card"));
        for (QWidget *root : std::initializer_list<QWidget *>{&stepper, &pad, &banner}) {
            root->show();
            for (QWidget *child : root->findChildren<QWidget *>()) {
                if (!qobject_cast<QPushButton *>(child) && !qobject_cast<QSpinBox *>(child))
                    continue;
                QAccessibleInterface *about = QAccessible::queryAccessibleInterface(child);
                QVERIFY(!about->text(QAccessible::Name).isEmpty());
                QVERIFY(child->isHidden() || (child->width() >= 48 && child->height() >= 48));
            }
        }
    }
};

FOYER_TEST(WidgetsTest, "widgets")
#include "test_widgets.moc"
