// CompPanel: stands in the cart's place while its tickets are given free of charge: why, and who allows it.
#pragma once

#include "core/services/checkout.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class ApprovalPanel;
class Backend;
class Theme;

class CompPanel final : public QWidget
{
    Q_OBJECT

public:
    CompPanel(const Theme &theme, Backend &backend, QWidget *parent = nullptr);

    void open(const Reservation &cart, const Session &session);
    /// Nothing is asked any more.
    void forget();

Q_SIGNALS:
    void given(const foyer::CheckoutState &state);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void makeApproval();
    void allow();
    void give(const Actor &actor);

    const Theme &m_theme;
    Backend &m_backend;
    Session m_session;
    Reservation m_cart;
    bool m_isBusy = false;
    QLabel *m_title;
    QLabel *m_words;
    QLineEdit *m_reason;
    QLabel *m_fault;
    QPushButton *m_give;
    QPushButton *m_leave;
    ApprovalPanel *m_approval = nullptr;
};

} // namespace foyer
