// NumPad: an amount typed cents first, as on a till: 5 9 0 0 is 59.00.
#pragma once

#include "core/base/money.h"

#include <QtWidgets/QWidget>

namespace foyer {

class Theme;

/// The pad itself takes the focus and the keys; its buttons are for fingers. What the digits mean follows from the
/// currency's decimals: in yen 5 9 is 59.
class NumPad final : public QWidget
{
    Q_OBJECT

public:
    NumPad(const Theme &theme, Currency currency, QWidget *parent = nullptr);

    Money amount() const { return m_amount; }
    /// A suggestion: the next digit begins a new amount, backspace mends this one.
    void setAmount(Money amount);
    void clear();

Q_SIGNALS:
    void amountChanged(const foyer::Money &amount);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void typeDigit(int digit);
    void typeDoubleZero();
    void erase();
    void change(Money amount);

    const Theme &m_theme;
    Money m_amount;
    bool m_fresh = true; ///< nothing was typed since the amount was set
};

} // namespace foyer
