// WalletSide: whose wallet, or which gift card, is to pay. Of one that holds less, what is on it is taken.
#pragma once

#include "core/domain/wallet.h"
#include "ui/backend/backend.h"
#include "ui/customers/foundpurse.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class CustomerPicker;

class WalletSide final : public QWidget
{
    Q_OBJECT

public:
    explicit WalletSide(Backend &backend, QWidget *parent = nullptr);

    /// The customer of the cart, if there is one, is offered first.
    void begin(Money amount, CustomerId customer);

Q_SIGNALS:
    void chosen(const foyer::Wallet &wallet, const foyer::Money &amount);
    void left();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask(const FoundPurse &purse);
    void refresh();
    void tell(const QString &fault);
    void pay();

    Backend &m_backend;
    Money m_wanted;
    std::optional<FoundPurse> m_purse;
    int m_begun = 0;
    QLabel *m_title;
    CustomerPicker *m_picker;
    QLabel *m_who;
    QLabel *m_fault;
    QPushButton *m_pay;
    QPushButton *m_leave;
};

} // namespace foyer
