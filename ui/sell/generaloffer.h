// GeneralOffer: the ticket types without numbers, each price with a stepper: the number is what the cart holds.
#pragma once

#include "ui/sell/cart.h"
#include "ui/sell/listedevent.h"
#include "ui/widgets/placesbar.h"

#include <QtWidgets/QScrollArea>

QT_FORWARD_DECLARE_CLASS(QHBoxLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)

namespace foyer {

class Stepper;
class Theme;

class GeneralOffer final : public QScrollArea
{
    Q_OBJECT

public:
    explicit GeneralOffer(const Theme &theme, QWidget *parent = nullptr);

    /// `isCompact`: beside a map, where there is little room.
    void open(const ListedEvent &event, bool isCompact);
    /// After counts or the cart changed.
    void refresh(const ListedEvent &event, const Cart &cart);
    bool isEmpty() const { return m_rows.empty(); }
    void focusFirst();
    QSize sizeHint() const override;

Q_SIGNALS:
    void quantityChosen(const foyer::PriceLevelId &level, int quantity);

private:
    struct Row {
        TicketTypeId type;
        PriceLevelId level;
        int maxPerOrder;
        Stepper *stepper;
    };
    struct Counter {
        TicketTypeId type;
        PlacesBar *bar;  ///< or
        QLabel *number;
        Places places;   ///< as the number tells
    };

    QWidget *makeType(const TicketType &type);
    QWidget *makeCompactType(const TicketType &type);
    QHBoxLayout *makeLevel(const TicketType &type, const PriceLevel &level);

    const Theme &m_theme;
    std::vector<Row> m_rows;
    std::vector<Counter> m_counters;
};

} // namespace foyer
