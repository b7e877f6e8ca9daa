// ExchangeMode: while tickets are being exchanged, a banner over the sell page says so and the cart shows the difference.
#pragma once

#include "ui/exchange/exchangeinhand.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace foyer {

class Banner;
class Cart;
class CartPanel;
class Theme;

class ExchangeMode final : public QWidget
{
    Q_OBJECT

public:
    ExchangeMode(const Theme &theme, Cart &cart, CartPanel &panel, QWidget *parent = nullptr);

    /// What is in the cart already counts as chosen.
    void begin(const ExchangeInHand &exchange);
    /// Done, or somebody else sits here now.
    void end();
    /// Without change: what was chosen is given back. False when nothing is being exchanged.
    bool leave();
    const std::optional<ExchangeInHand> &inHand() const { return m_inHand; }

Q_SIGNALS:
    void left();

private:
    void tell();

    Cart &m_cart;
    CartPanel &m_panel;
    Banner *m_banner;
    std::optional<ExchangeInHand> m_inHand;
};

} // namespace foyer
