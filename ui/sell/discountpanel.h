// DiscountPanel: what is taken off the cart, in its place for a while: promo codes, and discounts given by hand.
#pragma once

#include "ui/sell/cart.h"
#include "ui/sell/sidepanel.h"

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace foyer {

class DiscountPanel final : public SidePanel
{
    Q_OBJECT

public:
    explicit DiscountPanel(Cart &cart, QWidget *parent = nullptr);

    /// Empties the fields and puts the keyboard into the one for a code.
    void open();

Q_SIGNALS:
    /// By hand; whoever is signed in may need somebody who allows it.
    void wanted(const foyer::GivenDiscount &given);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void choose() override { takeOff(); }
    void retranslate() override;

private:
    void enterCode();
    void give();
    void takeOff();
    void refresh();
    void refreshLines();
    void tellFault(const QString &sentence);

    Cart &m_cart;
    QLineEdit *m_code;
    QPushButton *m_enter;
    QPushButton *m_takeOff;
    QLabel *m_hint;
    QLineEdit *m_value;
    QComboBox *m_for;
    QLineEdit *m_reason;
    QLabel *m_fault;
    QPushButton *m_give;
};

} // namespace foyer
