// CustomersPage: people and gift cards found by typing on the left; who was chosen, with the wallet, on the right.
#pragma once

#include "ui/backend/backend.h"
#include "ui/customers/foundpurse.h"
#include "ui/pay/pressguard.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace foyer {

class Banner;
class CustomerCard;
class CustomerForm;
class CustomerPicker;
class EmptyState;
class MoneyForm;
class Theme;

class CustomersPage final : public QWidget
{
    Q_OBJECT

public:
    CustomersPage(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent = nullptr);

    void activate(const Session &session);

Q_SIGNALS:
    /// Cash was taken or is given back: somebody needs the drawer.
    void cashMoved();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Side { Nobody, Card, Form, Amount, Merge };

    QWidget *makeLeft();
    QWidget *makeMerge();
    void connectSides();
    void present(const FoundPurse &purse);
    void showCustomer(const Customer &customer);
    void showSide(Side side);
    void leaveSide();
    void addCustomer();
    void issueGiftCard();
    void importFile();
    void readFile(const QByteArray &bytes, bool dryRun);
    void askToMerge(const FoundPurse &other);
    void merge();
    void erase();
    void tell(const Error &error);
    void askFirst(const QString &question, const QString &verb, std::function<void()> yes);

    Backend &m_backend;
    Session m_session;
    Customer m_subject;           ///< to be merged or erased
    FoundPurse m_other;           ///< what it is to be merged with
    std::function<void()> m_yes;  ///< what the banner's verb does
    Banner *m_banner;
    CustomerPicker *m_picker = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_gift = nullptr;
    QPushButton *m_import = nullptr;
    QStackedWidget *m_sides;
    EmptyState *m_nobody;
    CustomerCard *m_card;
    CustomerForm *m_form;
    MoneyForm *m_money;
    CustomerPicker *m_twin = nullptr;
};

} // namespace foyer
