#include "ui/pages/openpaymentspage.h"

#include "core/domain/errortext.h"
#include "ui/approval/approvalpanel.h"
#include "ui/backend/backend.h"
#include "ui/format.h"
#include "ui/pay/machinequestion.h"
#include "ui/pay/soldtext.h"
#include "ui/pay/tenderlist.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

namespace foyer {
namespace {

constexpr int QuestionWidth = 620;

} // namespace

OpenPaymentsPage::OpenPaymentsPage(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_sides(new QStackedWidget(this))
    , m_list(new QVBoxLayout)
    , m_nothing(new EmptyState(theme, IconName::Card, QString(), QString(), this))
    , m_banner(new Banner(theme, this))
    , m_question(new MachineQuestion(theme, std::move(now), this))
    , m_approval(new ApprovalPanel(theme, backend, this))
    , m_back(makeButton(QString(), ButtonRole::Secondary, this))
{
    m_back->setObjectName(QStringLiteral("leaveOpenPayments"));
    m_banner->setDismissable(true);
    auto *title = new QLabel(this);
    say(this, [this, title] {
        title->setText(tr("Open card payments"));
        m_back->setText(tr("Back   Esc"));
        m_nothing->setText(tr("Every card payment of this till has its answer. Nothing is to be settled."));
        if (isVisible())
            reload();
    });
    setTextRole(title, TypeRole::Section);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_back);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    m_rows = new QWidget;
    m_rows->setAutoFillBackground(false);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(space::Medium);
    m_rows->setLayout(m_list);
    scroll->setWidget(m_rows);
    auto *asked = new QWidget(this);
    auto *middle = new QHBoxLayout(asked);
    m_question->setMaximumWidth(QuestionWidth);
    middle->addStretch();
    middle->addWidget(m_question, 1);
    middle->addStretch();
    m_sides->addWidget(m_nothing);
    m_sides->addWidget(scroll);
    m_sides->addWidget(asked);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(space::Medium);
    layout->addLayout(head);
    layout->addWidget(m_banner);
    layout->addWidget(m_sides, 1);
    auto *beside = new QHBoxLayout(this);
    beside->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    beside->setSpacing(space::Large);
    beside->addLayout(layout, 1);
    beside->addWidget(m_approval);
    connect(m_back, &QPushButton::clicked, this, &OpenPaymentsPage::leave);
    connect(m_question, &MachineQuestion::approved, this, [this](const QString &receipt) { tell({GatewayOutcome::Kind::Captured, receipt, {}}); });
    connect(m_question, &MachineQuestion::declined, this, [this] { tell({GatewayOutcome::Kind::Declined, {}, {}}); });
    connect(m_question, &MachineQuestion::leftOpen, this, &OpenPaymentsPage::leave);
    connect(&m_backend, &Backend::depositChanged, this, &OpenPaymentsPage::reload);
}

void OpenPaymentsPage::activate(const Session &session)
{
    m_session = session;
    m_approval->cancel();
    m_banner->clear();
    m_back->setFocus();
    reload();
}

void OpenPaymentsPage::reload()
{
    m_backend.run(this, read, [this](const Result<All> &all) {
        if (!all)
            return m_banner->showMessage(Tone::Bad, sentence(all.error()));
        Q_EMIT countChanged(int(all->open.size() + all->owed.size() + all->deposits.size()));
        show(*all);
    });
}

Result<OpenPaymentsPage::All> OpenPaymentsPage::read(Desk &desk)
{
    const auto payments = desk.office.checkout().unresolved();
    if (!payments)
        return fail(payments.error());
    auto owed = desk.office.owedMoney().list();
    if (!owed)
        return fail(owed.error());
    const auto deposits = desk.office.deposits().unresolved();
    if (!deposits)
        return fail(deposits.error());
    All all{{}, std::move(*owed), {}};
    for (const CardDeposit &deposit : *deposits) {
        const auto statement = desk.office.wallets().statement(deposit.wallet);
        all.deposits.push_back({deposit, statement ? statement->owner : QString()});
    }
    for (const Payment &payment : *payments)
        if (auto sale = desk.office.checkout().find(payment.reservation))
            all.open.push_back({payment, std::move(*sale)});
    return all;
}

void OpenPaymentsPage::show(const All &all)
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        if (QWidget *row = item->widget())
            row->deleteLater();
        delete item;
    }
    for (const Owed &one : all.owed)
        m_list->addWidget(makeOwedRow(one));
    for (const Open &one : all.open)
        m_list->addWidget(makeRow(one));
    for (const WaitingDeposit &one : all.deposits)
        m_list->addWidget(makeDepositRow(one));
    m_list->addStretch();
    const bool isAsked = std::any_of(all.open.begin(), all.open.end(), [this](const Open &one) { return one.payment.id == m_asked; })
        || std::any_of(all.deposits.begin(), all.deposits.end(), [this](const WaitingDeposit &one) { return one.deposit.id == m_askedDeposit; });
    if (!isAsked) // else the question stays under the supervisor's hands
        showList(all.open.empty() && all.owed.empty() && all.deposits.empty());
}

