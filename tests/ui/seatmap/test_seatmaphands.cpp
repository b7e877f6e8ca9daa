// The seat map under hands: clicks, drags, frames, wheels and fingers.
#include "tests/support/testmain.h"
#include "tests/ui/seatmap/mapfixture.h"

#include <QtTest/QSignalSpy>

using namespace foyer;
using namespace foyer::test;

class SeatMapHandsTest : public MapFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void clickingASeatNamesThatSeat()
    {
        show(blockPlan(10, 20));
        QSignalSpy activated(m_view.get(), &SeatMapView::seatActivated);
        for (const int seat : {0, 19, 57, 199}) {
            QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(seat));
            QCOMPARE(activated.takeLast().at(0).toInt(), seat);
            QCOMPARE(m_view->currentSeat(), seat);
        }
    }

    void clickingBetweenSeatsNamesNone()
    {
        show(blockPlan(3, 3));
        QSignalSpy activated(m_view.get(), &SeatMapView::seatActivated);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(3, 3));
        QCOMPARE(activated.size(), 0);
    }

    void aHurriedSecondClickDoesNotGiveTheSeatBack()
    {
        show(blockPlan(3, 3));
        QSignalSpy activated(m_view.get(), &SeatMapView::seatActivated);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(4));
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at(4));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(4));
        QCOMPARE(activated.size(), 1);
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at(5));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(5));
        QCOMPARE(activated.size(), 2);
    }

    void draggingFromAFreeSeatTakesTheFreeOnesOnTheWay()
    {
        show(blockPlan(5, 12));
        m_model->setState(26, SeatState::Sold);
        QSignalSpy together(m_view.get(), &SeatMapView::seatsActivated);
        QSignalSpy single(m_view.get(), &SeatMapView::seatActivated);
        drag(at(24), at(28));
        QCOMPARE(single.size(), 0);
        QCOMPARE(together.size(), 1);
        QCOMPARE(together.at(0).at(0).value<QList<int>>(), (QList<int>{24, 25, 27, 28}));
    }

    void shiftDragTakesTheFreeSeatsInAFrame()
    {
        show(blockPlan(6, 12));
        m_model->setState(26, SeatState::Sold);
        QSignalSpy together(m_view.get(), &SeatMapView::seatsActivated);
        const int r = int(m_view->seatRect(0).width() / 2) + 2;
        const QPoint half(r, r);
        QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(13) - half);
        QMouseEvent move(QEvent::MouseMove, at(27) + half, m_view->mapToGlobal(at(27) + half), Qt::NoButton, Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(m_view.get(), &move);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, at(27) + half);
        QCOMPARE(together.size(), 1);
        QCOMPARE(together.at(0).at(0).value<QList<int>>(), (QList<int>{13, 14, 15, 25, 27}));
        const QImage after = picture();
        Q_EMIT m_model->priceZonesChanged();
        QCOMPARE(picture(), after); // nothing of the frame is left
    }

    void paintingTakesWhatItBeganOn()
    {
        show(blockPlan(5, 12));
        for (const int seat : {25, 26, 27})
            m_model->setState(seat, SeatState::House);
        m_view->setPick([this](int seat, int pressed) { return m_model->state(seat) == m_model->state(pressed); });
        QSignalSpy together(m_view.get(), &SeatMapView::seatsActivated);
        drag(at(25), at(29));
        QCOMPARE(together.takeLast().at(0).value<QList<int>>(), (QList<int>{25, 26, 27}));
        drag(at(24), at(29));
        QCOMPARE(together.takeLast().at(0).value<QList<int>>(), (QList<int>{24, 28, 29}));
    }

    void aTapIsASeatAndAHurriedSecondTapIsNot()
    {
        show(blockPlan(3, 8));
        QSignalSpy activated(m_view.get(), &SeatMapView::seatActivated);
        QPointingDevice *screen = QTest::createTouchDevice();
        for (int tap = 0; tap < 2; ++tap) {
            QTest::touchEvent(m_view.get(), screen).press(0, at(9));
            QTest::touchEvent(m_view.get(), screen).release(0, at(9));
        }
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.at(0).at(0).toInt(), 9);
        QTest::touchEvent(m_view.get(), screen).press(0, at(10));
        QTest::touchEvent(m_view.get(), screen).release(0, at(10));
        QCOMPARE(activated.size(), 2);
    }

    void oneFingerMovesThePictureAndPaintsWhenPainting()
    {
        show(blockPlan(5, 12));
        m_view->zoomIn();
        QSignalSpy together(m_view.get(), &SeatMapView::seatsActivated);
        QPointingDevice *screen = QTest::createTouchDevice();
        const auto swipe = [&](QPoint from, QPoint to) {
            QTest::touchEvent(m_view.get(), screen).press(0, from);
            for (int step = 1; step <= 4; ++step)
                QTest::touchEvent(m_view.get(), screen).move(0, from + (to - from) * step / 4);
            QTest::touchEvent(m_view.get(), screen).release(0, to);
        };
        const QPoint before = at(30);
        swipe(before, before + QPoint(40, 20));
        QCOMPARE(together.size(), 0);
        QCOMPARE(at(30), before + QPoint(40, 20));
        m_view->setPainting(true);
        swipe(at(28), at(31));
        QCOMPARE(together.size(), 1);
        QCOMPARE(together.at(0).at(0).value<QList<int>>(), (QList<int>{28, 29, 30, 31}));
        QCOMPARE(at(30), before + QPoint(40, 20));
    }

    void twoFingersZoomAboutTheirMiddle()
    {
        show(blockPlan(30, 40));
        QSignalSpy single(m_view.get(), &SeatMapView::seatActivated);
        QPointingDevice *screen = QTest::createTouchDevice();
        const QPoint middle = at(615);
        const double before = m_view->zoomScale();
        QTest::touchEvent(m_view.get(), screen).press(0, middle - QPoint(40, 0));
        QTest::touchEvent(m_view.get(), screen).move(0, middle - QPoint(40, 0)).press(1, middle + QPoint(40, 0));
        for (int apart = 50; apart <= 80; apart += 10)
            QTest::touchEvent(m_view.get(), screen).move(0, middle - QPoint(apart, 0)).move(1, middle + QPoint(apart, 0));
        QTest::touchEvent(m_view.get(), screen).release(0, middle - QPoint(80, 0)).move(1, middle + QPoint(80, 0));
        QTest::touchEvent(m_view.get(), screen).release(1, middle + QPoint(80, 0));
        QVERIFY2(qAbs(m_view->zoomScale() / before - 2) < 0.05, qPrintable(QString::number(m_view->zoomScale() / before)));
        QVERIFY((m_view->seatRect(615).center() - middle).manhattanLength() < 3);
        QCOMPARE(single.size(), 0); // the fingers that leave press nothing
    }

    void escapeGivesUpADrag()
    {
        show(blockPlan(5, 12));
        QSignalSpy together(m_view.get(), &SeatMapView::seatsActivated);
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at(24));
        QMouseEvent move(QEvent::MouseMove, at(28), m_view->mapToGlobal(at(28)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(m_view.get(), &move);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(28));
        QCOMPARE(together.size(), 0);
    }

    void draggingFromElsewhereMovesThePicture()
    {
        show(blockPlan(5, 12));
        m_view->zoomIn();
        QSignalSpy together(m_view.get(), &SeatMapView::seatsActivated);
        m_model->setState(30, SeatState::Sold);
        const QPoint before = at(30);
        drag(before, before + QPoint(40, 24));
        QCOMPARE(together.size(), 0);
        QCOMPARE(at(30), before + QPoint(40, 24));
        drag(at(5), at(5) + QPoint(-20, 0), Qt::MiddleButton);
        QCOMPARE(at(30), before + QPoint(20, 24));
    }

    void spaceWithDragMovesThePictureAndTogglesNothing()
    {
        show(blockPlan(5, 12));
        m_view->zoomIn();
        m_view->setCurrentSeat(30);
        QSignalSpy single(m_view.get(), &SeatMapView::seatActivated);
        const QPoint before = at(30);
        QTest::keyPress(m_view.get(), Qt::Key_Space);
        drag(before, before + QPoint(30, 0));
        QTest::keyRelease(m_view.get(), Qt::Key_Space);
        QCOMPARE(at(30), before + QPoint(30, 0));
        QCOMPARE(single.size(), 0);
    }

    void theWheelZoomsAboutThePointer()
    {
        show(blockPlan(30, 40));
        const QPoint anchor = at(615);
        const double before = m_view->zoomScale();
        for (int i = 0; i < 3; ++i) {
            QWheelEvent wheel(anchor, m_view->mapToGlobal(anchor), {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
            QApplication::sendEvent(m_view.get(), &wheel);
        }
        QVERIFY(m_view->zoomScale() > before * 1.5);
        QVERIFY((m_view->seatRect(615).center() - anchor).manhattanLength() < 2);
    }
};

FOYER_TEST(SeatMapHandsTest, "seatmaphands")
#include "test_seatmaphands.moc"
