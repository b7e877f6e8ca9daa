// MoneyForm: an amount that goes into a wallet, out of it, or over to another. Holds no rules: the wallet service says no.
#pragma once

#include "core/services/wallets.h"
#include "ui/backend/backend.h"
#include "ui/customers/depositflow.h"
#include "ui/customers/foundpurse.h"
#include "ui/pay/pressguard.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class BusyRow;
class CustomerPicker;
class MachineQuestion;
class NumPad;
class Theme;

class MoneyForm final : public QWidget
{
    Q_OBJECT

public:
    MoneyForm(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent = nullptr);

    void begin(WalletRequest::Kind kind, const Wallet &wallet, const QString &owner, const Actor &actor);

Q_SIGNALS:
    /// `cash`: the drawer is needed.
    void done(const foyer::WalletReceipt &receipt, bool cash);
    /// The card has not answered: the money comes into the wallet when it does.
    void leftOpen(foyer::Money amount);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeVerbs();
    void connectVerbs();
    void connectCard();
    void askMachine(const CardDeposit &deposit);
    void leaveMachine();
    bool takesCard() const { return m_kind == WalletRequest::Kind::Deposit; } ///< through the gateway, or the machine beside the till
    void send(Tender tender);
    void choose(const FoundPurse &purse);
    void answer(const Result<WalletReceipt> &receipt, bool cash);
    void refresh();
    void tell(const QString &fault);
    bool isTransfer() const { return m_kind == WalletRequest::Kind::Transfer; }

    Backend &m_backend;
    DepositFlow m_deposit;
    PressGuard m_guard;
    Actor m_actor;
    WalletRequest::Kind m_kind = WalletRequest::Kind::Deposit;
    Wallet m_wallet;
    QString m_owner;
    std::optional<FoundPurse> m_to;
    std::optional<WalletRequest> m_sent; ///< nobody knows whether it arrived: only the same can follow
    bool m_isBusy = false;

    QWidget *m_form;
    QLabel *m_title;
    QLabel *m_balance;
    QLabel *m_amount;
    QLabel *m_target;
    CustomerPicker *m_picker;
    NumPad *m_pad;
    QLineEdit *m_receipt;
    QLabel *m_fault;
    BusyRow *m_waiting;
    MachineQuestion *m_machine;
    QPushButton *m_cash = nullptr;
    QPushButton *m_card = nullptr;
    QPushButton *m_transfer = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace foyer
