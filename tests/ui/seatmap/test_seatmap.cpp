#include "core/domain/demoplans.h"
#include "tests/support/testmain.h"
#include "tests/ui/seatmap/mapfixture.h"
#include "ui/seatmap/seatlegend.h"

#include <QtTest/QSignalSpy>

using namespace foyer;
using namespace foyer::test;

class SeatMapTest : public MapFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void everyViewLooksDifferentAndComesBack()
    {
        show(blockPlan(2, 7));
        for (int seat = 0; seat < SeatStateCount; ++seat)
            m_model->setState(seat, SeatState(seat));
        m_model->setHolds({{QStringLiteral("Press"), QColor()}, {QStringLiteral("Broken"), QColor()}}, {{int(SeatState::House), 0}, {int(SeatState::Killed), 1}});
        m_view->clearFocus();
        const QImage byStatus = picture();
        m_model->setView(SeatView::Price);
        const QImage byPrice = picture();
        m_model->setView(SeatView::Hold);
        const QImage byHold = picture();
        QVERIFY(byStatus != byPrice && byPrice != byHold && byStatus != byHold);
        m_model->setView(SeatView::Status);
        QCOMPARE(picture(), byStatus);
    }

    void theLegendFollowsTheView()
    {
        m_model->setPlan(blockPlan(2, 5));
        m_model->setAllStates(std::vector<SeatState>(10, SeatState::Free));
        SeatLegend legend(*m_theme, *m_model);
        m_model->setState(3, SeatState::House);
        m_model->setHolds({{QStringLiteral("Press, until 18:30"), QColor()}}, {{3, 0}});
        m_model->setView(SeatView::Price);
        QCOMPARE(legend.summary(), QStringLiteral("Full: 9 free"));
        m_model->setView(SeatView::Hold);
        QCOMPARE(legend.summary(), QStringLiteral("Press, until 18:30: 1"));
        m_model->setHolds({}, {});
        QCOMPARE(legend.summary(), QStringLiteral("1 house"));
    }

    void everyScaleOfTheScreenMendsExactly_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }

    void everyScaleOfTheScreenMendsExactly()
    {
        QFETCH(double, ratio);
        m_model->setPlan(*SeatingPlan::fromJson(theatrePlan()));
        m_model->setAllStates(std::vector<SeatState>(size_t(m_model->size()), SeatState::Free));
        SeatMapCanvas canvas(*m_theme, *m_model);
        canvas.reload();
        canvas.resize({640, 480}, ratio);
        QCOMPARE(canvas.picture().size(), QSize(640, 480) * ratio);
        QList<int> changed;
        for (int seat = 0; seat < m_model->size(); seat += 7) {
            m_model->setState(seat, SeatState(1 + seat % 6));
            changed << seat;
        }
        canvas.invalidate(changed);
        const QImage mended = canvas.picture().copy();
        canvas.pan({12, -8});
        const QImage moved = canvas.picture().copy();
        canvas.forgetLook();
        QCOMPARE(canvas.picture(), moved);
        canvas.pan({-12, 8});
        QCOMPARE(canvas.picture(), mended);
    }

    void aMovedPictureLooksLikeOneDrawnAnew()
    {
        show(blockPlan(30, 40));
        m_view->zoomIn();
        m_view->zoomIn();
        m_view->clearFocus();
        m_model->setState(0, SeatState::Sold);
        picture();
        drag(QPoint(400, 300), QPoint(437, 281), Qt::MiddleButton);
        const QImage moved = picture();
        Q_EMIT m_model->priceZonesChanged(); // draws everything again
        QCOMPARE(picture(), moved);
    }

    void aMendedPictureLooksLikeOneDrawnAnew()
    {
        show(*SeatingPlan::fromJson(theatrePlan()));
        m_view->clearFocus();
        picture();
        const std::vector<SeatChange> changes{{3, SeatState::Mine}, {4, SeatState::HeldByOther}, {70, SeatState::Sold},
                                              {71, SeatState::House}, {72, SeatState::Killed}, {0, SeatState::Sold}};
        m_model->setStates(changes);
        const QImage mended = picture();
        Q_EMIT m_model->priceZonesChanged();
        QCOMPARE(picture(), mended);
    }

    void everyStateLooksDifferentWithoutColour()
    {
        show(blockPlan(1, 7));
        for (int seat = 0; seat < SeatStateCount; ++seat)
            m_model->setState(seat, SeatState(seat));
        m_view->clearFocus();
        const QImage grey = picture().convertToFormat(QImage::Format_Grayscale8);
        QList<QImage> looks;
        for (int seat = 0; seat < SeatStateCount; ++seat) {
            const QImage look = grey.copy(QRect(at(seat) - QPoint(20, 20), QSize(40, 40)));
            QVERIFY(!looks.contains(look));
            looks << look;
        }
    }

    void areasAreDrawnInEveryShape_data()
    {
        QTest::addColumn<PlanArea::Shape>("shape");
        QTest::newRow("polygon") << PlanArea::Shape::Polygon;
        QTest::newRow("rectangle") << PlanArea::Shape::Rectangle;
        QTest::newRow("ellipse") << PlanArea::Shape::Ellipse;
        QTest::newRow("circle") << PlanArea::Shape::Circle;
    }

    void areasAreDrawnInEveryShape()
    {
        QFETCH(PlanArea::Shape, shape);
        PlanArea area;
        area.shape = shape;
        area.position = {120, -100};
        area.points = {{-60, -40}, {60, -40}, {0, 60}};
        area.width = area.height = 40;
        area.radiusX = area.radiusY = 30;
        SeatingPlan plan = blockPlan(2, 10);
        plan.areas.push_back(area);
        show(plan);
        const QPointF unit = m_view->seatRect(1).center() - m_view->seatRect(0).center();
        const QPointF origin = m_view->seatRect(0).center() - QPointF(10, 10) * (unit.x() / 24);
        const QPoint inside = (origin + QPointF(122, -98) * (unit.x() / 24)).toPoint();
        QVERIFY(m_view->rect().contains(inside));
        QVERIFY(picture().pixelColor(inside) != m_theme->tokens().surface);
    }

    void everyZoneColourStandsOutAndKeepsItsHue()
    {
        for (const auto scheme : {ColorScheme::Light, ColorScheme::Dark, ColorScheme::HighContrast}) {
            const Tokens t = Tokens::of(scheme);
            for (const QColor &color : {QColor(0xBF, 0xD7, 0xEA), QColor(0x00, 0x72, 0xB2), QColor(0xF0, 0xE4, 0x42), QColor(Qt::white), QColor(Qt::black)}) {
                const QColor tint = zoneTint(color, t);
                QVERIFY(contrastRatio(tint, t.surface) >= 3.0);
                QVERIFY(color.hslHue() < 0 || qAbs(tint.hslHue() - color.hslHue()) <= 3);
            }
        }
    }

    void zeroShowsTheWholePlanAgain()
    {
        show(blockPlan(30, 40));
        const double fitted = m_view->zoomScale();
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QVERIFY(m_view->zoomScale() > fitted);
        QTest::keyClick(m_view.get(), Qt::Key_0);
        QCOMPARE(m_view->zoomScale(), fitted);
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QCOMPARE(m_view->zoomScale(), fitted);
        for (const int corner : {0, 39, 1160, 1199})
            QVERIFY(m_view->rect().contains(m_view->seatRect(corner).toAlignedRect()));
    }

    void arrowsWalkToTheNeighbour()
    {
        show(blockPlan(5, 12));
        m_view->setCurrentSeat(14);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->currentSeat(), 15);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentSeat(), 27);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->currentSeat(), 26);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(m_view->currentSeat(), 14);
    }

    void arrowsStopAtTheEdge()
    {
        show(blockPlan(2, 2));
        m_view->setCurrentSeat(0);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(m_view->currentSeat(), 0);
    }

    void walkingReachesEverySeatOfACurvedPlan()
    {
        const SeatingPlan plan = *SeatingPlan::fromJson(theatrePlan());
        const SeatGrid grid(plan.seats);
        std::vector<bool> seen(plan.seats.size(), false);
        QList<int> open{0};
        seen[0] = true;
        while (!open.isEmpty()) {
            const int seat = open.takeLast();
            for (const auto direction : {Direction::Left, Direction::Right, Direction::Up, Direction::Down}) {
                const int next = grid.next(seat, direction);
                if (next >= 0 && !seen[size_t(next)]) {
                    seen[size_t(next)] = true;
                    open << next;
                }
            }
        }
        QVERIFY(std::all_of(seen.begin(), seen.end(), [](bool reached) { return reached; }));
    }

    void walkingOutOfSightMovesThePicture()
    {
        show(blockPlan(30, 40));
        for (int i = 0; i < 6; ++i)
            m_view->zoomIn();
        m_view->setCurrentSeat(0);
        for (int i = 0; i < 39; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->currentSeat(), 39);
        QVERIFY(m_view->rect().contains(m_view->seatRect(39).toAlignedRect()));
    }

    void spaceAndReturnPressTheCurrentSeatOnce()
    {
        show(blockPlan(2, 4));
        m_view->setCurrentSeat(5);
        QSignalSpy activated(m_view.get(), &SeatMapView::seatActivated);
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated.at(1).at(0).toInt(), 5);
    }

    void tabbingInStandsOnAFreeSeat()
    {
        show(blockPlan(2, 4));
        m_model->setState(0, SeatState::Sold);
        m_view->clearFocus();
        m_view->setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(m_view->currentSeat(), 1);
    }

    void screenReadersLearnSeatAndState()
    {
        show(blockPlan(2, 4));
        m_model->setFormatter([](int seat) { return QStringLiteral("seat %1, Full 59.00").arg(seat); });
        m_view->setCurrentSeat(5);
        QAccessibleInterface *map = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(map);
        QCOMPARE(map->role(), QAccessible::List);
        QCOMPARE(map->childCount(), 8);
        QAccessibleInterface *seat = map->focusChild();
        QVERIFY(seat);
        QCOMPARE(seat->text(QAccessible::Name), QStringLiteral("Stalls 2-2, free"));
        QCOMPARE(seat->text(QAccessible::Description), QStringLiteral("seat 5, Full 59.00"));
        QVERIFY(seat->state().focused);
        QVERIFY(!seat->state().selected);
        m_model->setState(5, SeatState::Mine);
        QVERIFY(seat->state().selected);
        QCOMPARE(seat->text(QAccessible::Name), QStringLiteral("Stalls 2-2, in this cart"));

        QSignalSpy activated(m_view.get(), &SeatMapView::seatActivated);
        map->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(activated.takeLast().at(0).toInt(), 2);
    }

    void aBatchIsOneSignalWithWhatReallyChanged()
    {
        m_model->setPlan(blockPlan(2, 4));
        QSignalSpy changed(m_model.get(), &SeatMapModel::seatsChanged);
        const std::vector<SeatChange> changes{{1, SeatState::Free}, {2, SeatState::NotForSale}, {99, SeatState::Free}, {-1, SeatState::Free}};
        m_model->setStates(changes);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).value<QList<int>>(), QList<int>{1});
        m_model->setStates(changes);
        QCOMPARE(changed.size(), 1);
    }

    void countsAlwaysAddUpToThePlan()
    {
        m_model->setPlan(blockPlan(5, 10));
        for (int seat = 0; seat < 50; ++seat)
            m_model->setState(seat, SeatState(seat % SeatStateCount));
        int sum = 0;
        for (int state = 0; state < SeatStateCount; ++state)
            sum += m_model->count(SeatState(state));
        QCOMPARE(sum, 50);
        QCOMPARE(m_model->count(SeatState::Free), 8);
    }

    void unknownPriceZonesAreRefused()
    {
        m_model->setPlan(blockPlan(1, 2));
        QSignalSpy changed(m_model.get(), &SeatMapModel::priceZonesChanged);
        m_model->setPriceZones({{QStringLiteral("A"), Qt::red}}, {0, 1});
        m_model->setPriceZones({{QStringLiteral("A"), Qt::red}}, {0});
        QCOMPARE(changed.size(), 0);
        m_model->setPriceZones({{QStringLiteral("A"), Qt::red}}, {0, 0});
        QCOMPARE(changed.size(), 1);
    }

    void theLegendCountsLive()
    {
        m_model->setPlan(blockPlan(2, 5));
        m_model->setAllStates(std::vector<SeatState>(10, SeatState::Free));
        SeatLegend legend(*m_theme, *m_model);
        QCOMPARE(legend.summary(), QStringLiteral("10 free, 0 mine"));
        m_model->setState(3, SeatState::Mine);
        m_model->setState(4, SeatState::HeldByOther);
        QCOMPARE(legend.summary(), QStringLiteral("8 free, 1 mine, 1 held"));
        QCOMPARE(legend.accessibleName(), legend.summary());
        QVERIFY(legend.heightForWidth(120) > legend.heightForWidth(2000));
    }

    void anotherPlanUnderAnOpenMapIsSafe()
    {
        show(blockPlan(10, 20));
        m_view->setCurrentSeat(150);
        QTest::mouseMove(m_view.get(), at(150));
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at(150));
        m_model->setPlan(blockPlan(1, 2));
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, QPoint(400, 300));
        picture();
        QCOMPARE(m_view->currentSeat(), -1);
        m_model->setPlan({});
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(400, 300));
        picture();
        QCOMPARE(m_view->currentSeat(), -1);
    }

    void aHundredThousandSeatsAreFoundAndDrawn()
    {
        show(blockPlan(250, 400), {1280, 720});
        QCOMPARE(m_model->size(), 100'000);
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at(54'321));
        QElapsedTimer timer;
        timer.start();
        Q_EMIT m_model->priceZonesChanged();
        picture();
        qInfo("drawn in %lld ms", timer.elapsed());
        timer.start();
        for (int i = 0; i < 10'000; ++i)
            m_view->seatAt(QPointF(i % 1280, i % 720));
        qInfo("10,000 hits in %lld ms", timer.elapsed());
        m_model->setState(99'999, SeatState::Sold);
        QCOMPARE(m_model->count(SeatState::Sold), 1);
    }
};

FOYER_TEST(SeatMapTest, "seatmap")
#include "test_seatmap.moc"
