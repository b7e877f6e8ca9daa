#include "ui/customers/moneyform.h"

#include "core/domain/errortext.h"
#include "ui/customers/customerpicker.h"
#include "ui/format.h"
#include "ui/frame/keyhelp.h"
#include "ui/pay/busyrow.h"
#include "ui/pay/machinequestion.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/numpad.h"

#include <QtCore/QUuid>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

using MoneyKind = WalletRequest::Kind;

/// Whether the request may have been carried out although it failed.
bool mayHaveArrived(const Error &error)
{
    return error.code == ErrorCode::DatabaseUnavailable || error.code == ErrorCode::Internal;
}

} // namespace

MoneyForm::MoneyForm(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_deposit(backend)
    , m_guard(now)
    , m_form(new QWidget(this))
    , m_title(new QLabel(this))
    , m_balance(new QLabel(this))
    , m_amount(new QLabel(this))
    , m_target(new QLabel(this))
    , m_picker(new CustomerPicker(backend, QStringLiteral("to"), this))
    , m_pad(new NumPad(theme, Currency(), this))
    , m_receipt(new QLineEdit(this))
    , m_fault(new QLabel(this))
    , m_waiting(new BusyRow(std::chrono::milliseconds(300), this))
    , m_machine(new MachineQuestion(theme, std::move(now), this))
{
    setTextRole(m_title, TypeRole::Section);
    setTone(m_balance, Tone::Muted);
    setTextRole(m_amount, TypeRole::Total);
    setTextRole(m_target, TypeRole::Strong);
    setTone(m_fault, Tone::Bad);
    for (QLabel *label : {m_title, m_target, m_fault}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_amount->setObjectName(QStringLiteral("walletAmount"));
    m_target->setObjectName(QStringLiteral("transferTo"));
    m_fault->setObjectName(QStringLiteral("moneyFault"));
    m_receipt->setObjectName(QStringLiteral("walletReceipt"));
    m_receipt->setMinimumHeight(48);
    auto *amountLine = new QHBoxLayout;
    amountLine->addWidget(m_balance, 1);
    amountLine->addWidget(m_amount);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::Small);
    left->addLayout(amountLine);
    left->addWidget(m_pad);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(space::Small);
    right->addWidget(m_target);
    right->addWidget(m_picker, 1);
    right->addWidget(m_receipt);
    right->addWidget(m_fault);
    right->addWidget(m_waiting);
    right->addWidget(makeVerbs());
    right->addStretch();
    auto *sides = new QHBoxLayout(m_form);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(space::Large);
    sides->addLayout(left, 1);
    sides->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_machine, 1);
    m_machine->hide();
    setTabOrder(m_pad, m_picker);
    setTabOrder(m_picker, m_receipt);
    setTabOrder(m_receipt, m_cash);
    connectVerbs();
    connectCard();
    say(this, [this] {
        m_pad->setAccessibleName(tr("Amount"));
        m_receipt->setPlaceholderText(tr("Number on the card machine's receipt"));
        m_receipt->setAccessibleName(m_receipt->placeholderText());
        m_picker->setHint(tr("Who gets the money? Type a name, or a gift card's code."));
        m_cancel->setText(tr("Cancel   Esc"));
        refresh();
    });
}

QWidget *MoneyForm::makeVerbs()
{
    auto *verbs = new QWidget(this);
    auto *layout = new QVBoxLayout(verbs);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    const auto add = [&](ButtonRole role, const char *name) {
        QPushButton *button = makeButton(QString(), role, verbs);
        button->setObjectName(QLatin1String(name));
        layout->addWidget(button);
        return button;
    };
    m_cash = add(ButtonRole::Primary, "byCash");
    m_card = add(ButtonRole::Secondary, "byCard");
    m_transfer = add(ButtonRole::Primary, "transferNow");
    m_cancel = add(ButtonRole::Secondary, "cancelMoney");
    return verbs;
}

