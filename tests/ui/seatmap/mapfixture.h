// MapFixture: a shown seat map over a plan, and hands for it.
#pragma once

#include "tests/support/blockplan.h"
#include "ui/seatmap/seatmapview.h"
#include "ui/theme/theme.h"

#include <QtGui/QAccessible>
#include <QtTest/QTest>

namespace foyer::test {

class MapFixture : public QObject
{
protected:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SeatMapModel> m_model;
    std::unique_ptr<SeatMapView> m_view;

    void show(SeatingPlan plan, QSize size = {800, 600})
    {
        m_view.reset();
        m_model->setPlan(std::move(plan));
        m_model->setAllStates(std::vector<SeatState>(size_t(m_model->size()), SeatState::Free));
        m_view = std::make_unique<SeatMapView>(*m_theme, *m_model);
        m_view->resize(size);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus(Qt::OtherFocusReason);
        QTRY_VERIFY(m_view->hasFocus());
    }

    QPoint at(int seat) const { return m_view->seatRect(seat).center().toPoint(); }

    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mousePress(m_view.get(), button, {}, from);
        for (int step = 1; step <= 4; ++step) {
            const QPoint point = from + (to - from) * step / 4;
            QMouseEvent move(QEvent::MouseMove, point, m_view->mapToGlobal(point), Qt::NoButton, button, {});
            QApplication::sendEvent(m_view.get(), &move);
        }
        QTest::mouseRelease(m_view.get(), button, {}, to);
    }

    QImage picture() const { return m_view->grab().toImage(); }

    void setUp()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setAppearance(Appearance::Light);
        m_model = std::make_unique<SeatMapModel>();
    }

    void tearDown()
    {
        m_view.reset();
        m_model.reset();
        m_theme.reset();
    }
};

} // namespace foyer::test
