// OpenPaymentsPage: card payments and refunds of this till whose outcome nobody has said yet, and the verbs that settle them.
#pragma once

#include "core/services/checkout.h"
#include "ui/pay/pressguard.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace foyer {

class ApprovalPanel;
class Backend;
class Banner;
class EmptyState;
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
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Open {
        Payment payment;
        CheckoutState sale;
    };

    void show(const std::vector<Open> &open);
    void showList(bool empty);
    QWidget *makeRow(const Open &open);
    void ask(const Open &open, const Actor &teller);
    void tell(const GatewayOutcome &outcome);
    void leave();

    Backend &m_backend;
    Session m_session;
    PaymentId m_asked;
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
