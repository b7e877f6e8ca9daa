// OpenPaymentsPage: card payments and refunds of this till whose outcome nobody has said yet, what banks would not take back,
// and the verbs that settle them.
#pragma once

#include "core/domain/wallet.h"
#include "core/services/owedmoney.h"
#include "ui/pay/pressguard.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace foyer {

class ApprovalPanel;
class Backend;
class Banner;
class EmptyState;
struct Desk;
class MachineQuestion;
class Theme;

class OpenPaymentsPage final : public QWidget
{
    Q_OBJECT

public:
    OpenPaymentsPage(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent = nullptr);

    /// Reads and shows the list.
    void activate(const Session &session);
    /// Reads it to count it: countChanged() tells.
    void reload();

Q_SIGNALS:
    void countChanged(int open);
    /// A settled payment was the last that an order waited for: its tickets want to be printed.
    void completed(const foyer::CheckoutState &state);
    /// Money is in and some is still due.
    void saleOpened(const foyer::Reservation &reservation);
    /// Cash is given out: somebody needs the drawer.
    void cashMoved();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Open {
        Payment payment;
        CheckoutState sale;
    };

    /// A card deposit, and whose wallet it is for.
    struct WaitingDeposit {
        CardDeposit deposit;
        QString owner;
    };

    struct All {
        std::vector<Open> open;
        std::vector<Owed> owed;
        std::vector<WaitingDeposit> deposits;
    };

    static Result<All> read(Desk &desk);
    void show(const All &all);
    void showList(bool empty);
    QWidget *makeWords(Money much, Instant when, const QString &why, const QString &what);
    QWidget *makeRow(const Open &open);
    QWidget *makeDepositRow(const WaitingDeposit &waiting);
    void addSettle(QWidget *row, Money amount, bool isUnknown, const QString &verb, std::function<void(const Actor &)> ask);
    QWidget *makeOwedRow(const Owed &owed);
    void giveBack(const Actor &actor, ReservationId reservation, Tender how);
    void ask(const Open &open, const Actor &teller);
    void ask(const CardDeposit &deposit, const Actor &teller);
    void askAbout(const Actor &teller, bool isRefund, Money amount);
    void tellDeposit(const GatewayOutcome &outcome);
    void tell(const GatewayOutcome &outcome);
    void leave();

    Backend &m_backend;
    Session m_session;
    PaymentId m_asked;
    DepositId m_askedDeposit; ///< or this
    Actor m_teller; ///< of the question on the screen: who is signed in, with leave if they need it
    QStackedWidget *m_sides;
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_list;
    EmptyState *m_nothing;
    Banner *m_banner;
    MachineQuestion *m_question;
    ApprovalPanel *m_approval;
    QPushButton *m_back;
};

} // namespace foyer
