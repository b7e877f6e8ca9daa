// CustomerPanel: whom the cart is for, in the place of the cart: found by typing, or added with as little as a name.
#pragma once

#include "ui/backend/backend.h"
#include "ui/sell/sidepanel.h"
#include "ui/session.h"

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace foyer {

class CustomerPanel final : public SidePanel
{
    Q_OBJECT

public:
    explicit CustomerPanel(Backend &backend, QWidget *parent = nullptr);

    void setActor(const Actor &actor) { m_actor = actor; }
    /// An e-mail alone will do, too: of somebody who is not registered.
    void setTakesEmail(bool takes) { m_takesEmail = takes; }
    /// Empties the fields and puts the keyboard into the first. `hasCustomer`: there is one to take off.
    /// `title`: what somebody is looked for; empty: whoever buys.
    void open(bool hasCustomer, const QString &title = {});

Q_SIGNALS:
    void chosen(const foyer::Customer &customer);
    void takenOff();
    void emailChosen(const QString &email);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void choose() override;
    void retranslate() override;

private:
    void search();
    void showFound(const std::vector<Customer> &found);
    void add();
    void refresh();
    bool isEmailAlone() const;

    Backend &m_backend;
    Actor m_actor;
    QLineEdit *m_name;
    QLabel *m_hint;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QLabel *m_fault;
    QPushButton *m_takeOff;
    QPushButton *m_add;
    QPushButton *m_toEmail;
    std::vector<Customer> m_found;
    QString m_wanted; ///< for what somebody is looked for; empty: whoever buys
    bool m_isAdding = false;
    bool m_takesEmail = false;
    int m_asked = 0; ///< answers to an earlier word are dropped
};

} // namespace foyer
