// ParkedPanel: the parked carts in the place of the cart: take one up, name it, or give its places back.
#pragma once

#include "ui/sell/parkedcarts.h"
#include "ui/sell/sidepanel.h"

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QStackedLayout)

namespace foyer {

class EmptyState;
class Theme;

class ParkedPanel final : public SidePanel
{
    Q_OBJECT

public:
    ParkedPanel(const Theme &theme, ParkedCarts &carts, QWidget *parent = nullptr);

    /// Puts the keyboard on the list.
    void open();
    /// The same, on the name of this cart.
    void openToName(ReservationId cart);

Q_SIGNALS:
    void recallWanted(foyer::ReservationId cart);
    void discardWanted(const foyer::Reservation &cart);
    void named(foyer::ReservationId cart, const QString &label);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// Takes the cart up.
    void choose() override;
    void retranslate() override;

private:
    void refresh();
    void tellTimes();
    void chooseWanted();
    void showName();
    const ParkedCart *current() const;
    QString textOf(const ParkedCart &cart) const;

    ParkedCarts &m_carts;
    EmptyState *m_nothing;
    QStackedLayout *m_stack;
    QLineEdit *m_name;
    QPushButton *m_recall;
    QPushButton *m_discard;
    QTimer m_second;
    ReservationId m_wanted; ///< to be named as soon as it is listed
};

} // namespace foyer
