#include "ui/pay/walletside.h"

#include "core/domain/errortext.h"
#include "ui/customers/customerpicker.h"
#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer {

WalletSide::WalletSide(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_title(new QLabel(this))
    , m_picker(new CustomerPicker(backend, QStringLiteral("purse"), this))
    , m_who(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_pay(makeButton(QString(), ButtonRole::Pay, this))
    , m_leave(makeButton(QString(), ButtonRole::Secondary, this))
{
    setTextRole(m_title, TypeRole::Section);
    setTextRole(m_who, TypeRole::Strong);
    setTone(m_fault, Tone::Bad);
    for (QLabel *label : {m_title, m_who, m_fault}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_who->setObjectName(QStringLiteral("purseOwner"));
    m_fault->setObjectName(QStringLiteral("purseFault"));
    m_pay->setObjectName(QStringLiteral("payFromWallet"));
    m_leave->setObjectName(QStringLiteral("leaveWallet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Small, 0, space::Small, 0);
    layout->setSpacing(space::Medium);
    layout->addWidget(m_title);
    layout->addWidget(m_picker, 1);
    layout->addWidget(m_who);
    layout->addWidget(m_fault);
    layout->addWidget(m_pay);
    layout->addWidget(m_leave);
    connect(m_picker, &CustomerPicker::chosen, this, &WalletSide::ask);
    connect(m_picker, &CustomerPicker::failed, this, [this](const Error &error) { tell(sentence(error)); });
    connect(m_pay, &QPushButton::clicked, this, &WalletSide::pay);
    connect(m_leave, &QPushButton::clicked, this, &WalletSide::left);
    say(this, [this] {
        m_picker->setHint(tr("Type the customer's name, or the gift card's code."));
        m_leave->setText(tr("Pay in another way   Esc"));
        refresh();
    });
}

void WalletSide::begin(Money amount, CustomerId customer)
{
    m_wanted = amount;
    m_purse.reset();
    m_fault->hide();
    m_picker->begin();
    refresh();
    m_picker->setFocus(Qt::OtherFocusReason);
    const int begun = ++m_begun;
    if (customer.isNull())
        return;
    m_backend.run(this, [customer](Desk &desk) -> Result<FoundPurse> {
        const auto found = desk.office.customers().get(customer);
        return found ? purseOf(desk, *found) : Result<FoundPurse>(fail(found.error()));
    }, [this, begun](const Result<FoundPurse> &purse) {
        if (begun == m_begun && purse && m_picker->typed().isEmpty() && purse->wallet(m_wanted.currency()))
            ask(*purse);
    });
}

void WalletSide::ask(const FoundPurse &purse)
{
    const Wallet *wallet = purse.wallet(m_wanted.currency());
    if (!wallet)
        return tell(tr("%1 has no wallet in %2. Pay in another way.").arg(purse.title(), m_wanted.currency().code()));
    if (!wallet->balance.isPositive())
        return tell(tr("There is nothing on it: %1.").arg(purse.title()));
    m_fault->hide();
    m_purse = purse;
    refresh();
    m_pay->setFocus(Qt::OtherFocusReason);
}

void WalletSide::refresh()
{
    m_title->setText(tr("%1 from a wallet or gift card").arg(formatMoney(m_wanted, MoneySign::Show)));
    m_pay->setVisible(m_purse.has_value());
    m_who->setVisible(m_purse.has_value());
    if (!m_purse)
        return;
    const Money balance = m_purse->wallet(m_wanted.currency())->balance;
    m_who->setText(tr("%1: %2 on it").arg(m_purse->title(), formatMoney(balance, MoneySign::Show)));
    m_pay->setText(tr("Take %1   ⏎").arg(formatMoney(std::min(balance, m_wanted), MoneySign::Show)));
    m_pay->setAccessibleName(tr("Take %1 from %2").arg(formatMoney(std::min(balance, m_wanted), MoneySign::Show), m_purse->title()));
}

void WalletSide::tell(const QString &fault)
{
    m_purse.reset();
    refresh();
    m_fault->setText(fault);
    m_fault->show();
}

void WalletSide::pay()
{
    if (!m_purse)
        return;
    const Wallet wallet = *m_purse->wallet(m_wanted.currency());
    Q_EMIT chosen(wallet, std::min(wallet.balance, m_wanted));
}

void WalletSide::focusInEvent(QFocusEvent *)
{
    (m_purse ? static_cast<QWidget *>(m_pay) : m_picker)->setFocus(Qt::OtherFocusReason);
}

void WalletSide::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (isEnter && m_leave->hasFocus())
        Q_EMIT left();
    else if (isEnter && m_purse)
        pay();
    else
        QWidget::keyPressEvent(event);
}

} // namespace foyer
