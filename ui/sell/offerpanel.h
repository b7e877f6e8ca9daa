// OfferPanel: what the open event has to sell: its seat map, its types without numbers, or both.
#pragma once

#include "core/services/changefeed.h"
#include "ui/sell/cart.h"
#include "ui/sell/listedevent.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QStackedLayout)

namespace foyer {

class Banner;
class ElidedLabel;
class EmptyState;
class GeneralOffer;
class SeatOffer;
class Skeleton;
class Theme;

class OfferPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit OfferPanel(const Theme &theme, QWidget *parent = nullptr);

    /// Shows that the event is on its way.
    void showLoading(const ListedEvent &event);
    /// `plan`: for an event with numbered seats.
    void open(const ListedEvent &event, std::optional<SeatingPlan> plan);
    bool isOpen(EventId event) const { return m_event.event.id == event && m_ready; }
    /// The open event as it was last heard of; a null id when there is none.
    const ListedEvent &event() const { return m_event; }
    /// New counts and claims.
    void refresh(const ListedEvent &event, const std::vector<SeatClaim> &claims, const Cart &cart);
    /// What changed of the open event.
    void applyNews(const ListedEvent &event, const std::vector<SeatNews> &news, const Cart &cart);
    void setCart(const Cart &cart);

    SeatOffer &seats() { return *m_seats; }
    GeneralOffer &general() { return *m_general; }
    /// A sentence over the map, which does not move for it.
    Banner &banner() { return *m_banner; }
    void focusOffer();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeBanner();
    void showHeading();
    void retranslate();

    ListedEvent m_event;
    bool m_ready = false;
    ElidedLabel *m_name;
    QLabel *m_when;
    SeatOffer *m_seats;
    GeneralOffer *m_general;
    EmptyState *m_nothing;
    QWidget *m_offer;
    Skeleton *m_skeleton;
    QStackedLayout *m_stack;
    Banner *m_banner;
};

} // namespace foyer
