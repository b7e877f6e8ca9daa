#include "ui/seatmap/seatmapaccessible.h"

#include "ui/seatmap/seatmapview.h"

#include <QtCore/QPointer>
#include <QtWidgets/QAccessibleWidget>

namespace foyer {
namespace {

/// One seat; made when a screen reader asks for it.
class SeatAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    SeatAccessible(SeatMapView *view, int seat) : m_view(view), m_seat(seat) {}

    bool isValid() const override { return m_view && m_view->model().contains(m_seat); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return m_view->model().plan().seats.at(size_t(m_seat)).label.spoken() + QStringLiteral(", ")
                + SeatMapModel::stateName(m_view->model().state(m_seat));
        return kind == QAccessible::Description ? m_view->model().describe(m_seat) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = m_view->seatRect(m_seat).toAlignedRect();
        return {m_view->mapToGlobal(local.topLeft()), local.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state.focusable = state.selectable = state.multiSelectable = true;
        state.selected = m_view->model().state(m_seat) == SeatState::Mine;
        state.focused = m_view->hasFocus() && m_view->currentSeat() == m_seat;
        state.offscreen = !m_view->rect().intersects(m_view->seatRect(m_seat).toAlignedRect());
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        m_view->setCurrentSeat(m_seat);
        if (name == pressAction())
            m_view->activate(m_seat);
    }

    int seat() const { return m_seat; }

private:
    QPointer<SeatMapView> m_view;
    int m_seat;
};

class SeatMapAccessible final : public QAccessibleWidget
{
public:
    explicit SeatMapAccessible(SeatMapView *view) : QAccessibleWidget(view, QAccessible::List) {}

    ~SeatMapAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_seats))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return view()->model().size(); }

    QAccessibleInterface *child(int index) const override
    {
        if (!view()->model().contains(index))
            return nullptr;
        if (const auto known = m_seats.constFind(index); known != m_seats.cend())
            return QAccessible::accessibleInterface(*known);
        auto *seat = new SeatAccessible(view(), index);
        m_seats.insert(index, QAccessible::registerAccessibleInterface(seat));
        return seat;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *seat = dynamic_cast<const SeatAccessible *>(child);
        return seat ? seat->seat() : -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(view()->seatAt(view()->mapFromGlobal(QPoint(x, y))));
    }

    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->currentSeat()) : nullptr;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Description && view()->currentSeat() >= 0)
            return view()->model().describe(view()->currentSeat());
        return QAccessibleWidget::text(kind);
    }

private:
    SeatMapView *view() const { return static_cast<SeatMapView *>(object()); }

    mutable QHash<int, QAccessible::Id> m_seats;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<SeatMapView *>(object);
    return view ? new SeatMapAccessible(view) : nullptr;
}

} // namespace

void installSeatMapAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

void announceSeat(SeatMapView &view, int seat)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent focused(&view, QAccessible::Focus);
    focused.setChild(seat);
    QAccessible::updateAccessibility(&focused);
    QAccessibleEvent described(&view, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
}

} // namespace foyer
