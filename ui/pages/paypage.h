// PayPage: takes the money for a reservation: what is to pay and what is in on the left, the pad on the right.
#pragma once

#include "ui/pay/keyrush.h"
#include "ui/pay/paymentflow.h"
#include "ui/pay/pressguard.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace foyer {

class Banner;
class BusyRow;
class CountdownRing;
class FreeSide;
class GiveBackSide;
class MachineQuestion;
class PayPad;
class TenderList;
class WalletSide;
class Theme;

struct PayOptions {
    bool testCards = false; ///< demo and training: pretended cards that are approved, declined or fail
    Monotonic now = steadyNow;
    std::chrono::milliseconds busyAfter{1000}; ///< shorter waits are not worth a word
};

class PayPage final : public QWidget
{
    Q_OBJECT

public:
    PayPage(const Theme &theme, Backend &backend, PayOptions options = {}, QWidget *parent = nullptr);

    /// Also takes up a sale with money in it, after a restart or when it comes back from the background.
    void begin(const Reservation &reservation, const Session &session, const std::optional<ExchangeInHand> &exchange = {});

    const CheckoutState &sale() const { return m_flow.state(); }
    CountdownRing *countdown() { return m_ring; }

Q_SIGNALS:
    /// What is paid, or what is waited for.
    void changed();
    /// Something was declined or could not be done; the page says what.
    void refused();
    void completed(const foyer::CheckoutState &state);
    /// No money is in: back to the cart, which may have expired meanwhile.
    void left();
    /// The cart is gone from this screen: its money was given back, or it waits for its card in the background.
    void setAside(const foyer::ReservationId &reservation);
    /// Cash was taken or is given back: somebody needs the drawer.
    void cashMoved();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Offer { None, TryAgain, GiveBack, NextCustomer, BackToCart };
    enum Side { Pad, Free, Ended, Machine, Purse };

    QWidget *makeSummary();
    void connectFlow();

    void refresh();
    void refreshCountdown();
    void refreshMessage();
    void handleRefusal(const Error &error);
    void handleGaveBack(const CheckoutState &state);
    void showSide(Side side);
    void connectMachine();
    void refreshMachine();
    void connectWallet();
    void backToPad();
    void askForRefund(const Payment &refund);
    QString unknownText(const Payment &live) const;
    void retranslate();
    void mainAction();
    void goBack();
    void takeOffer();
    void offer(Offer what, Tone tone, const QString &message, const QString &action = QString());
    void withdrawOffer();
    void leave();
    bool refundIsOpen() const;
    bool moneyIsIn() const { return m_flow.state().paid().isPositive(); }
    bool pressIsMeant();

    const Theme &m_theme;
    Backend &m_backend;
    PayOptions m_options;
    PaymentFlow m_flow;
    PressGuard m_guard;
    KeyRush m_burst;
    Session m_session;
    Offer m_offer = Offer::None;
    Money m_shownDue;
    std::optional<Money> m_cashBefore; ///< in hand when cash was pressed, until it is in

    Banner *m_banner;
    QLabel *m_total = nullptr;
    QLabel *m_what = nullptr;
    TenderList *m_tenders = nullptr;
    QLabel *m_due = nullptr;
    CountdownRing *m_ring = nullptr;
    QPushButton *m_back = nullptr;
    BusyRow *m_busy = nullptr;
    QStackedWidget *m_sides = nullptr;
    PayPad *m_pad = nullptr;
    FreeSide *m_free = nullptr;
    GiveBackSide *m_giveBack = nullptr;
    MachineQuestion *m_machine = nullptr;
    WalletSide *m_wallet = nullptr;
    PaymentId m_asked; ///< what the machine is asked about
};

} // namespace foyer