void MoneyForm::connectVerbs()
{
    connect(m_cash, &QPushButton::clicked, this, [this] { send(Tender::Cash); });
    connect(m_card, &QPushButton::clicked, this, [this] { send(Tender::Card); });
    connect(m_transfer, &QPushButton::clicked, this, [this] { send(Tender::Cash); });
    connect(m_cancel, &QPushButton::clicked, this, &MoneyForm::cancelled);
    connect(m_pad, &NumPad::amountChanged, this, &MoneyForm::refresh);
    connect(m_receipt, &QLineEdit::textChanged, this, &MoneyForm::refresh);
    connect(m_picker, &CustomerPicker::chosen, this, &MoneyForm::choose);
    connect(m_picker, &CustomerPicker::failed, this, [this](const Error &error) { tell(sentence(error)); });
    describeKeys(this, {{QT_TRANSLATE_NOOP("Keys", "Enter"), QT_TRANSLATE_NOOP("Keys", "go on with the typed amount, in cash")},
                        {"F10", QT_TRANSLATE_NOOP("Keys", "pay the typed amount in by card")}});
}

void MoneyForm::connectCard()
{
    connect(m_waiting, &BusyRow::stopped, &m_deposit, &DepositFlow::stopWaiting);
    connect(m_machine, &MachineQuestion::approved, this, [this](const QString &receipt) {
        m_machine->setBusy(true);
        m_deposit.tell({GatewayOutcome::Kind::Captured, receipt, {}});
    });
    connect(m_machine, &MachineQuestion::declined, this, [this] {
        m_machine->setBusy(true);
        m_deposit.tell({GatewayOutcome::Kind::Declined, {}, {}});
    });
    connect(m_machine, &MachineQuestion::leftOpen, this, [this] {
        m_machine->setBusy(true);
        m_deposit.tell({GatewayOutcome::Kind::Unknown, {}, {}});
    });
    connect(&m_deposit, &DepositFlow::machineAsked, this, &MoneyForm::askMachine);
    connect(&m_deposit, &DepositFlow::captured, this, [this](const CardDeposit &deposit) {
        leaveMachine();
        Q_EMIT done(deposit.receipt(), false);
    });
    connect(&m_deposit, &DepositFlow::leftOpen, this, [this](const CardDeposit &deposit) {
        leaveMachine();
        Q_EMIT leftOpen(deposit.amount);
    });
    connect(&m_deposit, &DepositFlow::refused, this, [this](const Error &error) {
        leaveMachine();
        tell(sentence(error));
        m_pad->setFocus(Qt::OtherFocusReason);
    });
}

void MoneyForm::askMachine(const CardDeposit &deposit)
{
    m_waiting->rest();
    m_form->hide();
    m_machine->show();
    m_machine->ask(MachineQuestion::About::Charge, deposit.amount);
}

void MoneyForm::leaveMachine()
{
    m_isBusy = false;
    m_waiting->rest();
    m_machine->hide();
    m_form->show();
    refresh();
}

void MoneyForm::begin(MoneyKind kind, const Wallet &wallet, const QString &owner, const Actor &actor)
{
    m_kind = kind;
    m_wallet = wallet;
    m_owner = owner;
    m_actor = actor;
    m_to.reset();
    m_sent.reset();
    m_deposit.forget();
    leaveMachine();
    m_guard.close();
    m_fault->hide();
    m_receipt->clear();
    m_picker->begin();
    m_pad->setAmount(Money::zero(wallet.balance.currency()));
    refresh();
    m_pad->setFocus(Qt::OtherFocusReason);
}

