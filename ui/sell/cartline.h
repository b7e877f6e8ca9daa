// CartLine: one seat, or all places of one price, in the cart: what, at which price, and a way to give it back.
#pragma once

#include "core/domain/catalogue.h"
#include "core/domain/sale.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Theme;

class CartLine final : public QWidget
{
    Q_OBJECT

public:
    explicit CartLine(const Theme &theme, QWidget *parent = nullptr);

    /// Lines of one seat, or of one price. `type`: for the prices to choose from, may be null.
    void setLines(const std::vector<ReservationLine> &lines, const TicketType *type);
    QPushButton *removeButton() { return m_remove; }

Q_SIGNALS:
    void removed(const std::vector<foyer::ReservationLineId> &lines);
    void levelChosen(const std::vector<foyer::ReservationLineId> &lines, const foyer::PriceLevelId &level);

private:
    void fillMenu(const TicketType *type, PriceLevelId current);

    std::vector<ReservationLineId> m_ids;
    QPushButton *m_what;
    QMenu *m_menu;
    QLabel *m_amount;
    QPushButton *m_remove;
};

} // namespace foyer
