// OrderView: one order: its tickets to choose from, its payments, what became of it, and the verbs.
#pragma once

#include "core/services/orderdetails.h"

#include <QtCore/QSet>
#include <QtWidgets/QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTreeWidget)

namespace foyer {

class TenderList;

class OrderView final : public QWidget
{
    Q_OBJECT

public:
    explicit OrderView(QWidget *parent = nullptr);

    void setRole(Role role) { m_role = role; }
    /// Keeps what is chosen when it is the same order.
    void present(const OrderDetail &detail);
    /// Nothing is chosen any more: what was has been dealt with.
    void untick();
    const std::optional<OrderDetail> &detail() const { return m_detail; }
    /// The chosen tickets that are not void. All of them when none is chosen.
    std::vector<TicketId> chosen() const;
    /// Of these states.
    std::vector<TicketId> chosenIn(TicketState state) const;
    void focusTickets();

Q_SIGNALS:
    void refundWanted();
    void revokeWanted();
    void reinstateWanted();
    void giveWanted();
    void exchangeWanted();
    void levelWanted();
    void printWanted();
    void owedWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillTickets(const QSet<QUuid> &ticked);
    void fillWords();
    void refreshVerbs();
    QPushButton *addVerb(const char *name);
    bool isAnyTicked() const;

    std::optional<OrderDetail> m_detail;
    Role m_role = Role::Cashier;
    Qt::CheckState m_pressed = Qt::Unchecked; ///< of the row under the finger, before it
    QLabel *m_title;
    QLabel *m_status;
    QLabel *m_sold;
    QTreeWidget *m_tickets;
    QPushButton *m_refund;
    QPushButton *m_owed;
    QPushButton *m_revoke;
    QPushButton *m_reinstate;
    QPushButton *m_give;
    QPushButton *m_exchange;
    QPushButton *m_level;
    QPushButton *m_print;
    TenderList *m_payments;
    QLabel *m_history;
};

} // namespace foyer
