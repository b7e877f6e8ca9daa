// CartPanel: the cart on the screen: its lines by event, the total, how long they are held, and the way to pay.
#pragma once

#include "ui/sell/cart.h"
#include "ui/sell/listedevent.h"
#include "ui/widgets/countdownring.h"

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QScrollArea)
QT_FORWARD_DECLARE_CLASS(QStackedLayout)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace foyer {

class CartLine;
class ElidedLabel;
class EmptyState;

class CartPanel final : public QWidget
{
    Q_OBJECT

public:
    using FindEvent = std::function<const ListedEvent *(EventId)>;

    CartPanel(const Theme &theme, Cart &cart, CountdownRing::Monotonic now, FindEvent findEvent, QWidget *parent = nullptr);

    QPushButton *payButton() { return m_pay; }
    CountdownRing *countdown() { return m_ring; }
    /// Empty: nobody in particular.
    void setCustomerName(const QString &name);
    /// What tickets that are exchanged count: the button says the difference.
    void setCredit(std::optional<Money> credit);
    /// Carts of the house that wait; none hides the way to them.
    void setParkedCount(int count);

Q_SIGNALS:
    void payPressed();
    void parkPressed();
    void parkedPressed();
    void customerPressed();
    void discountsPressed();
    void freePressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Group {
        ElidedLabel *heading;
        std::vector<std::pair<QString, CartLine *>> lines; ///< by key: a seat, or a price
    };

    void refresh();
    void showLines();
    void showGroup(Group &group, EventId event, const std::vector<ReservationLine> &lines);
    CartLine *makeLine();
    void showCountdown();
    QLayout *makeSideButtons();
    QLayout *makeDiscountRow();
    void showDiscount();
    void tellSideButtons();
    void tellPay();
    void retranslate();

    const Theme &m_theme;
    Cart &m_cart;
    FindEvent m_findEvent;
    QLabel *m_title;
    QLabel *m_count;
    QScrollArea *m_scroll;
    QVBoxLayout *m_lines;
    EmptyState *m_nothing;
    QStackedLayout *m_stack;
    QPushButton *m_discounts;
    ElidedLabel *m_discount;
    QLabel *m_feesLabel;
    QLabel *m_fees;
    QLabel *m_totalLabel;
    QLabel *m_total;
    CountdownRing *m_ring;
    QPushButton *m_pay;
    QPushButton *m_free;
    QPushButton *m_empty;
    QPushButton *m_customer;
    QPushButton *m_park;
    QPushButton *m_parked;
    QString m_customerName;
    int m_parkedCount = 0;
    std::optional<Money> m_credit;
    std::vector<std::pair<EventId, Group>> m_groups;
    std::optional<std::pair<ReservationId, Instant>> m_counting;
};

} // namespace foyer