void MoneyForm::refresh()
{
    const bool isIn = m_kind == MoneyKind::Deposit;
    const QString amount = formatMoney(m_pad->amount(), MoneySign::Show);
    m_title->setText(isIn ? tr("Pay in for %1").arg(m_owner) : isTransfer() ? tr("Transfer from %1").arg(m_owner) : tr("Pay out to %1").arg(m_owner));
    m_balance->setText(tr("Balance %1").arg(formatMoney(m_wallet.balance, MoneySign::Show)));
    m_amount->setText(amount);
    m_picker->setVisible(isTransfer() && !m_to);
    m_target->setVisible(isTransfer() && m_to);
    m_target->setText(m_to ? tr("To %1").arg(m_to->title()) : QString());
    m_receipt->setVisible(!isTransfer() && !takesCard());
    m_cash->setVisible(!isTransfer());
    m_card->setVisible(!isTransfer());
    m_transfer->setVisible(isTransfer());
    m_cash->setText(isIn ? tr("Take %1 in cash   ⏎").arg(amount) : tr("Pay out %1 in cash   ⏎").arg(amount));
    m_card->setText(isIn ? tr("Take %1 by card   F10").arg(amount) : tr("%1 went to a card").arg(amount));
    m_transfer->setText(tr("Transfer %1   ⏎").arg(amount));
    const bool ready = !m_isBusy && m_pad->amount().isPositive();
    m_cash->setEnabled(ready);
    const bool lacksReceipt = !takesCard() && m_receipt->text().trimmed().isEmpty();
    m_card->setEnabled(ready && !lacksReceipt);
    m_card->setToolTip(lacksReceipt ? tr("The card machine's receipt has the number that is missing") : QString());
    m_transfer->setEnabled(ready && m_to);
}

void MoneyForm::choose(const FoundPurse &purse)
{
    if (!purse.wallet(m_wallet.balance.currency()))
        return tell(tr("%1 has no wallet in %2. Open one first.").arg(purse.title(), m_wallet.balance.currency().code()));
    m_fault->hide();
    m_to = purse;
    refresh();
    m_transfer->setFocus(Qt::OtherFocusReason);
}

void MoneyForm::send(Tender tender)
{
    if (m_isBusy || !m_guard.isOpen() || !m_pad->amount().isPositive() || (isTransfer() && !m_to))
        return;
    m_guard.close();
    if (takesCard() && tender == Tender::Card) {
        m_fault->hide();
        m_isBusy = true;
        m_waiting->setText(tr("Waiting for the card"));
        m_waiting->setStoppable(true);
        m_waiting->work();
        refresh();
        return m_deposit.charge(m_actor, m_wallet.id, m_pad->amount());
    }
    const QString reference = tender == Tender::Card ? m_receipt->text() : QString();
    WalletRequest request{m_kind, m_wallet.id, m_to ? m_to->wallet(m_wallet.balance.currency())->id : AccountId(), tender, m_pad->amount(), {}, reference};
    const bool isSame = m_sent && m_sent->to == request.to && m_sent->tender == request.tender && m_sent->amount == request.amount && m_sent->reference == reference;
    request.key = isSame ? m_sent->key : QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_sent = request;
    m_isBusy = true;
    refresh();
    const bool cash = !isTransfer() && tender == Tender::Cash;
    m_backend.run(this, [request, actor = m_actor](Desk &desk) { return desk.office.wallets().move(actor, request); },
                  [this, cash](const Result<WalletReceipt> &receipt) { answer(receipt, cash); });
}

void MoneyForm::answer(const Result<WalletReceipt> &receipt, bool cash)
{
    m_isBusy = false;
    refresh();
    if (receipt) {
        m_sent.reset();
        return Q_EMIT done(*receipt, cash);
    }
    if (!mayHaveArrived(receipt.error()))
        m_sent.reset();
    tell(sentence(receipt.error()));
    m_pad->setFocus(Qt::OtherFocusReason);
}

void MoneyForm::tell(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->show();
}

void MoneyForm::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape && m_deposit.isAsking())
        m_deposit.stopWaiting();
    else if (event->key() == Qt::Key_Escape && !m_machine->isVisible())
        Q_EMIT cancelled();
    else if (event->key() == Qt::Key_F10 && takesCard())
        send(Tender::Card);
    else if (auto *button = qobject_cast<QPushButton *>(focusWidget()); isEnter && button)
        button->click();
    else if (isEnter && isTransfer() && !m_to)
        m_picker->setFocus(Qt::OtherFocusReason);
    else if (isEnter)
        send(m_receipt->hasFocus() && !isTransfer() ? Tender::Card : Tender::Cash);
    else
        QWidget::keyPressEvent(event);
}

} // namespace foyer
