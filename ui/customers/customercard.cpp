#include "ui/customers/customercard.h"

#include "ui/customers/statementview.h"
#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <QtGui/QTextDocument>
#include <QtPrintSupport/QPrintPreviewDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

namespace foyer {

CustomerCard::CustomerCard(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_name(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_edit(makeButton(QString(), ButtonRole::Secondary, this))
    , m_more(makeButton(QString(), ButtonRole::Secondary, this))
    , m_moreMenu(new QMenu(this))
    , m_view(new StatementView(this))
{
    m_name->setObjectName(QStringLiteral("cardName"));
    m_detail->setObjectName(QStringLiteral("cardDetail"));
    m_edit->setObjectName(QStringLiteral("editCustomer"));
    m_more->setObjectName(QStringLiteral("moreVerbs"));
    m_more->setMenu(m_moreMenu);
    setTextRole(m_name, TypeRole::Section);
    setTone(m_detail, Tone::Muted);
    for (QLabel *label : {m_name, m_detail, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_detail);
    words->addWidget(m_notes);
    head->addLayout(words, 1);
    head->addWidget(m_edit, 0, Qt::AlignTop);
    head->addWidget(m_more, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Medium);
    layout->addLayout(head);
    layout->addWidget(makeWalletHead());
    layout->addWidget(m_view, 1);
    layout->addWidget(makeFoot());
    layout->addStretch(); // where there is no wallet yet
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(m_purse.customer); });
    connect(m_moreMenu, &QMenu::aboutToShow, this, &CustomerCard::fillMore);
    say(this, [this] { refresh(); });
    m_backend.run(this, [](Desk &desk) { return desk.office.catalogue().venues(); }, [this](const Result<std::vector<Venue>> &venues) {
        if (venues && !venues->empty())
            m_house = venues->front().currency;
        refresh();
    });
}

QWidget *CustomerCard::makeWalletHead()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    m_balance = new QLabel(row);
    m_balance->setObjectName(QStringLiteral("walletBalance"));
    setTextRole(m_balance, TypeRole::Total);
    m_choice = new QComboBox(row);
    m_choice->setObjectName(QStringLiteral("walletChoice"));
    layout->addWidget(m_balance);
    layout->addWidget(m_choice);
    layout->addStretch();
    const auto add = [&](const char *name, ButtonRole role) {
        QPushButton *button = makeButton(QString(), role, row);
        button->setObjectName(QLatin1String(name));
        layout->addWidget(button);
        return button;
    };
    m_open = add("openWallet", ButtonRole::Primary);
    m_deposit = add("deposit", ButtonRole::Primary);
    m_withdraw = add("withdraw", ButtonRole::Secondary);
    m_transfer = add("transfer", ButtonRole::Secondary);
    const auto want = [this](WalletRequest::Kind kind) {
        return [this, kind] {
            if (wallet())
                Q_EMIT moneyWanted(kind, *wallet());
        };
    };
    connect(m_deposit, &QPushButton::clicked, this, want(WalletRequest::Kind::Deposit));
    connect(m_withdraw, &QPushButton::clicked, this, want(WalletRequest::Kind::Withdraw));
    connect(m_transfer, &QPushButton::clicked, this, want(WalletRequest::Kind::Transfer));
    connect(m_open, &QPushButton::clicked, this, &CustomerCard::openWallet);
    connect(m_choice, &QComboBox::activated, this, [this] {
        refresh();
        readStatement();
    });
    return row;
}

QWidget *CustomerCard::makeFoot()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch();
    m_csv = makeButton(QString(), ButtonRole::Secondary, row);
    m_csv->setObjectName(QStringLiteral("exportStatement"));
    m_print = makeButton(QString(), ButtonRole::Secondary, row);
    m_print->setObjectName(QStringLiteral("printStatement"));
    layout->addWidget(m_csv);
    layout->addWidget(m_print);
    connect(m_csv, &QPushButton::clicked, this, &CustomerCard::exportCsv);
    connect(m_print, &QPushButton::clicked, this, &CustomerCard::print);
    return row;
}

void CustomerCard::present(const FoundPurse &purse, const Actor &actor)
{
    const bool isOther = purse.customer.id != m_purse.customer.id || purse.isGiftCard();
    m_purse = purse;
    m_actor = actor;
    const int choice = isOther ? 0 : std::max(0, m_choice->currentIndex());
    m_choice->clear();
    for (const Wallet &one : purse.wallets)
        m_choice->addItem(one.balance.currency().code());
    m_choice->setCurrentIndex(purse.wallets.empty() ? -1 : std::min(choice, int(purse.wallets.size()) - 1));
    if (isOther)
        m_statement = {};
    refresh();
    readStatement();
}

const Wallet *CustomerCard::wallet() const
{
    const int choice = m_choice->currentIndex();
    return choice < 0 || choice >= int(m_purse.wallets.size()) ? nullptr : &m_purse.wallets[size_t(choice)];
}