void OpenPaymentsPage::showList(bool empty)
{
    m_asked = {};
    m_askedDeposit = {};
    m_sides->setCurrentIndex(empty ? 0 : 1);
}

/// The left part of a row; verbs go into its layout.
QWidget *OpenPaymentsPage::makeWords(Money much, Instant when, const QString &why, const QString &words)
{
    auto *row = new QFrame(m_rows);
    setPanel(row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    layout->setSpacing(space::Large);
    auto *lines = new QVBoxLayout;
    auto *amount = new QLabel(QStringLiteral("%1 · %2").arg(formatMoney(much, MoneySign::Show), formatMoment(QDateTime::fromMSecsSinceEpoch(when.ms))), row);
    setTextRole(amount, TypeRole::Strong);
    auto *state = new QLabel(why, row);
    setTone(state, Tone::Warn);
    auto *what = new QLabel(words, row);
    setTone(what, Tone::Muted);
    for (QLabel *label : {state, what}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    for (QLabel *label : {amount, state, what})
        lines->addWidget(label);
    layout->addLayout(lines, 1);
    return row;
}

QWidget *OpenPaymentsPage::makeOwedRow(const Owed &owed)
{
    const QString why = owed.reason.isEmpty() ? tr("The card did not take this back: it is still owed to the customer.")
                                              : tr("The card did not take this back: %1. It is still owed to the customer.").arg(owed.reason);
    QWidget *row = makeWords(owed.amount, owed.sale.payments.back().createdAt, why, cartText(owed.sale.reservation));
    const QString amount = formatMoney(owed.amount, MoneySign::Show);
    const auto verb = [&](const QString &text, const QString &spoken, const char *name, ButtonRole role, Tender how) {
        QPushButton *button = makeButton(text, role, row);
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(spoken);
        connect(button, &QPushButton::clicked, this, [this, how, reservation = owed.sale.reservation.id] {
            m_approval->withRight(Permission::SettlePayments, m_session, [this, how, reservation](const Actor &allowed) { giveBack(allowed, reservation, how); });
        });
        row->layout()->addWidget(button);
    };
    verb(tr("Try the card again"), tr("Give %1 back to the card once more").arg(amount), "cardAgain", ButtonRole::Secondary, Tender::Card);
    verb(tr("Give back in cash"), tr("Give %1 back in cash").arg(amount), "cashInstead", ButtonRole::Primary, Tender::Cash);
    return row;
}

void OpenPaymentsPage::giveBack(const Actor &actor, ReservationId reservation, Tender how)
{
    m_banner->clear();
    m_backend.run(this, [actor, reservation, how](Desk &desk) -> Result<CheckoutState> {
        auto state = desk.office.owedMoney().giveBack(actor, reservation, how);
        return state && how == Tender::Card ? desk.cards.sendRefunds(reservation) : state;
    }, [this, how](const Result<CheckoutState> &state) {
        if (!state)
            m_banner->showMessage(Tone::Bad, sentence(state.error()));
        else if (how == Tender::Cash)
            Q_EMIT cashMoved();
        m_back->setFocus();
        reload();
    });
}

QWidget *OpenPaymentsPage::makeRow(const Open &open)
{
    const Payment &payment = open.payment;
    QWidget *row = makeWords(payment.amount, payment.createdAt, stateText(payment), cartText(open.sale.reservation));
    if (payment.isByHand())
        addSettle(row, payment.amount, payment.state == PaymentState::Unknown, payment.kind == PaymentKind::Refund ? tr("Given back…") : tr("Settle…"),
                  [this, open](const Actor &teller) { ask(open, teller); });
    if (open.sale.reservation.state == ReservationState::Paying) {
        QPushButton *sale = makeButton(tr("Open the sale"), ButtonRole::Secondary, row);
        sale->setObjectName(QStringLiteral("openSale"));
        connect(sale, &QPushButton::clicked, this, [this, reservation = open.sale.reservation] { Q_EMIT saleOpened(reservation); });
        row->layout()->addWidget(sale);
    }
    return row;
}

QWidget *OpenPaymentsPage::makeDepositRow(const WaitingDeposit &waiting)
{
    const CardDeposit &deposit = waiting.deposit;
    Payment payment;
    payment.tender = Tender::Card;
    payment.state = deposit.state;
    payment.gateway = deposit.gateway;
    QWidget *row = makeWords(deposit.amount, deposit.createdAt, stateText(payment), tr("Into the wallet of %1").arg(waiting.owner));
    if (deposit.isByHand())
        addSettle(row, deposit.amount, deposit.state == PaymentState::Unknown, tr("Settle…"), [this, deposit](const Actor &teller) { ask(deposit, teller); });
    return row;
}

/// What nobody knew at the till is for a supervisor.
void OpenPaymentsPage::addSettle(QWidget *row, Money amount, bool isUnknown, const QString &verb, std::function<void(const Actor &)> ask)
{
    const bool mayAsk = !isUnknown || may(m_session.actor.role, Permission::SettlePayments);
    QPushButton *button = makeButton(mayAsk ? verb : tr("Let a supervisor settle it…"), mayAsk ? ButtonRole::Primary : ButtonRole::Secondary, row);
    button->setObjectName(mayAsk ? QStringLiteral("settle") : QStringLiteral("letSettle"));
    if (mayAsk)
        button->setAccessibleName(tr("Settle %1").arg(formatMoney(amount, MoneySign::Show)));
    connect(button, &QPushButton::clicked, this, [this, mayAsk, ask = std::move(ask)] {
        if (mayAsk)
            ask(m_session.actor);
        else
            m_approval->withRight(Permission::SettlePayments, m_session, ask);
    });
    row->layout()->addWidget(button);
}

void OpenPaymentsPage::ask(const Open &open, const Actor &teller)
{
    m_asked = open.payment.id;
    askAbout(teller, open.payment.kind == PaymentKind::Refund, open.payment.amount);
}

void OpenPaymentsPage::ask(const CardDeposit &deposit, const Actor &teller)
{
    m_askedDeposit = deposit.id;
    askAbout(teller, false, deposit.amount);
}

void OpenPaymentsPage::askAbout(const Actor &teller, bool isRefund, Money amount)
{
    m_teller = teller;
    m_banner->clear();
    m_sides->setCurrentIndex(2);
    m_question->ask(isRefund ? MachineQuestion::About::Refund : MachineQuestion::About::Settlement, amount);
}

void OpenPaymentsPage::tellDeposit(const GatewayOutcome &outcome)
{
    m_backend.run(this, [actor = m_teller, id = m_askedDeposit, outcome](Desk &desk) { return desk.deposits.tell(actor, id, outcome); },
                  [this](const Result<CardDeposit> &deposit) {
        m_question->setBusy(false);
        if (!deposit)
            return m_banner->showMessage(Tone::Bad, sentence(deposit.error()));
        m_askedDeposit = {};
        reload();
    });
}

void OpenPaymentsPage::tell(const GatewayOutcome &outcome)
{
    m_question->setBusy(true);
    if (!m_askedDeposit.isNull())
        return tellDeposit(outcome);
    m_backend.run(this, [actor = m_teller, payment = m_asked, outcome](Desk &desk) { return desk.cards.tell(actor, payment, outcome); },
                  [this](const Result<CheckoutState> &state) {
        m_question->setBusy(false);
        if (!state)
            return m_banner->showMessage(Tone::Bad, sentence(state.error()));
        const auto told = std::find_if(state->payments.begin(), state->payments.end(), [this](const Payment &p) { return p.id == m_asked; });
        m_asked = {};
        const bool sold = state->order && told != state->payments.end() && told->kind == PaymentKind::Capture && told->state == PaymentState::Captured
            && state->payments.back().kind == PaymentKind::Capture;
        reload();
        if (sold)
            Q_EMIT completed(*state);
    });
}

void OpenPaymentsPage::leave()
{
    if (m_sides->currentIndex() == 2) {
        showList(false);
        return m_back->setFocus();
    }
    Q_EMIT left();
}

void OpenPaymentsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    QWidget::keyPressEvent(event);
}

} // namespace foyer
