// CompPanel: stands in the cart's place while its tickets are given free of charge: why, and who allows it.
#pragma once

#include "core/services/checkout.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class ApprovalPanel;
class Backend;

class CompPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `approval`: stands over the column and asks for a second person.
    CompPanel(Backend &backend, std::function<ApprovalPanel &()> approval, QWidget *parent = nullptr);

    void open(const Reservation &cart, const Session &session);

Q_SIGNALS:
    void given(const foyer::CheckoutState &state);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void takeKeys();
    void allow();
    void give(const Actor &actor);

    Backend &m_backend;
    const std::function<ApprovalPanel &()> m_approval;
    Session m_session;
    Reservation m_cart;
    bool m_isBusy = false;
    QLabel *m_title;
    QLabel *m_words;
    QLineEdit *m_reason;
    QLabel *m_fault;
    QPushButton *m_give;
    QPushButton *m_leave;
};

} // namespace foyer