void CustomerCard::reload()
{
    const bool isGiftCard = m_purse.isGiftCard();
    const AccountId account = isGiftCard && wallet() ? wallet()->id : AccountId();
    m_backend.run(this, [id = m_purse.customer.id, account, isGiftCard](Desk &desk) -> Result<FoundPurse> {
        if (isGiftCard) {
            auto card = desk.office.wallets().get(account);
            return card ? Result<FoundPurse>(FoundPurse{{}, {*card}}) : fail(card.error());
        }
        const auto customer = desk.office.customers().get(id);
        return customer ? purseOf(desk, *customer) : Result<FoundPurse>(fail(customer.error()));
    }, [this, asked = ++m_asked](const Result<FoundPurse> &purse) {
        if (asked != m_asked)
            return;
        if (!purse)
            return Q_EMIT failed(purse.error());
        present(*purse, m_actor);
    });
}

void CustomerCard::readStatement()
{
    const int asked = ++m_asked;
    if (!wallet())
        return;
    m_backend.run(this, [id = wallet()->id](Desk &desk) { return desk.office.wallets().statement(id); }, [this, asked](const Result<WalletStatement> &statement) {
        if (asked != m_asked)
            return;
        if (!statement)
            return Q_EMIT failed(statement.error());
        m_statement = *statement;
        refresh();
    });
}

void CustomerCard::refresh()
{
    const Wallet *shown = wallet();
    const bool isPerson = !m_purse.isGiftCard();
    m_name->setText(m_purse.title());
    m_detail->setText(QStringList{m_purse.customer.email, m_purse.customer.phone}.filter(QRegularExpression(QStringLiteral("."))).join(QStringLiteral(" · ")));
    m_detail->setVisible(!m_detail->text().isEmpty());
    m_notes->setText(m_purse.customer.notes);
    m_notes->setVisible(!m_purse.customer.notes.isEmpty());
    m_edit->setText(tr("Edit…"));
    m_edit->setAccessibleName(tr("Edit this customer"));
    m_edit->setVisible(isPerson);
    m_more->setText(tr("More"));
    m_more->setVisible(isPerson && may(m_actor.role, Permission::ManageCustomers));
    m_choice->setAccessibleName(tr("Currency of the wallet"));
    m_choice->setVisible(m_purse.wallets.size() > 1);
    const Money balance = m_statement.wallet.id == (shown ? shown->id : AccountId()) ? m_statement.wallet.balance : shown ? shown->balance : Money();
    m_balance->setText(shown ? formatMoney(balance, MoneySign::Show) : tr("No wallet yet"));
    m_open->setText(tr("Open a wallet in %1").arg(m_house.code()));
    m_open->setVisible(isPerson && !m_purse.wallet(m_house));
    m_deposit->setText(tr("Pay in…"));
    m_withdraw->setText(tr("Pay out…"));
    m_transfer->setText(tr("Transfer…"));
    m_deposit->setVisible(shown);
    for (QPushButton *button : {m_withdraw, m_transfer}) {
        button->setVisible(shown && may(m_actor.role, Permission::MoveWalletMoney));
        button->setEnabled(balance.isPositive());
    }
    m_csv->setText(tr("Export as CSV…"));
    m_print->setText(tr("Print statement…"));
    m_csv->setEnabled(!m_statement.entries.empty());
    m_print->setEnabled(!m_statement.entries.empty());
    m_view->setVisible(shown);
    m_csv->parentWidget()->setVisible(shown);
    m_view->setStatement(m_statement);
}

void CustomerCard::fillMore()
{
    m_moreMenu->clear();
    m_moreMenu->addAction(tr("Merge with another entry…"), this, [this] { Q_EMIT mergeWanted(m_purse.customer); });
    m_moreMenu->addAction(tr("Export everything known…"), this, &CustomerCard::exportData);
    m_moreMenu->addAction(tr("Erase this person…"), this, [this] { Q_EMIT eraseWanted(m_purse.customer); });
}

void CustomerCard::openWallet()
{
    m_open->setEnabled(false);
    m_backend.run(this, [id = m_purse.customer.id, currency = m_house, actor = m_actor](Desk &desk) { return desk.office.wallets().open(actor, id, currency); },
                  [this](const Result<Wallet> &opened) {
        m_open->setEnabled(true);
        if (!opened)
            return Q_EMIT failed(opened.error());
        reload();
    });
}

void CustomerCard::exportCsv()
{
    save(tr("Export the statement"), tr("statement") + QStringLiteral(".csv"), statementCsv(m_statement));
}

void CustomerCard::exportData()
{
    m_backend.run(this, [id = m_purse.customer.id, actor = m_actor](Desk &desk) { return desk.office.customerRecords().exportData(actor, id); },
                  [this](const Result<QByteArray> &known) {
        if (!known)
            return Q_EMIT failed(known.error());
        save(tr("Export everything known"), tr("customer") + QStringLiteral(".json"), *known);
    });
}

void CustomerCard::save(const QString &title, const QString &name, const QByteArray &bytes)
{
    const QString path = QFileDialog::getSaveFileName(this, title, QDir::home().filePath(name));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        Q_EMIT failed({ErrorCode::FileUnreadable, {QDir::toNativeSeparators(path), file.errorString()}, {}});
    else
        Q_EMIT told(tr("Saved as %1.").arg(QDir::toNativeSeparators(path)));
}

void CustomerCard::print()
{
    auto *preview = new QPrintPreviewDialog(this);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &QPrintPreviewDialog::paintRequested, this, [html = statementHtml(m_statement)](QPrinter *printer) {
        QTextDocument document;
        document.setHtml(html);
        document.print(printer);
    });
    preview->open();
}

} // namespace foyer
