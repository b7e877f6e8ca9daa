// CustomerCard: a person or a gift card with what is in the wallet: balance, statement, and the verbs.
#pragma once

#include "core/services/wallets.h"
#include "ui/backend/backend.h"
#include "ui/customers/foundpurse.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class StatementView;

class CustomerCard final : public QWidget
{
    Q_OBJECT

public:
    explicit CustomerCard(Backend &backend, QWidget *parent = nullptr);

    void present(const FoundPurse &purse, const Actor &actor);
    /// Reads the statement, and what is in the wallets, again.
    void reload();
    const FoundPurse &purse() const { return m_purse; }
    const WalletStatement &statement() const { return m_statement; }

Q_SIGNALS:
    void editWanted(const foyer::Customer &customer);
    void moneyWanted(foyer::WalletRequest::Kind kind, const foyer::Wallet &wallet);
    void mergeWanted(const foyer::Customer &customer);
    void eraseWanted(const foyer::Customer &customer);
    void failed(const foyer::Error &error);
    /// What was done, in a sentence.
    void told(const QString &sentence);

private:
    QWidget *makeWalletHead();
    QWidget *makeFoot();
    void fillMore();
    void openWallet();
    void readStatement();
    void refresh();
    void exportCsv();
    void exportData();
    void print();
    void save(const QString &title, const QString &name, const QByteArray &bytes);
    const Wallet *wallet() const;

    Backend &m_backend;
    Actor m_actor;
    FoundPurse m_purse;
    WalletStatement m_statement;
    Currency m_house; ///< what the first venue charges in
    int m_asked = 0;  ///< answers for somebody else are dropped

    QLabel *m_name;
    QLabel *m_detail;
    QLabel *m_notes;
    QLabel *m_balance = nullptr;
    QComboBox *m_choice = nullptr;
    QPushButton *m_edit;
    QPushButton *m_more;
    QMenu *m_moreMenu;
    QPushButton *m_open = nullptr;
    QPushButton *m_deposit = nullptr;
    QPushButton *m_withdraw = nullptr;
    QPushButton *m_transfer = nullptr;
    StatementView *m_view;
    QPushButton *m_csv = nullptr;
    QPushButton *m_print = nullptr;
};

} // namespace foyer
