// SeatOffer: the numbered seats of an event: the map, what the seats cost, and finding the best ones.
#pragma once

#include "core/services/changefeed.h"
#include "ui/seatmap/seatmapmodel.h"
#include "ui/sell/listedevent.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QStackedLayout)

namespace foyer {

class BestBar;
class BlockBar;
class MapMenu;
class SeatLegend;
class SeatMapView;
class Theme;

class SeatOffer final : public QWidget
{
    Q_OBJECT

public:
    explicit SeatOffer(const Theme &theme, QWidget *parent = nullptr);

    void open(const ListedEvent &event, SeatingPlan plan);
    /// Whether this person may keep seats for the house and take them out of sale.
    void setMayBlock(bool may);
    /// Where the moments of release are counted from.
    void setNow(std::function<Instant()> now) { m_now = std::move(now); }
    /// What is not free; `mine` is the cart's reservation.
    void setClaims(const std::vector<SeatClaim> &claims, const Reservation &mine);
    /// Single seats of this event as they stand now; others are left out.
    void applyNews(const std::vector<SeatNews> &news, const Reservation &mine);
    /// The seats of the cart, at once, without waiting for the next look at the claims.
    void setMine(const Reservation &mine);

    /// As many seats as these: those that are still free, and the nearest equals of the others. Empty when there are too few.
    QList<int> alternatives(const std::vector<ReserveLine> &wishes) const;
    std::vector<ReserveLine> wishesFor(const QList<int> &seats) const;
    std::vector<ReserveLine> wishesFor(const std::vector<SeatId> &seats) const;
    /// "Stalls 5-14 and Stalls 5-15"
    QString spoken(const QList<int> &seats) const;
    SeatMapView *map() { return m_map; }

Q_SIGNALS:
    void wanted(const std::vector<foyer::ReserveLine> &wishes);
    void givenBack(const std::vector<foyer::SeatId> &seats);
    void bestWanted(const foyer::BestRequest &request);
    /// Seats painted on the map, and painted over again.
    void blockWanted(const std::vector<foyer::SeatId> &seats, const foyer::Block &block);
    void unblockWanted(const std::vector<foyer::SeatId> &seats);
    /// A sentence about what cannot be chosen.
    void hint(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void activate(const QList<int> &seats);
    void paintSeats(const QList<int> &seats);
    void setPainting(bool painting);
    bool takes(int seat, int pressed) const;
    void findBest(int count);
    void fillZones();
    void fillCategories();
    void fillLevels();
    void refresh();
    void retranslate();
    QString describe(int seat) const;
    const PriceLevel *levelFor(const TicketType &type) const;
    std::vector<const TicketType *> seatedTypes() const;

    const Theme &m_theme;
    SeatMapModel m_model;
    ListedEvent m_listed;
    Event m_event;
    std::function<Instant()> m_now;
    QHash<SeatId, int> m_indexOf;
    std::vector<PriceZone> m_categories; ///< of the plan, with their colours
    std::vector<SeatState> m_empty; ///< as if nothing was sold yet
    std::vector<SeatState> m_base; ///< as the database says, the cart's own seats counted as free
    std::vector<bool> m_isMine;
    SeatMapView *m_map;
    SeatLegend *m_legend;
    QComboBox *m_category;
    QComboBox *m_level;
    BestBar *m_best;
    QWidget *m_offerBar;
    BlockBar *m_blockBar;
    QStackedLayout *m_bars;
    MapMenu *m_menu;
    bool m_painting = false;
    SeatView m_viewBefore = SeatView::Status; ///< that painting began in
};

} // namespace foyer
