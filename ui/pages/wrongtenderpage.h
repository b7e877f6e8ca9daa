// WrongTenderPage: the last sale was paid in cash and written down as a card, or the other way round.
#pragma once

#include "core/domain/sale.h"
#include "ui/pay/pressguard.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace foyer {

class ApprovalPanel;
class Backend;
class Banner;
class MachineQuestion;
class Theme;

class WrongTenderPage final : public QWidget
{
    Q_OBJECT

public:
    WrongTenderPage(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent = nullptr);

    /// Reads how the order was paid.
    void begin(const Order &order, const Session &session);

Q_SIGNALS:
    void corrected(const foyer::Order &order);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString titleOf(const Order &order) const;
    void show(const Order &order);
    QWidget *makeRow(const Payment &payment);
    void choose(const Payment &payment);
    void correct(const Actor &actor, Tender tender, const QString &receipt);
    void leave();

    Backend &m_backend;
    Session m_session;
    OrderId m_order;
    PaymentId m_payment;
    std::optional<Order> m_shown; ///< once it was read
    QLabel *m_title;
    QStackedWidget *m_sides;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    Banner *m_banner;
    MachineQuestion *m_question;
    ApprovalPanel *m_approval;
    QPushButton *m_back;
};

} // namespace foyer
